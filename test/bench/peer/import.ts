import { rmSync } from 'node:fs';
import PouchDB, { type Doc } from 'pouchdb-node';
import { blockingKeys, matchReasons } from '../../../electron/engine/derived/person-matching.ts';
import { nameSearchWords } from '../../../shared/domain/name.ts';
import { rowsOf } from '../floor/import.ts';
import { indexPeople } from './store.ts';

const batch = 1_000;

/** Brings a register into an empty database in batches, looking for earlier records by their keys, and indexes it. */
export async function importPeer(folder: string, bytes: Uint8Array): Promise<{ created: number; duplicates: number }> {
  rmSync(folder, { recursive: true, force: true });
  const people = new PouchDB(folder);
  const keyed = 'function (doc) { (doc.keys || []).forEach(function (key) { emit(key, doc.match); }); }';
  await people.put({ _id: '_design/keys', views: { keys: { map: keyed } } });
  let created = 0;
  let duplicates = 0;
  let docs: Doc[] = [];
  const flush = async () => {
    const sharing = await people.query('keys', { keys: docs.flatMap(({ keys }) => keys as string[]) });
    const known = Map.groupBy(sharing.rows, ({ key }) => String(key));
    const fresh = docs.filter((doc) => {
      if (doc.nhs_number !== undefined) return true;
      return !(doc.keys as string[]).some((key) =>
        (known.get(key) ?? []).some(({ value }) => matchReasons(doc.match as Match, value as Match).length > 0),
      );
    });
    duplicates += docs.length - fresh.length;
    created += fresh.length;
    await people.bulkDocs(fresh);
    docs = [];
  };
  for (const cells of rowsOf(new TextDecoder().decode(bytes))) {
    const doc = docOf(cells, docs.length + created);
    // A row and its repeat must not come in one batch, where neither is on record yet.
    if (docs.length >= batch || (doc.nhs_number === undefined && docs.length > 0)) await flush();
    docs.push(doc);
  }
  await flush();
  await indexPeople(people);
  await people.close();
  return { created, duplicates };
}

type Match = Parameters<typeof matchReasons>[0];

function docOf(cells: readonly string[], at: number): Doc {
  const [nhs = '', family = '', given = '', born = '', gender, line, town, postcode = '', phone, practice] = cells;
  const match: Match = {
    name: { family, given },
    nhsNumber: nhs || null,
    birthDate: born.split('/').reverse().join('-'),
    postcode,
  };
  return {
    _id: `p${String(at).padStart(9, '0')}-${nhs}`,
    ...(nhs && { nhs_number: nhs }),
    ...{ family, given, born: match.birthDate, gender, line, town, postcode, phone, practice },
    match,
    keys: blockingKeys(match),
    words: nameSearchWords({ family, given }),
  };
}
