import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

/** What is open about one person and what a stranger needs to reach the team; each an index walk of that person. */

const pressingTasks = statement((q, p: { person: string; today: string }) =>
  q
    .selectFrom('tasks')
    .leftJoin('workers', 'workers.id', 'tasks.owner_id')
    .select(['tasks.id', 'tasks.words', 'tasks.due_on', 'tasks.priority', 'tasks.created_at', 'workers.name as owner'])
    .where('tasks.person_id', '=', p.person)
    .where('tasks.status', '=', 'open')
    .where('tasks.voided', 'is', null)
    .where((where) => where.or([where('tasks.priority', '=', 'urgent'), where('tasks.due_on', '<=', p.today)]))
    .orderBy('tasks.due_on')
    .orderBy('tasks.id'),
);
const currentStays = statement((q, p: { person: string; today: string }) =>
  q
    .selectFrom('stays')
    .select(['id', 'kind', 'provider', 'ward', 'admitted_on', 'expected_on'])
    .where('person_id', '=', p.person)
    .where('admitted_on', '<=', p.today)
    .where('discharged_on', 'is', null)
    .where('voided', 'is', null)
    .orderBy('admitted_on', 'desc'),
);
const openFeedback = statement((q, p: { person: string }) =>
  q
    .selectFrom('feedback')
    .select(['id', 'kind', 'words', 'received_on'])
    .where('person_id', '=', p.person)
    .where('status', '=', 'open')
    .where('kind', 'in', ['concern', 'complaint'])
    .where('voided', 'is', null)
    .orderBy('received_on', 'desc'),
);
const phones = sqlStatement<{ ids: string }, { id: string; phone: string | null }>(
  'SELECT w.id, w.phone FROM json_each(?) AS wanted CROSS JOIN workers AS w ON w.id = wanted.value',
  'ids',
);

/** Tasks that are urgent or due by today, stays that have not ended, concerns and complaints that nobody has answered. */
export function openMatters(read: ReadHandle, person: string, today: string) {
  return {
    tasks: read.all(pressingTasks, { person, today }),
    stays: read.all(currentStays, { person, today }),
    feedback: read.all(openFeedback, { person }),
  };
}
export type OpenMatters = ReturnType<typeof openMatters>;

/** Telephone numbers of workers by id; those without one are left out. */
export function phonesOf(read: ReadHandle, ids: readonly (string | null)[]): ReadonlyMap<string, string> {
  const wanted = JSON.stringify([...new Set(ids.filter((id) => id !== null))]);
  return new Map(read.all(phones, { ids: wanted }).flatMap(({ id, phone }) => (phone === null ? [] : [[id, phone]])));
}

/** For tests of query plans. */
export const handoverStatements = { pressingTasks, currentStays, openFeedback };
