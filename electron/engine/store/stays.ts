import type { Selectable } from 'kysely';
import { addDays, localDateOf } from '../../../shared/domain/british-date.ts';
import { codesWhere } from '../../../shared/domain/code-lists.ts';
import { startOfDay } from '../../../shared/domain/london-time.ts';
import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';
import type { StayChecks, Stays, Tasks } from './tables.ts';

/** A stay as it is stored; delay, follow-up and day 91 are JSON text. */
export type StayRow = Stays;
type TaskRow = Selectable<Tasks>;

const seenCodes = codesWhere('attendance', 'seen');
const byId = statement((q, p: { id: string }) => q.selectFrom('stays').selectAll().where('id', '=', p.id));
const ofPerson = statement((q, p: { person: string }) =>
  q
    .selectFrom('stays')
    .selectAll()
    .where('person_id', '=', p.person)
    .orderBy('admitted_on', 'desc')
    .orderBy('id', 'desc'),
);
const checksOf = sqlStatement<{ person: string }, StayChecks>(
  `SELECT c.* FROM stays AS s CROSS JOIN stay_checks AS c ON c.stay_id = s.id
   WHERE s.person_id = ? AND c.voided IS NULL ORDER BY c.id`,
  'person',
);
const checkById = statement((q, p: { id: string }) => q.selectFrom('stay_checks').selectAll().where('id', '=', p.id));
const tasksOf = sqlStatement<{ origins: string }, TaskRow & { owner: string | null }>(
  `SELECT t.*, w.name AS owner FROM json_each(?) AS wanted CROSS JOIN tasks AS t ON t.origin_id = wanted.value
     LEFT JOIN workers AS w ON w.id = t.owner_id
   WHERE t.voided IS NULL ORDER BY t.id`,
  'origins',
);
const target = sqlStatement<
  { person: string },
  {
    neighbourhood_id: string;
    merged_into: string | null;
    voided: string | null;
    born: string | null;
    died: string | null;
    case_id: string | null;
    case_neighbourhood: string | null;
    coordinator_id: string | null;
  }
>(
  `SELECT p.neighbourhood_id, p.merged_into, p.voided, coalesce(p.birth ->> 'date', CAST(p.birth ->> 'year' AS TEXT)) AS born,
     p.death ->> 'date' AS died, c.case_id, c.neighbourhood_id AS case_neighbourhood, c.coordinator_id
   FROM people AS p LEFT JOIN caseload AS c ON c.case_id = (
     SELECT case_id FROM caseload WHERE person_id = p.id AND status <> 'closed' ORDER BY status = 'proposed', opened_on LIMIT 1)
   WHERE p.id = ?`,
  'person',
);
const providers = sqlStatement<Record<string, never>, { provider: string }>(
  `SELECT provider FROM (SELECT provider, count(*) AS times FROM (
     SELECT provider FROM stays WHERE provider IS NOT NULL ORDER BY id DESC LIMIT 500) GROUP BY provider)
   ORDER BY times DESC, provider LIMIT 30`,
);
const seenBetween = statement((q, p: { person: string; from: string; until: string }) =>
  q
    .selectFrom('contacts')
    .select('id')
    .where('person_id', '=', p.person)
    .where('starts_at', '>=', p.from)
    .where('starts_at', '<', p.until)
    .where('voided', 'is', null)
    .where('attendance', 'in', seenCodes)
    .orderBy('starts_at')
    .limit(1),
);

/** A stay, or undefined. */
export const findStay = (read: ReadHandle, id: string): StayRow | undefined => read.get(byId, { id });
/** All stays of a person, those voided included, newest first. */
export const staysOfPerson = (read: ReadHandle, person: string): StayRow[] => read.all(ofPerson, { person });
/** The items ticked on the discharge checklists of a person. */
export const stayChecksOf = (read: ReadHandle, person: string): StayChecks[] => read.all(checksOf, { person });
/** An item of a checklist, or undefined when nobody has ticked it yet. */
export const findStayCheck = (read: ReadHandle, id: string): StayChecks | undefined => read.get(checkById, { id });
/** The newest task that each of these rows made, with its owner. */
export const tasksByOrigin = (read: ReadHandle, origins: readonly string[]) =>
  new Map(
    origins.length === 0
      ? []
      : read.all(tasksOf, { origins: JSON.stringify(origins) }).map((task) => [task.origin_id ?? '', task]),
  );
