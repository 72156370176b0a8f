import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

const ofPerson = statement((q, p: { person: string }) =>
  q.selectFrom('checks').selectAll().where('person_id', '=', p.person).where('voided', 'is', null).orderBy('id'),
);
const byId = statement((q, p: { id: string }) => q.selectFrom('checks').selectAll().where('id', '=', p.id));
const ofPeople = sqlStatement<{ ids: string; kind: string }, StoredStanding>(
  `SELECT c.person_id, c.offered_on, c.response, c.done_on, c.parts
   FROM json_each(?) AS wanted CROSS JOIN checks AS c ON c.person_id = wanted.value
   WHERE c.kind = ? AND c.voided IS NULL ORDER BY c.id`,
  'ids',
  'kind',
);
const breaksOf = statement((q, p: { person: string }) =>
  q
    .selectFrom('carer_breaks')
    .selectAll()
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc'),
);
const breakById = statement((q, p: { id: string }) => q.selectFrom('carer_breaks').selectAll().where('id', '=', p.id));
const breaksOfPeople = sqlStatement<
  { ids: string; from: string; until: string },
  { person_id: string; number: number }
>(
  `SELECT b.person_id, count(*) AS number
   FROM json_each(?) AS wanted CROSS JOIN carer_breaks AS b ON b.person_id = wanted.value
   WHERE b.starts_on BETWEEN ? AND ? AND b.voided IS NULL GROUP BY b.person_id`,
  'ids',
  'from',
  'until',
);
const held = statement((q, p: { person: string }) =>
  q
    .selectFrom('flags')
    .select(['code', 'person_id'])
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .where('ended_on', 'is', null),
);
const conditions = statement((q, p: { person: string }) =>
  q
    .selectFrom('conditions')
    .select('code')
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .where('ended_on', 'is', null),
);
const caresFor = sqlStatement<
  { person: string; again: string },
  { id: string | null; name: string | null; other_name: string | null }
>(
  `SELECT r.person_id AS id, p.name, NULL AS other_name
   FROM relationships AS r CROSS JOIN people AS p ON p.id = r.person_id
   WHERE r.other_person_id = ? AND r.kind = 'carer' AND r.ended_on IS NULL AND r.voided IS NULL
   UNION
   SELECT r.other_person_id AS id, p.name, r.other_name
   FROM relationships AS r LEFT JOIN people AS p ON p.id = r.other_person_id
   WHERE r.person_id = ? AND r.kind = 'cared-for' AND r.ended_on IS NULL AND r.voided IS NULL`,
  'person',
  'again',
);

/** What of an entry says how a check stands. */
export interface StoredStanding {
  readonly person_id: string;
  readonly offered_on: string | null;
  readonly response: string | null;
  readonly done_on: string | null;
  readonly parts: string | null;
}

/** A person's entries that were not taken back, oldest first. */
export const checksOf = (read: ReadHandle, person: string) => read.all(ofPerson, { person });
export type StoredCheck = ReturnType<typeof checksOf>[number];
export const findCheck = (read: ReadHandle, id: string) => read.get(byId, { id });
/** The entries of one kind of many people, oldest first. */
export const checksOfPeople = (read: ReadHandle, ids: readonly string[], kind: string) =>
  read.all(ofPeople, { ids: JSON.stringify(ids), kind });
export const breaksOfCarer = (read: ReadHandle, person: string) => read.all(breaksOf, { person });
export const findBreak = (read: ReadHandle, id: string) => read.get(breakById, { id });
/** How many breaks began between two days, by carer. */
export const breakCounts = (
  read: ReadHandle,
  ids: readonly string[],
  from: string,
  until: string,
): ReadonlyMap<string, number> =>
  new Map(
    read
      .all(breaksOfPeople, { ids: JSON.stringify(ids), from, until })
      .map(({ person_id, number }) => [person_id, number]),
  );
/** Codes of the flags and conditions that hold. */
export const groundsForChecks = (read: ReadHandle, person: string) => ({
  flags: read.all(held, { person }).map(({ code }) => code),
  conditions: read.all(conditions, { person }).map(({ code }) => code),
});
/** Whom a person cares for, as the relationships of either record say. */
export const caredForBy = (read: ReadHandle, person: string) => read.all(caresFor, { person, again: person });
