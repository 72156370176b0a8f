import type { WorkerView } from '../../../shared/contract/person-view.ts';
import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

/** A worker in office with what they belong to today. */
export interface StoredMember extends WorkerView {
  /** JSON lists of ids. */
  readonly roles: string;
  readonly neighbourhoods: string;
  /** Unfinished cases that they coordinate. */
  readonly cases: number;
  readonly away_until: string | null;
}

interface Wanted {
  /** Members of any of these teams; all workers when null. */
  readonly neighbourhoods: readonly string[] | null;
  readonly role: string | null;
  readonly today: string;
}

const current = 'm.started_on <= asked.today AND (m.ended_on IS NULL OR m.ended_on > asked.today)';
const listed = (kind: string) =>
  `(SELECT coalesce(json_group_array(m.value), '[]') FROM worker_memberships AS m
    WHERE m.worker_id = w.id AND m.kind = '${kind}' AND ${current})`;

const members = sqlStatement<{ neighbourhoods: string | null; role: string | null; today: string }, StoredMember>(
  `WITH asked (places, role, today) AS (SELECT ?, ?, ?)
   SELECT w.id, w.name, w.job, coalesce(o.name, '') AS organisation,
     ${listed('role')} AS roles, ${listed('neighbourhood')} AS neighbourhoods,
     (SELECT count(*) FROM caseload AS c
      WHERE c.coordinator_id = w.id AND c.status IN ('proposed', 'open', 'on-hold')) AS cases,
     (SELECT max(l.ends_on) FROM worker_leave AS l
      WHERE l.worker_id = w.id AND l.starts_on <= asked.today AND l.ends_on >= asked.today) AS away_until
   FROM asked CROSS JOIN workers AS w LEFT JOIN organisations AS o ON o.id = w.organisation_id
   WHERE (w.ended_on IS NULL OR w.ended_on > asked.today)
     AND (asked.role IS NULL OR EXISTS (SELECT 1 FROM worker_memberships AS m
       WHERE m.worker_id = w.id AND m.kind = 'role' AND m.value = asked.role AND ${current}))
     AND (asked.places IS NULL OR EXISTS (SELECT 1 FROM worker_memberships AS m
       WHERE m.worker_id = w.id AND m.kind = 'neighbourhood'
         AND m.value IN (SELECT value FROM json_each(asked.places)) AND ${current}))
   ORDER BY w.name, w.id`,
  'neighbourhoods',
  'role',
  'today',
);

/** Workers in office by name, of these teams and with this application role. */
export const workersOf = (read: ReadHandle, { neighbourhoods, role, today }: Wanted): StoredMember[] =>
  read.all(members, { neighbourhoods: neighbourhoods && JSON.stringify(neighbourhoods), role, today });
