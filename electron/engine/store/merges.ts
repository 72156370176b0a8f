import type { ReadHandle } from './handles.ts';
import { type PersonTable, personTables } from './person-entities.ts';
import { sqlStatement, statement } from './statements.ts';

export interface MovableRow {
  readonly table: PersonTable;
  readonly id: string;
  readonly column: 'person_id' | 'other_person_id';
  /** Where two records may hold the same thing: what it is. */
  readonly what: string | null;
  readonly current: boolean;
}

const select = (table: PersonTable, column: string, what: string, current: string) =>
  sqlStatement<{ person: string }, { id: string; what: string | null; current: number }>(
    `SELECT id, ${what} AS what, ${current} AS current FROM "${table}" WHERE ${column} = ?`,
    'person',
  );
const standing = 'voided IS NULL AND ended_on IS NULL';
/** What two records may both hold, so that one of the two has to give way; entries of the record simply go along. */
const told: Partial<Record<PersonTable, ReturnType<typeof select>>> = {
  person_identifiers: select('person_identifiers', 'person_id', "system || ' ' || value", standing),
  relationships: select('relationships', 'person_id', 'other_person_id', standing),
  household_members: select('household_members', 'person_id', 'household_id', standing),
  flags: select('flags', 'person_id', 'code', standing),
  conditions: select('conditions', 'person_id', 'code', standing),
  segments: select('segments', 'person_id', 'code', standing),
  cases: select('cases', 'person_id', 'neighbourhood_id', "status <> 'closed'"),
};
const reads: readonly [PersonTable, 'person_id' | 'other_person_id', ReturnType<typeof select>][] = [
  ...personTables.map((table): [PersonTable, 'person_id', ReturnType<typeof select>] => [
    table,
    'person_id',
    told[table] ?? select(table, 'person_id', 'NULL', 'voided IS NULL'),
  ]),
  ['relationships', 'other_person_id', select('relationships', 'other_person_id', 'person_id', standing)],
];

/** Every row that belongs to a person, and every bond that others have to them. */
export const rowsOfPerson = (read: ReadHandle, person: string): MovableRow[] =>
  reads.flatMap(([table, column, statement]) =>
    read
      .all(statement, { person })
      .map(({ id, what, current }) => ({ table, column, id, what, current: current === 1 })),
  );

const byId = statement((q, p: { id: string }) => q.selectFrom('merges').selectAll().where('id', '=', p.id));
const ofKept = statement((q, p: { kept: string }) =>
  q
    .selectFrom('merges')
    .innerJoin('people', 'people.id', 'merges.merged_id')
    .leftJoin('workers', 'workers.id', 'merges.merged_by')
    .select(['merges.id', 'merges.merged_id', 'merges.merged_at', 'people.name', 'workers.name as worker'])
    .where('merges.kept_id', '=', p.kept)
    .where('merges.undone', 'is', null)
    .orderBy('merges.merged_at', 'desc'),
);

/** One merge. */
export const findMerge = (read: ReadHandle, id: string) => read.get(byId, { id });
/** The merges that ended in this record and still hold, newest first. */
export const mergesInto = (read: ReadHandle, kept: string) => read.all(ofKept, { kept });
