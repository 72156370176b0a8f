import type { Selectable } from 'kysely';
import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';
import type { Feedback } from './tables.ts';

/** Feedback as it is stored; its state is JSON text. */
export type FeedbackRecord = Selectable<Feedback>;

const byId = statement((q, p: { id: string }) => q.selectFrom('feedback').selectAll().where('id', '=', p.id));
const ofPerson = statement((q, p: { person: string }) =>
  q
    .selectFrom('feedback')
    .selectAll()
    .where('person_id', '=', p.person)
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc'),
);
const states = sqlStatement<{ person: string }, { id: string; feedback_id: string; state: string }>(
  `SELECT c.id, f.id AS feedback_id, c.patch ->> 'state' AS state
   FROM feedback AS f CROSS JOIN changes AS c ON c.row = f.id
   WHERE f.person_id = ? AND c.patch ->> 'state' IS NOT NULL ORDER BY c.id`,
  'person',
);

/** One piece of feedback, or undefined. */
export const findFeedback = (read: ReadHandle, id: string): FeedbackRecord | undefined => read.get(byId, { id });
/** Everything said about the care of a person, what is void included, newest first. */
export const feedbackOfPerson = (read: ReadHandle, person: string): FeedbackRecord[] => read.all(ofPerson, { person });

/** Every state that the feedback of a person ever had, oldest first, by its id. */
export function statesOfFeedback(read: ReadHandle, person: string): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { feedback_id, state } of read.all(states, { person }))
    found.set(feedback_id, [...(found.get(feedback_id) ?? []), state]);
  return found;
}

/** Enough of each piece to filter, order and count a list. */
export interface FeedbackKey {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly received_on: string;
  readonly neighbourhood_id: string;
}
const keys = sqlStatement<
  { worker: string | null; again: string | null; neighbourhoods: string; practices: string },
  FeedbackKey
>(
  `SELECT f.id, f.kind, f.status, f.received_on, p.neighbourhood_id
   FROM feedback AS f CROSS JOIN people AS p ON p.id = f.person_id
   WHERE f.voided IS NULL AND p.voided IS NULL AND p.merged_into IS NULL
     AND CASE WHEN ? IS NULL
       THEN p.neighbourhood_id IN (SELECT value FROM json_each(?)) OR p.practice_id IN (SELECT value FROM json_each(?))
       ELSE EXISTS (SELECT 1 FROM cases AS k JOIN case_roles AS r ON r.case_id = k.id
         WHERE k.person_id = f.person_id AND k.status <> 'closed' AND r.worker_id = ? AND r.ended_at IS NULL
           AND r.voided IS NULL) END`,
  'worker',
  'neighbourhoods',
  'practices',
  'again',
);

/** Feedback about the people of a worker, or of these teams and practices, in no order. There are few of them: some thousands in a city. */
export const feedbackKeys = (
  read: ReadHandle,
  of: {
    readonly worker: string | null;
    readonly neighbourhoods: readonly string[];
    readonly practices: readonly string[];
  },
): FeedbackKey[] =>
  read.all(keys, {
    worker: of.worker,
    again: of.worker,
    neighbourhoods: JSON.stringify(of.neighbourhoods),
    practices: JSON.stringify(of.practices),
  });

/** Feedback of a list, with whom it is about and who looks after them. */
export interface FeedbackLine extends FeedbackRecord {
  readonly name: string;
  readonly birth: string | null;
  readonly nhs_number: string | null;
  readonly neighbourhood_id: string;
  readonly neighbourhood: string | null;
  readonly coordinator_id: string | null;
  readonly coordinator: string | null;
}
const byIds = sqlStatement<{ ids: string }, FeedbackLine>(
  `SELECT f.*, p.name, p.birth, p.nhs_number, p.neighbourhood_id, n.name AS neighbourhood, c.coordinator_id,
     w.name AS coordinator
   FROM json_each(?) AS wanted CROSS JOIN feedback AS f ON f.id = wanted.value
     CROSS JOIN people AS p ON p.id = f.person_id
     LEFT JOIN neighbourhoods AS n ON n.id = p.neighbourhood_id
     LEFT JOIN caseload AS c ON c.case_id = (
       SELECT case_id FROM caseload WHERE person_id = f.person_id AND status <> 'closed' ORDER BY opened_on LIMIT 1)
     LEFT JOIN workers AS w ON w.id = c.coordinator_id
   ORDER BY wanted.key`,
  'ids',
);

/** Feedback by its ids, in the order of the ids. */
export const feedbackLines = (read: ReadHandle, ids: readonly string[]): FeedbackLine[] =>
  ids.length === 0 ? [] : read.all(byIds, { ids: JSON.stringify(ids) });
