import type { ReadHandle } from './handles.ts';
import { sqlBuilder, sqlStatement, statement } from './statements.ts';

/** Reads of the review queue's detectors (J8). Each walks an index, and none reads a person who is not part of a finding. */

const sameNumber = sqlStatement<Record<string, never>, { ids: string }>(
  `SELECT json_group_array(person_id) AS ids FROM match_keys WHERE key >= 'nhs:' AND key < 'nhs;'
   GROUP BY key HAVING count(*) > 1 LIMIT 2000`,
);
const sharedKeys = sqlStatement<{ limit: number }, { ids: string }>(
  `SELECT json_group_array(person_id) AS ids FROM match_keys WHERE key < 'nhs:'
   GROUP BY key HAVING count(*) BETWEEN 2 AND 25 LIMIT ?`,
  'limit',
);
const twoCoordinators = sqlStatement<
  { places: string },
  { case_id: string; person_id: string; neighbourhood_id: string; roles: string; opened_on: string }
>(
  `SELECT l.case_id, l.person_id, l.neighbourhood_id, l.opened_on, json_group_array(r.id) AS roles
   FROM json_each(?) AS wanted CROSS JOIN caseload AS l ON l.neighbourhood_id = wanted.value AND l.status IN ('open', 'on-hold')
   CROSS JOIN case_roles AS r ON r.case_id = l.case_id AND r.role = 'coordinator'
   WHERE r.ended_at IS NULL AND r.voided IS NULL
   GROUP BY l.case_id HAVING count(*) > 1`,
  'places',
);
const twoCases = sqlStatement<{ places: string }, { person_id: string; neighbourhood_id: string; cases: string }>(
  `SELECT c.person_id, c.neighbourhood_id, json_group_array(c.id) AS cases
   FROM (SELECT DISTINCT l.person_id FROM json_each(?) AS wanted
         CROSS JOIN caseload AS l ON l.neighbourhood_id = wanted.value AND l.status IN ('proposed', 'open', 'on-hold')) AS of
   CROSS JOIN cases AS c ON c.person_id = of.person_id AND c.status <> 'closed'
   GROUP BY c.person_id, c.neighbourhood_id HAVING count(*) > 1`,
  'places',
);
const noCoordinator = sqlStatement<
  { places: string },
  { case_id: string; person_id: string; neighbourhood_id: string }
>(
  `SELECT l.case_id, l.person_id, l.neighbourhood_id
   FROM json_each(?) AS wanted CROSS JOIN caseload AS l ON l.neighbourhood_id = wanted.value AND l.status IN ('open', 'on-hold')
   WHERE l.coordinator_id IS NULL ORDER BY l.opened_on, l.case_id`,
  'places',
);
const contested = sqlStatement<Record<string, never>, { entity: string; row: string; fields: string }>(
  `SELECT entity, row, json_group_array(DISTINCT field) AS fields FROM heads WHERE contested = 1 GROUP BY entity, row`,
);
const decided = statement((q, _: Record<string, never>) => q.selectFrom('review_decisions').select('finding'));
const roleStarts = sqlStatement<{ ids: string }, { id: string; started_at: string; worker: string | null }>(
  `SELECT r.id, r.started_at, w.name AS worker FROM json_each(?) AS wanted CROSS JOIN case_roles AS r ON r.id = wanted.value
   LEFT JOIN workers AS w ON w.id = r.worker_id ORDER BY r.started_at, r.id`,
  'ids',
);
const rankable = sqlStatement<
  { ids: string },
  { id: string; neighbourhood_id: string; nhs_number_status: string | null; open_case: number }
>(
  `SELECT p.id, p.neighbourhood_id, p.nhs_number_status,
     EXISTS (SELECT 1 FROM cases AS c WHERE c.person_id = p.id AND c.status <> 'closed') AS open_case
   FROM json_each(?) AS wanted CROSS JOIN people AS p ON p.id = wanted.value`,
  'ids',
);

const parsed = (ids: string): string[] => JSON.parse(ids) as string[];
const placed = (places: readonly string[]) => ({ places: JSON.stringify(places) });

/** Groups of people who have one NHS number. */
export const sameNumberGroups = (read: ReadHandle): string[][] =>
  read.all(sameNumber, {}).map(({ ids }) => parsed(ids).sort());
/** Groups of people who share a key by which duplicates meet; NHS numbers are another detector's. */
export const keyGroups = (read: ReadHandle, limit: number): string[][] =>
  read.all(sharedKeys, { limit }).map(({ ids }) => parsed(ids));
/** Open cases with more than one coordinator. */
export const casesWithTwoCoordinators = (read: ReadHandle, places: readonly string[]) =>
  read.all(twoCoordinators, placed(places)).map((row) => ({ ...row, roles: parsed(row.roles).sort() }));
/** People with more than one unfinished case in a neighbourhood. */
export const peopleWithTwoCases = (read: ReadHandle, places: readonly string[]) =>
  read.all(twoCases, placed(places)).map((row) => ({ ...row, cases: parsed(row.cases).sort() }));
/** Open cases that nobody coordinates. */
export const casesWithoutCoordinator = (read: ReadHandle, places: readonly string[]) =>
  read.all(noCoordinator, placed(places));
/** Rows with fields that hold two values. */
export const contestedRows = (read: ReadHandle) =>
  read.all(contested, {}).map((row) => ({ ...row, fields: parsed(row.fields).sort() }));
/** Findings that a person has settled. */
export const decidedFindings = (read: ReadHandle): Set<string> =>
  new Set(read.all(decided, {}).map(({ finding }) => finding));
/** When coordinator roles began, the earliest first. */
export const rolesByStart = (read: ReadHandle, ids: readonly string[]) =>
  read.all(roleStarts, { ids: JSON.stringify(ids) });
/** What decides which of two records counts for the time being. */
export const rankablePeople = (read: ReadHandle, ids: readonly string[]) =>
  read.all(rankable, { ids: JSON.stringify(ids) });

/** The cases of a finding by opening, the earliest first. */
export const casesByOpening = (read: ReadHandle, ids: readonly string[]) =>
  read.query(
    sqlBuilder
      .selectFrom('cases')
      .select(['id', 'opened_on'])
      .where('id', 'in', [...ids])
      .orderBy('opened_on')
      .orderBy('id'),
  );

/** For tests of query plans. */
export const reviewStatements = { sameNumber, sharedKeys, twoCoordinators, twoCases, noCoordinator, contested };
