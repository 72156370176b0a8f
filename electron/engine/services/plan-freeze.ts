import { type FrozenPlan, frozenPlanSchema } from '../../../shared/domain/frozen-plan.ts';
import { checkAgreement, type PlanProblem } from '../../../shared/domain/plan-rules.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext } from '../context.ts';
import { parseJson } from '../store/person-columns.ts';
import type { PlanRow } from '../store/plans.ts';
import { planContent } from './plan-content.ts';
import { namesFor, type PlanRows } from './plan-rows.ts';
import { contentSince } from './plan-versions.ts';

interface AgreementInput {
  readonly agreement: { readonly on: string; readonly with: readonly string[]; readonly note: string };
  readonly reviewDueOn: string;
}

/** The whole plan as it would be kept for ever, and what stands in the way of agreeing it. */
export function freeze(
  context: QueryContext,
  plan: PlanRow,
  rows: PlanRows,
  { agreement, reviewDueOn }: AgreementInput,
): { readonly frozen: FrozenPlan; readonly problems: readonly PlanProblem[] } {
  const { session, today } = context;
  const named = namesFor(context, rows, [session.workerId]);
  const before = contentSince(rows.plans);
  const content = planContent(plan, rows, named, before);
  const problems = checkAgreement(content, { agreement, reviewDueOn }, { today, before });
  const { on, note } = agreement;
  const by = named(session.workerId) ?? session.name;
  return {
    frozen: { version: plan.version, ...content, agreement: { on, by, with: [...agreement.with], note }, reviewDueOn },
    problems,
  };
}

/** An agreed plan as it was frozen. @throws AppError `rule` when it was not agreed */
export function frozenOf(plan: PlanRow): FrozenPlan {
  if (plan.agreed === null) throw new AppError('rule', 'This version is not agreed yet. Open the plan to read it.');
  return frozenPlanSchema.parse(parseJson(plan.agreed));
}
