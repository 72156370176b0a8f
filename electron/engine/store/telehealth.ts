import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';
import type { TelehealthEnrolments } from './tables.ts';

/** Telehealth as it is stored; `ended` is JSON text. */
export type EnrolmentRow = TelehealthEnrolments;

/** An alert with its task. */
export interface AlertLine {
  readonly id: string;
  readonly enrolment_id: string;
  readonly raised_at: string;
  readonly words: string;
  readonly task_id: string;
  readonly recorded_by: string;
  readonly voided: string | null;
  readonly owner: string | null;
  readonly due_on: string | null;
  readonly state: string | null;
  readonly status: string | null;
}

const byId = statement((q, p: { id: string }) =>
  q.selectFrom('telehealth_enrolments').selectAll().where('id', '=', p.id),
);
const ofPerson = sqlStatement<{ person: string }, EnrolmentRow>(
  `SELECT * FROM telehealth_enrolments WHERE person_id = ? AND voided IS NULL ORDER BY ended IS NOT NULL, started_on DESC, id DESC`,
  'person',
);
const line = `SELECT a.id, a.enrolment_id, a.raised_at, a.words, a.task_id, a.recorded_by, a.voided, w.name AS owner,
  t.due_on, t.state, t.status`;
const joins = 'LEFT JOIN tasks AS t ON t.id = a.task_id LEFT JOIN workers AS w ON w.id = t.owner_id';
const alertsOf = sqlStatement<{ person: string }, AlertLine>(
  `${line} FROM telehealth_alerts AS a ${joins}
   WHERE a.person_id = ? AND a.voided IS NULL ORDER BY a.raised_at DESC, a.id DESC`,
  'person',
);
const alertById = sqlStatement<{ id: string }, AlertLine>(
  `${line} FROM telehealth_alerts AS a ${joins} WHERE a.id = ?`,
  'id',
);
const ownerHas = `t.owner_id = ? OR EXISTS (SELECT 1 FROM cases AS k JOIN case_roles AS r ON r.case_id = k.id
  WHERE k.person_id = a.person_id AND k.status <> 'closed' AND r.worker_id = ? AND r.ended_at IS NULL AND r.voided IS NULL)`;
const open = sqlStatement<
  { worker: string | null; owner: string | null; role: string | null; neighbourhoods: string; practices: string },
  AlertLine & { kit: string; person_id: string; name: string }
>(
  `${line}, e.kit, a.person_id, p.name
   FROM tasks AS t CROSS JOIN telehealth_alerts AS a ON a.id = t.origin_id CROSS JOIN people AS p ON p.id = a.person_id
     CROSS JOIN telehealth_enrolments AS e ON e.id = a.enrolment_id LEFT JOIN workers AS w ON w.id = t.owner_id
   WHERE t.origin_kind = 'telehealth-alert' AND t.status = 'open' AND t.voided IS NULL AND a.voided IS NULL
     AND CASE WHEN ? IS NULL
       THEN p.neighbourhood_id IN (SELECT value FROM json_each(?)) OR p.practice_id IN (SELECT value FROM json_each(?))
       ELSE ${ownerHas} END
   ORDER BY a.raised_at, a.id LIMIT 500`,
  'worker',
  'neighbourhoods',
  'practices',
  'owner',
  'role',
);

/** Telehealth of somebody, or undefined. */
export const findEnrolment = (read: ReadHandle, id: string): EnrolmentRow | undefined => read.get(byId, { id });
/** Telehealth of a person, that in use first. */
export const enrolmentsOf = (read: ReadHandle, person: string): EnrolmentRow[] => read.all(ofPerson, { person });
/** Alerts of a person, newest first. */
export const alertsOfPerson = (read: ReadHandle, person: string): AlertLine[] => read.all(alertsOf, { person });
/** An alert, or undefined. */
export const findAlert = (read: ReadHandle, id: string): AlertLine | undefined => read.get(alertById, { id });
/** Alerts whose task is open: of a worker and their people, or of teams and practices when `worker` is null. */
export const openAlerts = (
  read: ReadHandle,
  of: {
    readonly worker: string | null;
    readonly neighbourhoods: readonly string[];
    readonly practices: readonly string[];
  },
) =>
  read.all(open, {
    worker: of.worker,
    owner: of.worker,
    role: of.worker,
    neighbourhoods: JSON.stringify(of.neighbourhoods),
    practices: JSON.stringify(of.practices),
  });
