import { createHash } from 'node:crypto';
import { blockingKeys, type MatchablePerson, matchReasons } from '../../../electron/engine/derived/person-matching.ts';
import { nameSearchWords, nameSortKey } from '../../../shared/domain/name.ts';
import { parseNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { normalisePostcode } from '../../../shared/domain/postcode.ts';
import type { Desk } from './desk.ts';

const genders: Readonly<Record<string, string>> = { Male: '1', Female: '2', Other: '9' };

interface Read extends MatchablePerson {
  readonly cells: readonly string[];
}

/**
 * Brings a register in: reads the CSV, looks for everybody on record and earlier in the list, and in one durable
 * transaction writes person, journal entry, search words and match keys of everybody new, and the audit line.
 */
export function importFloor(desk: Desk) {
  const { database, worker } = desk;
  const onRecord = database.prepare('SELECT person_id FROM match_keys WHERE key = ?');
  const person = database.prepare(
    `INSERT INTO people (id, scope, origin, name, birth, nhs_number, nhs_number_status, gender, address, practice_id,
       neighbourhood_id, neighbourhood_by_hand, phone) VALUES (?, ?, ?, ?, ?, ?, '02', ?, ?, ?, ?, 0, ?)`,
  );
  const change = database.prepare(
    `INSERT INTO changes (id, device, seq, scope, entity, row, patch, base, actor, command) VALUES (?, ?, ?, ?, 'people', ?, ?, NULL, ?, ?)`,
  );
  const words = database.prepare('INSERT INTO people_search (rowid, words) VALUES (?, ?)');
  const key = database.prepare('INSERT INTO match_keys (key, person_id) VALUES (?, ?)');
  const file = database.prepare('INSERT INTO facts (name, value) VALUES (?, ?)');
  const places = new Map(
    (database.prepare('SELECT ods_code, neighbourhood_id FROM practices').all() as Record<string, string>[]).map(
      (row) => [row.ods_code, row.neighbourhood_id],
    ),
  );
  return (bytes: Uint8Array): { created: number; duplicates: number } => {
    const command = desk.newId();
    const lists = new Map<string, Read[]>();
    let created = 0;
    let duplicates = 0;
    desk.write(() => {
      for (const cells of rowsOf(new TextDecoder().decode(bytes))) {
        const [nhs = '', family = '', given = '', born = '', gender = '', line = '', town = '', post = ''] = cells;
        const [, , , , , , , , phone = '', practice = ''] = cells;
        if (nhs !== '' && !parseNhsNumber(nhs).ok) continue;
        const date = born.split('/').reverse().join('-');
        const postcode = normalisePostcode(post);
        const name = { family, given };
        const read: Read = { cells, name, nhsNumber: nhs || null, birthDate: date, postcode };
        const keys = blockingKeys(read);
        const alike = keys.some(
          (own) =>
            onRecord.get(own) !== undefined &&
            (lists.get(own) ?? []).some((other) => matchReasons(read, other).length > 0),
        );
        const number = nhs !== '';
        if (alike && !number) {
          duplicates += 1;
          continue;
        }
        for (const own of keys) lists.set(own, [...(lists.get(own) ?? []), read]);
        const id = desk.newId();
        const origin = desk.newId();
        const place = places.get(practice) ?? '';
        const columns = {
          name: JSON.stringify({ ...name, sort: nameSortKey(name) }),
          birth: JSON.stringify({ date }),
          nhs_number: nhs || null,
          nhs_number_status: '02',
          gender: genders[gender] ?? null,
          address: JSON.stringify({ lines: [line, town].filter(Boolean), postcode }),
          practice_id: practice,
          neighbourhood_id: place,
          neighbourhood_by_hand: 0,
          phone: phone || null,
        };
        created += 1;
        change.run(origin, 'floor', created, place, id, JSON.stringify(columns), worker, command);
        const added = person.run(
          ...[id, place, origin, columns.name, columns.birth, columns.nhs_number, columns.gender, columns.address],
          ...[practice, place, columns.phone],
        );
        words.run(added.lastInsertRowid, `${nameSearchWords(name).join(' ')} 0${practice}`);
        for (const own of keys) key.run(own, id);
      }
      file.run(`import-${command}`, createHash('sha256').update(bytes).digest('hex'));
      desk.audit('import-committed', command, new Date().toISOString());
    });
    return { created, duplicates };
  };
}

/** Rows of a comma-separated text after its heading; cells may be quoted. */
export function* rowsOf(text: string): Generator<string[]> {
  let first = true;
  for (const line of text.split(/\r?\n/)) {
    if (line !== '' && !first) yield line.includes('"') ? quotedCells(line) : line.split(',');
    first = false;
  }
}

function quotedCells(line: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
  return cells;
}