/** What decides where a stay of a person belongs and whether it can be, with the case they have under way. */
export const stayTarget = (read: ReadHandle, person: string) => read.get(target, { person });
/** Providers that were named lately, the most usual first. */
export const usualProviders = (read: ReadHandle): string[] => read.all(providers, {}).map(({ provider }) => provider);
/** The first successful contact with a person on a day, if there was one. */
export const contactOnDay = (read: ReadHandle, person: string, on: string): string | null =>
  read.get(seenBetween, { person, from: startOfDay(on), until: startOfDay(addDays(on, 1)) })?.id ?? null;

/** A stay of a list, with whom it is about and who looks after them. */
export interface AwayLine extends StayRow {
  readonly name: string;
  readonly birth: string | null;
  readonly nhs_number: string | null;
  readonly neighbourhood_id: string;
  readonly neighbourhood: string | null;
  readonly coordinator_id: string | null;
  readonly coordinator: string | null;
}

/**
 * The stays that somebody has to do something about: current ones, those whose follow-up is not done, and reablement
 * whose day 91 is not answered. Each part is one of three small partial indexes.
 */
const away = sqlStatement<
  { worker: string | null; again: string | null; neighbourhoods: string; practices: string },
  AwayLine
>(
  `WITH asked AS (
     SELECT id FROM stays WHERE discharged_on IS NULL AND voided IS NULL
     UNION SELECT id FROM stays
       WHERE follow_up IS NOT NULL AND follow_up ->> 'done_on' IS NULL AND discharged_on IS NOT NULL AND voided IS NULL
     UNION SELECT id FROM stays WHERE kind = 'reablement' AND day91 IS NULL AND voided IS NULL)
   SELECT s.*, p.name, p.birth, p.nhs_number, p.neighbourhood_id, n.name AS neighbourhood, c.coordinator_id,
     w.name AS coordinator
   FROM asked CROSS JOIN stays AS s ON s.id = asked.id CROSS JOIN people AS p ON p.id = s.person_id
     LEFT JOIN neighbourhoods AS n ON n.id = p.neighbourhood_id
     LEFT JOIN caseload AS c ON c.case_id = (
       SELECT case_id FROM caseload WHERE person_id = s.person_id AND status <> 'closed' ORDER BY opened_on LIMIT 1)
     LEFT JOIN workers AS w ON w.id = c.coordinator_id
   WHERE p.voided IS NULL AND p.merged_into IS NULL
     AND CASE WHEN ? IS NULL
       THEN p.neighbourhood_id IN (SELECT value FROM json_each(?)) OR p.practice_id IN (SELECT value FROM json_each(?))
       ELSE EXISTS (SELECT 1 FROM cases AS k JOIN case_roles AS r ON r.case_id = k.id
         WHERE k.person_id = s.person_id AND k.status <> 'closed' AND r.worker_id = ? AND r.ended_at IS NULL
           AND r.voided IS NULL) END
   ORDER BY s.admitted_on, s.id`,
  'worker',
  'neighbourhoods',
  'practices',
  'again',
);

/** The stays that somebody has to do something about, longest first: of a worker's people, or of teams and practices. */
export const awayLines = (
  read: ReadHandle,
  of: {
    readonly worker: string | null;
    readonly neighbourhoods: readonly string[];
    readonly practices: readonly string[];
  },
): AwayLine[] =>
  read.all(away, {
    worker: of.worker,
    again: of.worker,
    neighbourhoods: JSON.stringify(of.neighbourhoods),
    practices: JSON.stringify(of.practices),
  });

/** The day on which a finished task was finished; null while it is open. */
export function doneOnOf(task: TaskRow | undefined): string | null {
  if (task?.status !== 'done') return null;
  const { on } = JSON.parse(task.state) as { on: string };
  return on.length > 10 ? localDateOf(on) : on;
}

/** For tests of query plans. */
export const stayStatements = { ofPerson, checksOf, tasksOf, target, away };
