import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

/** Somebody who may be meant by a search: what it takes to filter and rank. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly sort_name: string;
  readonly birth: string | null;
  readonly birth_date: string | null;
  readonly postcode: string | null;
  readonly neighbourhood_id: string;
  readonly practice_id: string | null;
}

const columns = 'p.id, p.name, p.sort_name, p.birth, p.birth_date, p.postcode, p.neighbourhood_id, p.practice_id';
const current = 'p.merged_into IS NULL AND p.voided IS NULL';

const byWords = sqlStatement<{ match: string; limit: number }, Candidate>(
  `SELECT ${columns} FROM (SELECT rowid AS number FROM people_search WHERE people_search MATCH ? LIMIT ?) AS found
   CROSS JOIN people AS p ON p.number = found.number`,
  'match',
  'limit',
);
const byNhsNumber = sqlStatement<{ from: string; to: string; limit: number }, Candidate>(
  `SELECT ${columns} FROM people AS p
   WHERE p.nhs_number IS NOT NULL AND p.nhs_number BETWEEN ? AND ? AND ${current} LIMIT ?`,
  'from',
  'to',
  'limit',
);
const byBirthDate = sqlStatement<{ date: string; limit: number }, Candidate>(
  `SELECT ${columns} FROM people AS p WHERE p.birth_date = ? AND ${current} LIMIT ?`,
  'date',
  'limit',
);
const byPostcode = sqlStatement<{ from: string; to: string; limit: number }, Candidate>(
  `SELECT ${columns} FROM people AS p WHERE p.postcode BETWEEN ? AND ? AND ${current} LIMIT ?`,
  'from',
  'to',
  'limit',
);
const known = sqlStatement<{ worker: string; again: string; third: string; now: string }, Candidate>(
  `SELECT ${columns} FROM (
     SELECT c.person_id FROM case_roles AS r CROSS JOIN cases AS c ON c.id = r.case_id
       WHERE r.worker_id = ? AND r.ended_at IS NULL AND r.voided IS NULL AND c.status <> 'closed'
     UNION SELECT c.person_id FROM transfers AS t CROSS JOIN cases AS c ON c.id = t.case_id
       WHERE t.to_worker_id = ? AND t.answer IS NULL
     UNION SELECT person_id FROM break_glass WHERE worker_id = ? AND expires_at > ?
     LIMIT 500) AS k CROSS JOIN people AS p ON p.id = k.person_id WHERE ${current}`,
  'worker',
  'again',
  'third',
  'now',
);

/** Sorts after every text that begins with the prefix. */
const end = (prefix: string): string => `${prefix}\uffff`;

/** People by the full-text index; `match` is an FTS5 expression. At most `limit`, in no useful order. */
export const candidatesByWords = (read: ReadHandle, match: string, limit: number) =>
  read.all(byWords, { match, limit });
/** People whose NHS number begins with these digits. */
export const candidatesByNhsNumber = (read: ReadHandle, digits: string, limit: number) =>
  read.all(byNhsNumber, { from: digits, to: end(digits), limit });
/** People born on a date. */
export const candidatesByBirthDate = (read: ReadHandle, date: string, limit: number) =>
  read.all(byBirthDate, { date, limit });
/** People whose postcode begins so. */
export const candidatesByPostcode = (read: ReadHandle, prefix: string, limit: number) =>
  read.all(byPostcode, { from: prefix, to: end(prefix), limit });
/** People whom a worker knows through a case, a handover proposed to them, or an unexpired break-glass. */
export const knownPeople = (read: ReadHandle, worker: string, now: string) =>
  read.all(known, { worker, again: worker, third: worker, now });

/** For tests of query plans: every statement of the search. */
export const searchStatements = { byWords, byNhsNumber, byBirthDate, byPostcode, known };
