import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import find from 'pouchdb-find';
import PouchDB, { type Doc } from 'pouchdb-node';
import { nameSearchWords } from '../../../shared/domain/name.ts';

PouchDB.plugin(find);

/** The peer's databases: one for each kind of document, as an application on PouchDB keeps them small to index. */
export interface Peer {
  readonly people: PouchDB;
  readonly cases: PouchDB;
  readonly contacts: PouchDB;
  readonly workers: PouchDB;
  readonly audit: PouchDB;
  close(): Promise<void>;
}

const batch = 5_000;

/**
 * Opens the peer, in a folder of the run, with the documents of a generated profile. They are loaded and indexed on first
 * use, which takes minutes, and kept beside the profile.
 */
export async function openPeer(profile: string, plain: string, run: string): Promise<Peer> {
  const folder = join(profile, 'peer');
  if (!existsSync(join(folder, 'whole'))) {
    console.info('loading the same documents into PouchDB, once');
    rmSync(folder, { recursive: true, force: true });
    const making = `${folder}.making`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    const peer = databases(making);
    await load(peer, plain);
    await peer.close();
    writeFileSync(join(making, 'whole'), '');
    renameSync(making, folder);
  }
  cpSync(folder, join(run, 'peer'), { recursive: true });
  return databases(join(run, 'peer'));
}

function databases(folder: string): Peer {
  const named = (name: string) => new PouchDB(join(folder, name));
  const all = {
    people: named('people'),
    cases: named('cases'),
    contacts: named('contacts'),
    workers: named('workers'),
    audit: named('audit'),
  };
  const close = async () => {
    for (const database of Object.values(all)) await database.close();
  };
  return { ...all, close };
}

type Row = Record<string, string | number | null>;

async function load(peer: Peer, plain: string): Promise<void> {
  const database = new Database(plain, { readonly: true });
  const setsOf = Object.fromEntries(
    ['flags', 'conditions', 'segments', 'person_identifiers', 'sharing_decisions', 'relationships'].map((table) => [
      table,
      Map.groupBy(database.prepare(`SELECT * FROM "${table}"`).all() as Row[], (row) => String(row.person_id)),
    ]),
  );
  const people = database.prepare(
    `SELECT p.*, m.household_id FROM people AS p LEFT JOIN household_members AS m ON m.person_id = p.id AND m.ended_on IS NULL`,
  );
  await copy(peer.people, people.iterate() as Iterable<Row>, (row) => ({
    ...personDoc(row),
    ...Object.fromEntries(Object.entries(setsOf).map(([table, sets]) => [table, sets.get(String(row.id)) ?? []])),
  }));
  const roles = Map.groupBy(database.prepare('SELECT * FROM case_roles').all() as Row[], (row) => String(row.case_id));
  const transfers = Map.groupBy(database.prepare('SELECT * FROM transfers').all() as Row[], (row) =>
    String(row.case_id),
  );
  const cases = database.prepare(
    `SELECT c.*, k.state, k.source, k.purpose, ifnull(c.next_due_on, '9999-12-31') AS due_on
     FROM caseload AS c CROSS JOIN cases AS k ON k.id = c.case_id`,
  );
  await copy(peer.cases, cases.iterate() as Iterable<Row>, (row) => ({
    ...documentOf(row, String(row.case_id)),
    roles: roles.get(String(row.case_id)) ?? [],
    transfers: transfers.get(String(row.case_id)) ?? [],
  }));
  const contacts = database.prepare('SELECT * FROM contacts');
  await copy(peer.contacts, contacts.iterate() as Iterable<Row>, (row) => documentOf(row, String(row.id)));
  const workers = database.prepare(
    'SELECT w.*, o.name AS organisation FROM workers AS w LEFT JOIN organisations AS o ON o.id = w.organisation_id',
  );
  await copy(peer.workers, workers.iterate() as Iterable<Row>, (row) => documentOf(row, String(row.id)));
  database.close();
  await peer.people.put(view('by_household', 'if (doc.household_id) emit(doc.household_id)'));
  await peer.people.query('by_household', { limit: 1 });
  await indexPeople(peer.people);
  await peer.cases.put(view('by_person', 'emit(doc.person_id)'));
  for (const order of ['due_on', 'sort_name'])
    await peer.cases.createIndex({ index: { fields: ['neighbourhood_id', order], name: order, ddoc: order } });
  await peer.contacts.put(view('by_person', 'emit([doc.person_id, doc.starts_at])'));
  await peer.cases.query('by_person', { limit: 1 });
  await peer.contacts.put({
    _id: '_design/seen_by',
    views: { seen_by: { map: `function (doc) { ${emitSeen} }`, reduce: '_count' } },
  });
  for (const name of ['by_person', 'seen_by']) await peer.contacts.query(name, { limit: 1 });
}

const emitSeen =
  "if (!doc.voided && (doc.attendance === '5' || doc.attendance === '6')) emit([doc.person_id, doc.worker_id])";

/** The indexes by which people are found: every word of a name, and the NHS number. */
export async function indexPeople(people: PouchDB): Promise<void> {
  await people.put(view('words', 'doc.words.forEach(function (word) { emit(word); })'));
  await people.put(view('nhs_number', 'if (doc.nhs_number) emit(doc.nhs_number)'));
  await people.query('words', { limit: 1 });
  await people.query('nhs_number', { limit: 1 });
}

/** A person as a document, with the words by which the name is found. */
export const personDoc = (row: Row): Doc => ({
  ...documentOf(row, String(row.id)),
  words: nameSearchWords(JSON.parse(String(row.name))),
});

const view = (name: string, emits: string): Doc => ({
  _id: `_design/${name}`,
  views: { [name]: { map: `function (doc) { ${emits} }` } },
});

/** A row as a document: JSON columns as objects, empty ones left out. */
function documentOf(row: Row, id: string): Doc {
  const filled = Object.entries(row).filter(([, value]) => value !== null);
  return {
    _id: id,
    ...Object.fromEntries(
      filled.map(([name, value]) => [
        name,
        typeof value === 'string' && /^[{[]/.test(value) ? JSON.parse(value) : value,
      ]),
    ),
  };
}

async function copy(database: PouchDB, rows: Iterable<Row>, documentFor: (row: Row) => Doc): Promise<void> {
  let docs: Doc[] = [];
  const flush = async () => {
    await database.bulkDocs(docs);
    docs = [];
  };
  for (const row of rows) {
    docs.push(documentFor(row));
    if (docs.length === batch) await flush();
  }
  await flush();
}
