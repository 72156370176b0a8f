import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

const byId = statement((q, p: { id: string }) =>
  q
    .selectFrom('workers')
    .leftJoin('organisations', 'organisations.id', 'workers.organisation_id')
    .select(['workers.id', 'workers.name', 'workers.job', 'workers.ended_on', 'organisations.name as organisation'])
    .where('workers.id', '=', p.id),
);
const membershipsOf = statement((q, p: { worker: string; today: string }) =>
  q
    .selectFrom('worker_memberships')
    .select(['kind', 'value'])
    .where('worker_id', '=', p.worker)
    .where('started_on', '<=', p.today)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', p.today)]))
    .orderBy('value'),
);

/** A worker with the name of their organisation. */
export const findWorker = (read: ReadHandle, id: string) => read.get(byId, { id });

/** What a worker belongs to on a date: application roles, neighbourhood ids, practice ids. */
export function currentMemberships(
  read: ReadHandle,
  worker: string,
  today: string,
): Record<'role' | 'neighbourhood' | 'practice', string[]> {
  const found = { role: [] as string[], neighbourhood: [] as string[], practice: [] as string[] };
  for (const { kind, value } of read.all(membershipsOf, { worker, today }))
    found[kind as keyof typeof found].push(value);
  return found;
}

const names = statement((q, _: Record<string, never>) =>
  q.selectFrom('workers').select(['id', 'name']).orderBy('name'),
);

/** Every worker, those who left included, by name. */
export const listWorkerNames = (read: ReadHandle) => read.all(names, {});

export interface WorkerWithOrganisation {
  readonly id: string;
  readonly name: string;
  readonly job: string;
  readonly organisation: string;
}
const byIds = sqlStatement<{ ids: string }, WorkerWithOrganisation>(
  `SELECT w.id, w.name, w.job, coalesce(o.name, '') AS organisation
   FROM json_each(?) AS wanted CROSS JOIN workers AS w ON w.id = wanted.value
   LEFT JOIN organisations AS o ON o.id = w.organisation_id`,
  'ids',
);

/**
 * Workers by their ids, for everything that a page names at once. A worker whom this device has not heard of yet is
 * answered under the id alone, so that no entry loses its author.
 */
export function workersOf(
  read: ReadHandle,
  ids: Iterable<string | null>,
): (id: string | null) => WorkerWithOrganisation | null {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const found = new Map(read.all(byIds, { ids: JSON.stringify(wanted) }).map((worker) => [worker.id, worker]));
  return (id) => (id === null ? null : (found.get(id) ?? { id, name: 'Not known here', job: '', organisation: '' }));
}
