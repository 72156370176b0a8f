import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

/** A case of a worker's own, as far as the groups of the page Today are made from it. */
export interface OwnCase {
  readonly case_id: string;
  readonly status: string;
  readonly coordinator_id: string | null;
  readonly next_due_on: string | null;
  readonly next_planned_at: string | null;
  readonly last_contact_at: string | null;
  readonly missed_in_row: number;
  readonly points: number;
  /** When the worker's role began. */
  readonly mine_since: string;
}

const ownCases = sqlStatement<{ worker: string }, OwnCase>(
  `SELECT c.case_id, c.status, c.coordinator_id, c.next_due_on, c.next_planned_at, c.last_contact_at, c.missed_in_row,
     c.points, min(r.started_at) AS mine_since
   FROM case_roles AS r CROSS JOIN caseload AS c ON c.case_id = r.case_id
   WHERE r.worker_id = ? AND r.ended_at IS NULL AND r.voided IS NULL AND r.role IN ('coordinator', 'behaviourist')
     AND c.status <> 'closed'
   GROUP BY c.case_id
   ORDER BY c.next_due_on, c.points DESC, c.case_id`,
  'worker',
);
const unallocated = sqlStatement<{ neighbourhoods: string }, { case_id: string }>(
  `SELECT case_id FROM caseload
   WHERE coordinator_id IS NULL AND status IN ('proposed', 'open', 'on-hold')
     AND +neighbourhood_id IN (SELECT value FROM json_each(?))
   ORDER BY points DESC, opened_on, case_id`,
  'neighbourhoods',
);

/** A planned contact of a worker's own or one to which they go along. */
export interface PlannedLine {
  readonly id: string;
  readonly case_id: string | null;
  readonly person_id: string;
  readonly group_id: string | null;
  readonly title: string | null;
  readonly starts_at: string;
  readonly minutes: number | null;
  readonly mechanism: string;
  readonly location: string | null;
  readonly purpose: string | null;
  readonly name: string;
  readonly birth: string | null;
  readonly death: string | null;
  readonly nhs_number: string | null;
  readonly address: string | null;
}

const plannedColumns = `SELECT k.id, k.case_id, k.person_id, k.group_id, g.title, k.starts_at, k.minutes, k.mechanism,
  k.location, k.purpose, p.name, p.birth, p.death, p.nhs_number, p.address
  FROM contacts AS k CROSS JOIN people AS p ON p.id = k.person_id LEFT JOIN group_sessions AS g ON g.id = k.group_id`;
const waiting = 'k.attendance IS NULL AND k.voided IS NULL';

const plannedBetween = sqlStatement<{ worker: string; from: string; until: string }, PlannedLine>(
  `SELECT * FROM (
     ${plannedColumns} WHERE k.worker_id = ? AND k.starts_at >= ? AND k.starts_at < ? AND ${waiting}
     UNION ALL
     ${plannedColumns} WHERE k.starts_at >= ? AND k.starts_at < ? AND ${waiting} AND k.joint_with <> '[]'
       AND k.worker_id <> ? AND EXISTS (SELECT 1 FROM json_each(k.joint_with) WHERE value = ?))
   ORDER BY starts_at, id LIMIT 500`,
  'worker',
  'from',
  'until',
  'from',
  'until',
  'worker',
  'worker',
);
const withoutOutcome = sqlStatement<{ worker: string; now: string }, PlannedLine>(
  `${plannedColumns} WHERE k.worker_id = ? AND k.starts_at < ? AND ${waiting} ORDER BY k.starts_at DESC, k.id LIMIT 500`,
  'worker',
  'now',
);

/** A handover with the names in it. */
export interface TransferLine {
  readonly id: string;
  readonly case_id: string;
  readonly from_worker_id: string | null;
  readonly from_worker: string | null;
  readonly to_worker_id: string | null;
  readonly to_worker: string | null;
  readonly proposed_by: string;
  readonly proposer: string | null;
  readonly proposed_at: string;
  readonly reason: string;
  readonly return_on: string | null;
  readonly answer: string | null;
}

const transferColumns = `SELECT t.id, t.case_id, t.from_worker_id, f.name AS from_worker, t.to_worker_id,
  w.name AS to_worker, t.proposed_by, b.name AS proposer, t.proposed_at, t.reason, t.return_on, t.answer
  FROM transfers AS t CROSS JOIN caseload AS c ON c.case_id = t.case_id
    LEFT JOIN workers AS f ON f.id = t.from_worker_id LEFT JOIN workers AS w ON w.id = t.to_worker_id
    LEFT JOIN workers AS b ON b.id = t.proposed_by`;

