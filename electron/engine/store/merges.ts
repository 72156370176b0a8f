import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

/** Rows that name the person they belong to, and go along when two records become one. */
const movable = {
  person_identifiers: 'person_id',
  relationships: 'person_id',
  household_members: 'person_id',
  flags: 'person_id',
  conditions: 'person_id',
  segments: 'person_id',
  sharing_decisions: 'person_id',
  cases: 'person_id',
  contacts: 'person_id',
} as const;
export type MovableTable = keyof typeof movable;

export interface MovableRow {
  readonly table: MovableTable;
  readonly id: string;
  readonly column: 'person_id' | 'other_person_id';
  /** Where two records may hold the same thing: what it is. */
  readonly what: string | null;
  readonly current: boolean;
}

const select = (table: MovableTable, column: string, what: string, current: string) =>
  sqlStatement<{ person: string }, { id: string; what: string | null; current: number }>(
    `SELECT id, ${what} AS what, ${current} AS current FROM "${table}" WHERE ${column} = ?`,
    'person',
  );
const standing = 'voided IS NULL AND ended_on IS NULL';
const reads: readonly [MovableTable, 'person_id' | 'other_person_id', ReturnType<typeof select>][] = [
  ['person_identifiers', 'person_id', select('person_identifiers', 'person_id', "system || ' ' || value", standing)],
  ['relationships', 'person_id', select('relationships', 'person_id', 'other_person_id', standing)],
  ['relationships', 'other_person_id', select('relationships', 'other_person_id', 'person_id', standing)],
  ['household_members', 'person_id', select('household_members', 'person_id', 'household_id', standing)],
  ['flags', 'person_id', select('flags', 'person_id', 'code', standing)],
  ['conditions', 'person_id', select('conditions', 'person_id', 'code', standing)],
  ['segments', 'person_id', select('segments', 'person_id', 'code', standing)],
  ['sharing_decisions', 'person_id', select('sharing_decisions', 'person_id', 'NULL', 'voided IS NULL')],
  ['cases', 'person_id', select('cases', 'person_id', 'neighbourhood_id', "status <> 'closed'")],
  ['contacts', 'person_id', select('contacts', 'person_id', 'NULL', 'voided IS NULL')],
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
