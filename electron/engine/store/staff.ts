import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

const workers = statement((q, _: Record<string, never>) =>
  q
    .selectFrom('workers')
    .leftJoin('organisations', 'organisations.id', 'workers.organisation_id')
    .selectAll('workers')
    .select('organisations.name as organisation')
    .orderBy('workers.ended_on')
    .orderBy('workers.name'),
);
const memberships = statement((q, p: { today: string }) =>
  q
    .selectFrom('worker_memberships')
    .select(['id', 'worker_id', 'kind', 'value'])
    .where('started_on', '<=', p.today)
    .where((where) => where.or([where('ended_on', 'is', null), where('ended_on', '>', p.today)])),
);
const leaveFrom = statement((q, p: { today: string }) =>
  q
    .selectFrom('worker_leave')
    .select(['id', 'origin', 'worker_id', 'starts_on', 'ends_on'])
    .where('ends_on', '>=', p.today)
    .whereRef('ends_on', '>=', 'starts_on')
    .orderBy('starts_on'),
);
const coordinated = sqlStatement<Record<string, never>, { worker_id: string; cases: number }>(
  `SELECT coordinator_id AS worker_id, count(*) AS cases FROM caseload
   WHERE coordinator_id IS NOT NULL AND status <> 'closed' GROUP BY coordinator_id`,
);
const organisations = statement((q, _: Record<string, never>) =>
  q.selectFrom('organisations').select(['id', 'name', 'kind']).where('ended_on', 'is', null).orderBy('name'),
);
const hasWorker = statement((q, p: { id: string }) =>
  q.selectFrom('workers').select(['id', 'name', 'ended_on']).where('id', '=', p.id),
);

/** Every worker with the name of their organisation, those who left last. */
export const staffRows = (read: ReadHandle) => read.all(workers, {});
/** What every worker belongs to on a date. */
export const membershipRows = (read: ReadHandle, today: string) => read.all(memberships, { today });
/** Leave that has not ended, without what was taken back before its first day. */
export const leaveRows = (read: ReadHandle, today: string) => read.all(leaveFrom, { today });
/** Number of unfinished cases per coordinator. */
export const casesPerCoordinator = (read: ReadHandle): Map<string, number> =>
  new Map(read.all(coordinated, {}).map(({ worker_id, cases }) => [worker_id, cases]));
/** Organisations in use, by name. */
export const listOrganisations = (read: ReadHandle) => read.all(organisations, {});
/** One worker, or undefined. */
export const findStaff = (read: ReadHandle, id: string) => read.get(hasWorker, { id });
