import type { WorkerView } from '../../../shared/contract/person-view.ts';
import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

const view = `SELECT workers.id, workers.name, workers.job, coalesce(organisations.name, '') AS organisation
  FROM workers LEFT JOIN organisations ON organisations.id = workers.organisation_id`;

const inNeighbourhoods = sqlStatement<{ neighbourhoods: string; today: string }, WorkerView>(
  `${view}
   WHERE workers.ended_on IS NULL AND workers.id IN (
     SELECT worker_id FROM worker_memberships
     WHERE kind = 'neighbourhood' AND value IN (SELECT value FROM json_each(?))
       AND started_on <= ? AND (ended_on IS NULL OR ended_on > ?))
   ORDER BY workers.name, workers.id`,
  'neighbourhoods',
  'today',
  'today',
);
const byIds = sqlStatement<{ ids: string }, WorkerView & { ended_on: string | null }>(
  `SELECT named.*, workers.ended_on FROM (${view}) AS named JOIN workers USING (id)
   WHERE id IN (SELECT value FROM json_each(?))`,
  'ids',
);

/** The workers of these neighbourhoods' teams today, by name. */
export const listColleagues = (read: ReadHandle, neighbourhoods: readonly string[], today: string): WorkerView[] =>
  read.all(inNeighbourhoods, { neighbourhoods: JSON.stringify(neighbourhoods), today });

/** Workers by id, those who left included. */
export function workersById(read: ReadHandle, ids: readonly string[]): Map<string, WorkerView & { left: boolean }> {
  if (ids.length === 0) return new Map();
  const rows = read.all(byIds, { ids: JSON.stringify([...new Set(ids)]) });
  return new Map(rows.map(({ ended_on, ...worker }) => [worker.id, { ...worker, left: ended_on !== null }]));
}

/** A worker as shown when their row has not come to this device yet. */
export const unknownWorker = (id: string): WorkerView => ({ id, name: 'Somebody', job: '', organisation: '' });
