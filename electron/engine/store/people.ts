import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

const byId = statement((q, p: { id: string }) => q.selectFrom('people').selectAll().where('id', '=', p.id));
const unfinishedCases = statement((q, p: { person: string }) =>
  q
    .selectFrom('cases')
    .select(['id', 'neighbourhood_id', 'status'])
    .where('person_id', '=', p.person)
    .where('status', '<>', 'closed'),
);
const mergesOfKept = statement((q, p: { id: string }) =>
  q.selectFrom('people').select('id').where('merged_into', '=', p.id).where('merged_into', 'is not', null),
);
const byKeys = sqlStatement<{ keys: string }, { person_id: string }>(
  `SELECT DISTINCT m.person_id FROM json_each(?) AS wanted CROSS JOIN match_keys AS m ON m.key = wanted.value
   ORDER BY m.person_id LIMIT 200`,
  'keys',
);
const matchables = sqlStatement<
  { ids: string },
  { id: string; name: string; birth_date: string | null; nhs_number: string | null; postcode: string | null }
>(
  `SELECT p.id, p.name, p.birth_date, p.nhs_number, p.postcode
   FROM json_each(?) AS wanted CROSS JOIN people AS p ON p.id = wanted.value`,
  'ids',
);

/** One person's own row. */
export const findPerson = (read: ReadHandle, id: string) => read.get(byId, { id });
export type StoredPerson = NonNullable<ReturnType<typeof findPerson>>;

/** Cases of a person that are not closed. */
export const unfinishedCasesOf = (read: ReadHandle, person: string) => read.all(unfinishedCases, { person });

/** Ids of the records that were merged into this one. */
export const mergedInto = (read: ReadHandle, id: string): string[] =>
  read.all(mergesOfKept, { id }).map((row) => row.id);

/** Ids of the people who share one of these keys. */
export const peopleByKeys = (read: ReadHandle, keys: readonly string[]): string[] =>
  read.all(byKeys, { keys: JSON.stringify(keys) }).map(({ person_id }) => person_id);

/** What people are compared by. */
export const matchablePeople = (read: ReadHandle, ids: readonly string[]) =>
  read.all(matchables, { ids: JSON.stringify(ids) });
