import type { ReadHandle } from './handles.ts';
import { type EntryTable, entryTables } from './person-entries.ts';
import { sqlStatement, statement } from './statements.ts';

/** Tables of what is known about a person; like the entries of the record, they name them in `person_id`. */
const knownAbout = [
  'person_identifiers',
  'relationships',
  'household_members',
  'flags',
  'conditions',
  'segments',
  'sharing_decisions',
] as const;
export type PersonTable = (typeof knownAbout)[number] | EntryTable;
/** Every table that names its person in `person_id`. */
export const personTables: readonly PersonTable[] = [...knownAbout, ...Object.values(entryTables)];

/** Tables whose rows are part of a person's record. */
export type PersonEntity = PersonTable | 'people' | 'case_roles' | 'transfers';
const personOfRow = {
  people: 'SELECT id AS person_id FROM people WHERE id = ?',
  case_roles: 'SELECT person_id FROM cases WHERE id = (SELECT case_id FROM case_roles WHERE id = ?)',
  transfers: 'SELECT person_id FROM cases WHERE id = (SELECT case_id FROM transfers WHERE id = ?)',
  ...Object.fromEntries(personTables.map((table) => [table, `SELECT person_id FROM "${table}" WHERE id = ?`])),
} as Readonly<Record<PersonEntity, string>>;

export const isPersonEntity = (entity: string): entity is PersonEntity => Object.hasOwn(personOfRow, entity);

const owners = Object.fromEntries(
  Object.entries(personOfRow).map(([entity, sql]) => [
    entity,
    sqlStatement<{ row: string }, { person_id: string }>(sql, 'row'),
  ]),
) as Record<PersonEntity, ReturnType<typeof sqlStatement<{ row: string }, { person_id: string }>>>;

/** Whose record a row is part of. */
export const ownerOf = (read: ReadHandle, entity: PersonEntity, row: string): string | undefined =>
  read.get(owners[entity], { row })?.person_id;

/** Whether a row is part of this person's record. */
export const belongsTo = (read: ReadHandle, entity: PersonEntity, row: string, personId: string): boolean =>
  ownerOf(read, entity, row) === personId;

const codeOfFlag = statement((q, p: { id: string }) => q.selectFrom('flags').select('code').where('id', '=', p.id));

/** What a flag says. */
export const flagCode = (read: ReadHandle, id: string): string | undefined => read.get(codeOfFlag, { id })?.code;

const contested = sqlStatement<
  { rows: string },
  { row: string; entity: string; field: string; change: string; patch: string; actor: string; device: string }
>(
  `SELECT h.row, h.entity, h.field, h.change, c.patch, c.actor, c.device
   FROM json_each(?) AS wanted CROSS JOIN heads AS h ON h.row = wanted.value JOIN changes AS c ON c.id = h.change
   WHERE h.contested = 1 ORDER BY h.row, h.field, h.change DESC`,
  'rows',
);

/** The heads of the contested fields of rows (J4), of each field the one that is shown first. */
export const contestedHeads = (read: ReadHandle, rows: readonly string[]) =>
  read.all(contested, { rows: JSON.stringify(rows) });
export type ContestedHead = ReturnType<typeof contestedHeads>[number];

/** Entries of which a person's page reads a few rows, or none. */
const unread = ['contacts', 'care_plans', 'needs', 'goals', 'plan_actions', 'self_management_plans'] as const;
const ofEntries = sqlStatement<{ person: string }, { row: string }>(
  `WITH of(person) AS (SELECT ?) ${unread
    .map(
      (table) => `SELECT DISTINCT h.row FROM of CROSS JOIN heads AS h CROSS JOIN ${table} AS e ON e.id = h.row
   WHERE h.contested = 1 AND h.entity = '${table}' AND e.person_id = of.person`,
    )
    .join(' UNION ALL ')}`,
  'person',
);

/** Ids of a person's contacts and parts of their plan that have a contested field. */
export const contestedEntries = (read: ReadHandle, person: string): string[] =>
  read.all(ofEntries, { person }).map(({ row }) => row);
