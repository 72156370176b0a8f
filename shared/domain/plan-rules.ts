import { addYears } from './british-date.ts';
import type { PlanContent } from './frozen-plan.ts';

/** One thing to put right before a plan can be agreed; `path` is a field of the agreement or of the plan. */
export interface PlanProblem {
  readonly path: string;
  readonly message: string;
}

export interface AgreementDraft {
  readonly agreement: { readonly on: string; readonly with: readonly string[] };
  readonly reviewDueOn: string;
}

/**
 * What stands in the way of agreeing a plan, in the order of the form. A plan says what matters to the person and has
 * at least a goal or an action; it is agreed with somebody, on a day that has come, and looked at again within a year.
 * @param before the day on which the version before was agreed
 */
export function checkAgreement(
  plan: PlanContent,
  { agreement, reviewDueOn }: AgreementDraft,
  { today, before }: { readonly today: string; readonly before: string | null },
): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const add = (path: string, message: string) => problems.push({ path, message });
  if (plan.whatMatters === '') add('whatMatters', 'Write what matters to the person first');
  if (plan.goals.length === 0 && plan.actions.length === 0) add('goals', 'Add at least one goal or action first');
  if (agreement.with.length === 0) add('agreement.with', 'Say with whom the plan was agreed');
  if (agreement.on > today) add('agreement.on', 'The date is in the future');
  else if (before !== null && agreement.on < before)
    add('agreement.on', 'The version before was agreed later than that. Enter the day of this agreement');
  if (reviewDueOn <= agreement.on) add('reviewDueOn', 'The review must be after the agreement');
  else if (reviewDueOn > addYears(agreement.on, 1)) add('reviewDueOn', 'Look at the plan again within a year');
  return problems;
}
