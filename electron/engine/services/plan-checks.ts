import type { PlanPart } from '../../../shared/contract/plan-entry.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ReadHandle } from '../store/handles.ts';
import { findPart } from '../store/plan-entries.ts';
import { findPlan, type PlanRow } from '../store/plans.ts';
import { refuse } from './contact-checks.ts';

const gone = 'This entry is no longer there. Go back and open it again.';

/** A version that was not set aside. */
export function requirePlan(read: ReadHandle, id: string): PlanRow {
  const plan = findPlan(read, id);
  if (!plan) throw new AppError('not-found', gone);
  if (plan.voided !== null) throw new AppError('rule', 'This version was set aside. Open the plan to see what holds.');
  return plan;
}

/** The version that is being written. */
export function requireDraft(read: ReadHandle, id: string): PlanRow {
  const plan = requirePlan(read, id);
  if (plan.status !== 'draft')
    throw new AppError('conflict', 'This version is agreed and stays as it is. Begin a review to change the plan.');
  return plan;
}

/** A part of the plan that was not taken back. */
export function requirePart<P extends PlanPart>(read: ReadHandle, part: P, id: string) {
  const row = findPart(read, part, id);
  if (!row) throw new AppError('not-found', gone);
  if (row.voided !== null)
    throw new AppError('rule', 'This entry was taken back. It stays in the history, and nothing more can be changed.');
  return row;
}

/** Refuses links to a need or goal of somebody else. */
export function requireLinks(
  read: ReadHandle,
  personId: string,
  links: { readonly needId?: string | null | undefined; readonly goalId?: string | null | undefined },
  at = '',
): void {
  const { needId, goalId } = links;
  if (needId && findPart(read, 'need', needId)?.person_id !== personId)
    refuse([{ path: `${at}needId`, message: 'Choose a need of this person' }]);
  if (goalId && findPart(read, 'goal', goalId)?.person_id !== personId)
    refuse([{ path: `${at}goalId`, message: 'Choose a goal of this person' }]);
}