const askedOf = sqlStatement<{ worker: string; neighbourhoods: string }, TransferLine>(
  `${transferColumns}
   WHERE t.answer IS NULL AND c.status <> 'closed' AND (t.to_worker_id = ? OR (t.to_worker_id IS NULL
     AND t.proposed_by <> ? AND t.from_worker_id IS NOT ?
     AND c.neighbourhood_id IN (SELECT value FROM json_each(?))))
   ORDER BY t.proposed_at, t.id`,
  'worker',
  'worker',
  'worker',
  'neighbourhoods',
);
const askedBy = sqlStatement<{ worker: string }, TransferLine>(
  `${transferColumns}
   WHERE t.id IN (
     SELECT id FROM transfers WHERE proposed_by = ? AND answer IS NULL
     UNION SELECT o.id FROM caseload AS m CROSS JOIN transfers AS o ON o.case_id = m.case_id
       WHERE m.coordinator_id = ? AND m.transfer_to IS NOT NULL AND o.answer IS NULL)
     AND c.status <> 'closed' AND t.to_worker_id IS NOT ?
   ORDER BY t.proposed_at, t.id`,
  'worker',
  'worker',
  'worker',
);
const declined = sqlStatement<{ worker: string; since: string }, TransferLine>(
  `${transferColumns}
   WHERE t.proposed_by = ? AND t.proposed_at >= ? AND t.answer ->> 'state' = 'declined'
     AND c.status <> 'closed' AND c.coordinator_id IS t.from_worker_id
     AND NOT EXISTS (SELECT 1 FROM transfers AS later WHERE later.case_id = t.case_id AND later.id > t.id)
   ORDER BY t.proposed_at, t.id`,
  'worker',
  'since',
);
const toHandBack = sqlStatement<{ worker: string; today: string }, TransferLine>(
  `${transferColumns}
   WHERE t.id IN (
     SELECT o.id FROM caseload AS m CROSS JOIN transfers AS o ON o.case_id = m.case_id
     WHERE m.coordinator_id = ? AND m.status IN ('proposed', 'open', 'on-hold') AND o.return_on <= ?
       AND o.from_worker_id <> m.coordinator_id AND o.answer ->> 'state' IN ('accepted', 'imposed'))
     AND NOT EXISTS (SELECT 1 FROM transfers AS later WHERE later.case_id = t.case_id AND later.id > t.id
       AND (later.answer IS NULL OR later.answer ->> 'state' IN ('accepted', 'imposed')))
   ORDER BY t.return_on, t.id`,
  'worker',
  'today',
);

/** Every statement of the page, so that a test can look at how each is carried out. */
export const todayStatements = {
  ownCases,
  unallocated,
  plannedBetween,
  withoutOutcome,
  askedOf,
  askedBy,
  declined,
  toHandBack,
};

/** Unfinished cases on which a worker is coordinator or behaviourist, the earliest due first, those without a date last. */
export function ownCasesOf(read: ReadHandle, worker: string): OwnCase[] {
  const found = read.all(ownCases, { worker });
  return [
    ...found.filter(({ next_due_on }) => next_due_on !== null),
    ...found.filter(({ next_due_on }) => next_due_on === null),
  ];
}
/** Ids of the unfinished cases of these neighbourhoods that nobody coordinates, the greatest need first. */
export const unallocatedIn = (read: ReadHandle, neighbourhoods: readonly string[]): string[] =>
  read.all(unallocated, { neighbourhoods: JSON.stringify(neighbourhoods) }).map(({ case_id }) => case_id);
/** What a worker has planned between two instants, own and joint, earliest first. */
export const plannedOf = (read: ReadHandle, worker: string, from: string, until: string): PlannedLine[] =>
  read.all(plannedBetween, { worker, from, until });
/** What a worker had planned before now and nobody has written up, latest first. */
export const withoutOutcomeOf = (read: ReadHandle, worker: string, now: string): PlannedLine[] =>
  read.all(withoutOutcome, { worker, now });
/** Handovers that a worker may answer: asked of them, or in these neighbourhoods of whoever covers. */
export const transfersAskedOf = (read: ReadHandle, worker: string, neighbourhoods: readonly string[]): TransferLine[] =>
  read.all(askedOf, { worker, neighbourhoods: JSON.stringify(neighbourhoods) });
/** Handovers that a worker proposed, or of their own cases, and that somebody else has to answer. */
export const transfersAskedBy = (read: ReadHandle, worker: string): TransferLine[] => read.all(askedBy, { worker });
/** Handovers proposed by a worker since an instant that were declined and not taken up otherwise. */
export const declinedOf = (read: ReadHandle, worker: string, since: string): TransferLine[] =>
  read.all(declined, { worker, since });
/** Handovers by which a worker covers cases for somebody whose day of return has come. */
export const coverEnded = (read: ReadHandle, worker: string, today: string): TransferLine[] =>
  read.all(toHandBack, { worker, today });
