import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

/** Where a worker's open cases are found: own ones anywhere, a colleague's in the neighbourhoods given. */
type Whose = { worker: string; places: string };

const cases = `SELECT case_id, person_id, next_due_on FROM caseload
  WHERE behaviourist_id = ? AND status = 'open' AND (? = '*' OR neighbourhood_id IN (SELECT value FROM json_each(nullif(?, '*'))))`;

const openCases = sqlStatement<Whose, { case_id: string; person_id: string; next_due_on: string | null }>(
  `${cases} ORDER BY case_id`,
  'worker',
  'places',
  'places',
);
const sessions = sqlStatement<
  Whose & { again: string },
  { id: string; case_id: string; starts_at: string; attendance: string | null }
>(
  `SELECT c.id, c.case_id, c.starts_at, c.attendance FROM (${cases}) AS mine CROSS JOIN contacts AS c ON c.case_id = mine.case_id
   WHERE c.worker_id = ? AND c.voided IS NULL ORDER BY c.starts_at DESC`,
  'worker',
  'places',
  'places',
  'again',
);
const scores = sqlStatement<Whose, { person_id: string; instrument: string; taken_at: string; score: number }>(
  `SELECT r.person_id, r.instrument, r.taken_at, r.score
   FROM (${cases}) AS mine CROSS JOIN instrument_results AS r ON r.person_id = mine.person_id
   WHERE r.voided IS NULL AND r.score IS NOT NULL ORDER BY r.taken_at, r.id`,
  'worker',
  'places',
  'places',
);
const practices = sqlStatement<{ people: string }, { id: string; practice: string | null }>(
  `SELECT p.id, practices.name AS practice
   FROM json_each(?) AS wanted CROSS JOIN people AS p ON p.id = wanted.value LEFT JOIN practices ON practices.id = p.practice_id`,
  'people',
);
const rulers = sqlStatement<{ person: string }, { id: string; starts_at: string; behaviour: string }>(
  `SELECT id, starts_at, behaviour FROM contacts
   WHERE person_id = ? AND behaviour IS NOT NULL AND voided IS NULL ORDER BY starts_at, id`,
  'person',
);
const ratings = sqlStatement<
  { person: string },
  { id: string; words: string; rated_at: string; rating: number; contact_id: string | null }
>(
  `SELECT r.id, g.words, r.rated_at, r.rating, r.contact_id FROM goal_ratings AS r CROSS JOIN goals AS g ON g.id = r.goal_id
   WHERE r.person_id = ? AND r.voided IS NULL AND g.voided IS NULL ORDER BY r.rated_at, r.id`,
  'person',
);
const attendance = sqlStatement<
  { person: string },
  { id: string; starts_at: string; attendance: string; purpose: string | null; worker_id: string }
>(
  `SELECT id, starts_at, attendance, purpose, worker_id FROM contacts
   WHERE person_id = ? AND attendance IS NOT NULL AND voided IS NULL ORDER BY starts_at DESC, id DESC LIMIT 20`,
  'person',
);

const whose = (worker: string, places: readonly string[] | null): Whose => ({
  worker,
  places: places === null ? '*' : JSON.stringify(places),
});

/** Open cases with a behaviourist; `places` null: wherever they are. */
export const casesWith = (read: ReadHandle, worker: string, places: readonly string[] | null) =>
  read.all(openCases, whose(worker, places));

/** Their contacts with that behaviourist, planned ones too, newest first. */
export const sessionsWith = (read: ReadHandle, worker: string, places: readonly string[] | null) =>
  read.all(sessions, { ...whose(worker, places), again: worker });

/** Every score of the people of these cases, oldest first. */
export const scoresWith = (read: ReadHandle, worker: string, places: readonly string[] | null) =>
  read.all(scores, whose(worker, places));

/** Names of people's practices by person; null where there is none. */
export const practicesOf = (read: ReadHandle, people: readonly string[]): ReadonlyMap<string, string | null> =>
  new Map(
    read.all(practices, { people: JSON.stringify([...new Set(people)]) }).map(({ id, practice }) => [id, practice]),
  );

/** Contacts of a person that recorded behaviour-change work, oldest first. */
export const behaviourOf = (read: ReadHandle, person: string) => read.all(rulers, { person });

/** Ratings of a person's goals, oldest first. */
export const goalRatingsOf = (read: ReadHandle, person: string) => read.all(ratings, { person });

/** The last twenty contacts of a person that have an outcome, newest first. */
export const attendanceOf = (read: ReadHandle, person: string) => read.all(attendance, { person });

/** For tests of query plans. */
export const clinicStatements = { openCases, sessions, scores, practices, rulers, ratings, attendance };
