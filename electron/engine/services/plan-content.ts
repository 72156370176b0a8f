import { contingencySchema, type PlanContent, selfManagementSchema } from '../../../shared/domain/frozen-plan.ts';
import { goalIsOpen } from '../../../shared/domain/goal-lifecycle.ts';
import { parseJson } from '../store/person-columns.ts';
import type { ActionRow } from '../store/plan-actions.ts';
import type { GoalRow, PlanRow } from '../store/plans.ts';
import { type Named, ownerOf, type PlanRows, stateOf } from './plan-rows.ts';

type ActionStatus = PlanContent['actions'][number]['status'];

/** The texts of a version's sections. */
export function sectionsOf(plan: PlanRow | undefined) {
  return {
    whatMatters: plan?.what_matters ?? '',
    strengths: plan?.strengths ?? '',
    communication: plan?.communication ?? '',
    contingency: contingencySchema
      .catch({ signs: [], steps: [], calls: [] })
      .parse(parseJson(plan?.contingency ?? '{}')),
  };
}

/** What the plan says: the sections of one version, and what stands of everything else. @param since date after which finished work still belongs to it */
export function planContent(
  plan: PlanRow | undefined,
  rows: PlanRows,
  named: Named,
  since: string | null,
): PlanContent {
  const recent = (on: string) => since === null || on.slice(0, 10) >= since;
  return {
    ...sectionsOf(plan),
    needs: rows.needs
      .filter(({ ended }) => ended === null)
      .map(({ id, domain, words, level }) => ({ id, domain, words, level })),
    goals: rows.goals
      .filter(({ state, status }) => goalIsOpen(status) || (status === 'completed' && recent(stateOf(state).on)))
      .map((goal) => ({ ...goalContent(goal), rating: latestRating(goal.id, rows) })),
    actions: rows.actions
      .map((action) => ({ action, ...actionState(action) }))
      .filter(({ status, on }) => status === 'planned' || (on !== null && recent(on)))
      .map(({ action, status, outcome }) => ({
        id: action.id,
        needId: action.need_id,
        goalId: action.goal_id,
        words: action.words,
        owner: ownerContent(action.owner, named),
        dueOn: action.due_on,
        status,
        outcome: outcome === '' ? null : outcome,
      })),
    selfManagement: rows.selfManagement
      .filter(({ ended_on }) => ended_on === null)
      .map((plan) => ({
        id: plan.id,
        condition: plan.condition,
        content: selfManagementContent(plan.content),
        agreedOn: plan.agreed_on,
        reviewDueOn: plan.review_due_on,
      })),
    decisions: rows.decisions
      .filter(({ kind }, place) => rows.decisions.findIndex((other) => other.kind === kind) === place)
      .map((row) => ({
        id: row.id,
        kind: row.kind,
        value: row.value,
        keptWhere: row.kept_where,
        decidedOn: row.decided_on,
        reviewOn: row.review_on,
        note: row.note,
      })),
  };
}

/** A goal without its ratings. */
export function goalContent(goal: GoalRow) {
  return {
    id: goal.id,
    needId: goal.need_id,
    domain: goal.domain,
    words: goal.words,
    baseline: parseJson<{ words: string; rating: number | null }>(goal.baseline),
    scale: parseJson<Record<string, string>>(goal.scale),
    importance: goal.importance,
    targetOn: goal.target_on,
    status: goal.status,
  };
}

/** The last rating of a goal. */
export function latestRating(goalId: string, { ratings }: Pick<PlanRows, 'ratings'>) {
  const last = ratings.filter(({ goal_id }) => goal_id === goalId).at(-1);
  return last ? { rating: last.rating, on: last.rated_at.slice(0, 10) } : null;
}

/** How an action stands: a worker's by its task, the others by themselves. */
export function actionState(action: ActionRow): { status: ActionStatus; on: string | null; outcome: string } {
  const worker = ownerOf(action.owner).kind === 'worker';
  const state = stateOf(worker && action.task_state !== null ? action.task_state : action.state);
  const status =
    state.status === 'done' ? 'done' : ['dropped', 'cancelled'].includes(state.status) ? 'dropped' : 'planned';
  return { status, on: state.on || null, outcome: state.outcome ?? '' };
}

function ownerContent(column: string, named: Named) {
  const { kind, id, name } = ownerOf(column);
  return { kind, name: kind === 'worker' ? named(id ?? null) : name || null };
}

/** The content of a self-management plan; what a newer version wrote otherwise is shown as empty, never dropped. */
export function selfManagementContent(column: string) {
  const empty = { signs: '', do: '' };
  return selfManagementSchema.catch({ everyday: [], green: empty, amber: empty, red: empty }).parse(parseJson(column));
}
