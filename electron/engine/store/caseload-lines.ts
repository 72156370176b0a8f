import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

/** A case as lists show it, with the names of what its ids stand for. */
export interface CaseloadLine {
  readonly case_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly birth: string | null;
  readonly death: string | null;
  readonly nhs_number: string | null;
  readonly address: string | null;
  readonly status: string;
  readonly opened_on: string;
  readonly neighbourhood_id: string;
  readonly neighbourhood: string | null;
  readonly practice_id: string | null;
  readonly practice: string | null;
  readonly coordinator_id: string | null;
  readonly coordinator: string | null;
  readonly behaviourist_id: string | null;
  readonly behaviourist: string | null;
  readonly transfer_to: string | null;
  readonly transfer_worker: string | null;
  readonly tier: string;
  readonly points: number;
  readonly explanation: string;
  readonly last_contact_at: string | null;
  readonly next_planned_at: string | null;
  readonly next_due_on: string | null;
  readonly missed_in_row: number;
  readonly flags: string;
  readonly segments: string;
  /** Null in a line that has not been derived since the application was updated. */
  readonly facts: string | null;
}

const byIds = sqlStatement<{ ids: string }, CaseloadLine>(
  `SELECT c.case_id, c.person_id, p.name, p.birth, p.death, p.nhs_number, p.address, c.status, c.opened_on,
     c.neighbourhood_id, n.name AS neighbourhood, c.practice_id, r.name AS practice,
     c.coordinator_id, wc.name AS coordinator, c.behaviourist_id, wb.name AS behaviourist,
     c.transfer_to, wt.name AS transfer_worker, c.tier, c.points, c.explanation,
     c.last_contact_at, c.next_planned_at, c.next_due_on, c.missed_in_row, c.flags, c.segments, c.facts
   FROM json_each(?) AS wanted
     CROSS JOIN caseload AS c ON c.case_id = wanted.value
     CROSS JOIN people AS p ON p.id = c.person_id
     LEFT JOIN neighbourhoods AS n ON n.id = c.neighbourhood_id
     LEFT JOIN practices AS r ON r.id = c.practice_id
     LEFT JOIN workers AS wc ON wc.id = c.coordinator_id
     LEFT JOIN workers AS wb ON wb.id = c.behaviourist_id
     LEFT JOIN workers AS wt ON wt.id = c.transfer_to
   ORDER BY wanted.key`,
  'ids',
);

/** Cases by their ids, in the order of the ids. */
export const caseloadLines = (read: ReadHandle, ids: readonly string[]): CaseloadLine[] =>
  ids.length === 0 ? [] : read.all(byIds, { ids: JSON.stringify(ids) });
