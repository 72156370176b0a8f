import type { ReadHandle } from './handles.ts';
import { findPerson, type StoredPerson } from './people.ts';
import { sqlStatement } from './statements.ts';

/** People on record as an import looks them up: many at once, so that a list of a whole register costs few questions. */

const byNumbers = sqlStatement<{ numbers: string }, { id: string; nhs_number: string; merged_into: string | null }>(
  `SELECT p.id, p.nhs_number, p.merged_into FROM json_each(?) AS wanted
   CROSS JOIN people AS p ON p.nhs_number = wanted.value AND p.nhs_number IS NOT NULL
   WHERE p.voided IS NULL ORDER BY p.id`,
  'numbers',
);
const byIdentifiers = sqlStatement<
  { pairs: string },
  { id: string; system: string; value: string; merged_into: string | null }
>(
  `SELECT p.id, i.system, i.value, p.merged_into FROM json_each(?) AS wanted
   CROSS JOIN person_identifiers AS i ON i.value = wanted.value ->> 1 AND i.system = wanted.value ->> 0
   CROSS JOIN people AS p ON p.id = i.person_id
   WHERE i.voided IS NULL AND i.ended_on IS NULL AND p.voided IS NULL ORDER BY p.id`,
  'pairs',
);
const byKeys = sqlStatement<{ keys: string }, { key: string; person_id: string }>(
  `SELECT m.key, m.person_id FROM json_each(?) AS wanted CROSS JOIN match_keys AS m ON m.key = wanted.value`,
  'keys',
);
const rowsOf = sqlStatement<{ ids: string }, StoredPerson>(
  'SELECT p.* FROM json_each(?) AS wanted CROSS JOIN people AS p ON p.id = wanted.value',
  'ids',
);
const conditionsOf = sqlStatement<{ ids: string }, { person_id: string; code: string }>(
  `SELECT c.person_id, c.code FROM json_each(?) AS wanted CROSS JOIN conditions AS c ON c.person_id = wanted.value
   WHERE c.voided IS NULL`,
  'ids',
);
const flagsOf = sqlStatement<{ ids: string }, { person_id: string; code: string }>(
  `SELECT f.person_id, f.code FROM json_each(?) AS wanted CROSS JOIN flags AS f ON f.person_id = wanted.value
   WHERE f.voided IS NULL`,
  'ids',
);
const identifiersOf = sqlStatement<{ ids: string }, { person_id: string; system: string; value: string }>(
  `SELECT i.person_id, i.system, i.value FROM json_each(?) AS wanted
   CROSS JOIN person_identifiers AS i ON i.person_id = wanted.value WHERE i.voided IS NULL`,
  'ids',
);
const relationshipsOf = sqlStatement<{ ids: string }, { person_id: string; kind: string; other_name: string }>(
  `SELECT r.person_id, r.kind, r.other_name FROM json_each(?) AS wanted
   CROSS JOIN relationships AS r ON r.person_id = wanted.value WHERE r.voided IS NULL AND r.other_name IS NOT NULL`,
  'ids',
);
const peopleChanged = sqlStatement<{ position: number }, { found: number }>(
  `SELECT EXISTS (SELECT 1 FROM changes WHERE position > ? AND entity IN ('people', 'person_identifiers')) AS found`,
  'position',
);

/** The record that stands for a person now: the one into which this one was merged, at last. Null when that was voided. */
function standing(read: ReadHandle, id: string, mergedInto: string | null): string | null {
  const seen = new Set([id]);
  let at = { id, next: mergedInto };
  while (at.next !== null && !seen.has(at.next)) {
    seen.add(at.next);
    const person = findPerson(read, at.next);
    if (!person || person.voided !== null) return null;
    at = { id: person.id, next: person.merged_into };
  }
  return at.id;
}

/** Who has which NHS number: number → ids of records in use. */
export function peopleByNumbers(read: ReadHandle, numbers: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { id, nhs_number, merged_into } of read.all(byNumbers, { numbers: JSON.stringify(numbers) }))
    note(found, nhs_number, standing(read, id, merged_into));
  return found;
}

/** Under which text a number of another system is looked up here. */
export const identifierKey = (system: string, value: string): string => `${system}\n${value}`;

/** Who has which number of another system: `identifierKey` → ids of records in use. */
export function peopleByIdentifiers(
  read: ReadHandle,
  identifiers: readonly (readonly [system: string, value: string])[],
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { id, system, value, merged_into } of read.all(byIdentifiers, { pairs: JSON.stringify(identifiers) }))
    note(found, identifierKey(system, value), standing(read, id, merged_into));
  return found;
}

/** Who has which match key: key → ids. */
export function peopleByMatchKeys(read: ReadHandle, keys: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { key, person_id } of read.all(byKeys, { keys: JSON.stringify(keys) })) note(found, key, person_id);
  return found;
}

function note(found: Map<string, Set<string>>, key: string, id: string | null): void {
  if (id === null) return;
  const ids = found.get(key);
  if (ids) ids.add(id);
  else found.set(key, new Set([id]));
}

/** A person's record as far as a list can say something about it. Entries that were voided are not there. */
export interface RecordState {
  readonly person: StoredPerson;
  /** Codes, of ended ones too: a list does not bring back what somebody has ended. */
  readonly conditions: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
  /** `identifierKey`s. */
  readonly identifiers: ReadonlySet<string>;
  /** `kind` and name, divided by a line break. */
  readonly relationships: ReadonlySet<string>;
}

/** The records of people, by id. */
export function recordsOf(read: ReadHandle, people: readonly string[]): Map<string, RecordState> {
  const ids = JSON.stringify(people);
  const sets = <Row extends { person_id: string }>(rows: readonly Row[], key: (row: Row) => string) => {
    const map = new Map<string, Set<string>>();
    for (const row of rows) note(map, row.person_id, key(row));
    return map;
  };
  const conditions = sets(read.all(conditionsOf, { ids }), ({ code }) => code);
  const flags = sets(read.all(flagsOf, { ids }), ({ code }) => code);
  const identifiers = sets(read.all(identifiersOf, { ids }), ({ system, value }) => identifierKey(system, value));
  const relationships = sets(read.all(relationshipsOf, { ids }), ({ kind, other_name }) => `${kind}\n${other_name}`);
  const none: ReadonlySet<string> = new Set();
  return new Map(
    read.all(rowsOf, { ids }).map((person) => [
      person.id,
      {
        person,
        conditions: conditions.get(person.id) ?? none,
        flags: flags.get(person.id) ?? none,
        identifiers: identifiers.get(person.id) ?? none,
        relationships: relationships.get(person.id) ?? none,
      },
    ]),
  );
}

/** Whether somebody registered or changed people after a position of the journal. */
export const peopleChangedSince = (read: ReadHandle, position: number): boolean =>
  read.get(peopleChanged, { position })?.found === 1;
