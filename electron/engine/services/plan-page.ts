import type { PlanPageView } from '../../../shared/contract/plan-view.ts';
import type { plans as contract } from '../../../shared/contract/plans.ts';
import { codeEntry, codeLabel, isCode } from '../../../shared/domain/code-lists.ts';
import { goalIsOpen } from '../../../shared/domain/goal-lifecycle.ts';
import { ratingMeaning } from '../../../shared/domain/goal-rating.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import type { QueryContext, Services } from '../context.ts';
import { shownHeadsOf } from '../journal/record.ts';
import { listColleagues } from '../store/colleagues.ts';
import { parseJson } from '../store/person-columns.ts';
import { contestedHeads } from '../store/person-entities.ts';
import { conditionCodes, newestAnswers, type PlanRow } from '../store/plans.ts';
import { conflictViews } from './person-conflicts.ts';
import {
  actionState,
  goalContent,
  latestRating,
  planContent,
  sectionsOf,
  selfManagementContent,
} from './plan-content.ts';
import { type Named, namesFor, ownerOf, type PlanRows, planRows, stateOf } from './plan-rows.ts';
import { contentSince, draftsOf, holdingPlan, versionView } from './plan-versions.ts';

/** Reads of the plan page and of the overview's panel. */
export const planPage: Pick<Services<typeof contract>, 'plans.open' | 'plans.brief'> = {
  'plans.open': (context, { personId }) => openPlan(context, personId),
  'plans.brief': (context, { personId }) => {
    const rows = planRows(context, personId);
    const current = holdingPlan(rows.plans);
    const goals = rows.goals.filter(({ status }) => goalIsOpen(status));
    const planned = rows.actions.filter((action) => actionState(action).status === 'planned');
    return {
      current: current ? versionView(current, [], namesFor(context, rows)) : null,
      drafting: draftsOf(rows.plans).length > 0,
      whatMatters: current?.what_matters ?? '',
      goals: goals
        .sort((a, b) => (b.importance ?? -1) - (a.importance ?? -1))
        .map((row) => {
          const { id, words, status, scale } = goalContent(row);
          const latest = latestRating(id, rows);
          return { id, words, status, rating: latest && { ...latest, meaning: ratingMeaning(scale, latest.rating) } };
        }),
      actions: {
        planned: planned.length,
        overdue: planned.filter(({ due_on }) => due_on !== null && due_on < context.today).length,
      },
    };
  },
};

function openPlan(context: QueryContext, personId: string): PlanPageView {
  const { read, session, today } = context;
  const rows = planRows(context, personId);
  const answers = newestAnswers(read, personId);
  const contested = contestedHeads(
    read,
    Object.values(rows).flatMap((all) => all.map(({ id }) => id)),
  );
  const named = namesFor(context, rows, [
    ...answers.map(({ asked_by }) => asked_by),
    ...contested.map(({ actor }) => actor),
  ]);
  const heads = shownHeadsOf(read, [
    ...draftsOf(rows.plans),
    ...rows.needs,
    ...rows.goals,
    ...rows.actions,
    ...rows.selfManagement,
  ]);
  const [working, ...otherDrafts] = draftsOf(rows.plans);
  const holding = holdingPlan(rows.plans);
  const draftView = (plan: PlanRow) => ({
    id: plan.id,
    version: plan.version,
    heads: heads(plan),
    followsPlanId: plan.follows_plan_id,
    ...sectionsOf(plan),
    reviewDueOn: plan.review_due_on,
  });
  const colleagues = listColleagues(read, session.neighbourhoods, today);
  return {
    current: holding ? versionView(holding, rows.copies, named) : null,
    working: working ? draftView(working) : null,
    otherDrafts: otherDrafts.map((plan) => ({
      ...draftView(plan),
      startedOn: plan.started_on,
      startedBy: named(plan.started_by) ?? '',
    })),
    content: planContent(working ?? holding, rows, named, contentSince(rows.plans)),
    versions: rows.plans.map((plan) => versionView(plan, rows.copies, named)),
    ...partViews(rows, named, heads),
    conditionsWithoutPlan: missingPlans(conditionCodes(read, personId), rows),
    suggestions: answers.flatMap(({ domain, level, note, asked_on, asked_by }) => {
      const known = rows.needs.some((need) => need.ended === null && need.domain === domain);
      if (level === null || level === 0 || known) return [];
      const words = note?.trim() || codeLabel('need-level', String(level) as '1');
      return [{ domain, level, words, askedOn: asked_on, askedBy: named(asked_by) ?? '' }];
    }),
    conflicts: conflictViews(contested, { place: (id) => id, worker: (id) => named(id) ?? id }),
    workers: [
      ...colleagues.filter(({ id }) => id === session.workerId),
      ...colleagues.filter(({ id }) => id !== session.workerId),
    ],
  };
}

type Heads = ReturnType<typeof shownHeadsOf>;
type Parts = Pick<PlanPageView, 'needs' | 'goals' | 'actions' | 'selfManagement' | 'decisions'>;

function partViews(rows: PlanRows, named: Named, heads: Heads): Parts {
  return {
    needs: rows.needs.map((need) => {
      const ended = parseJson<{ on: string; how: 'met' | 'no-longer'; note?: string }>(need.ended);
      return {
        id: need.id,
        heads: heads(need),
        domain: need.domain,
        words: need.words,
        level: need.level,
        raisedOn: need.raised_on,
        raisedBy: named(need.raised_by) ?? '',
        ended: ended && { on: ended.on, how: ended.how, note: ended.note ?? '' },
      };
    }),
    goals: rows.goals.map((goal) => {
      const state = stateOf(goal.state);
      return {
        ...goalContent(goal),
        heads: heads(goal),
        statusOn: state.on,
        statusReason: state.reason ?? '',
        startedOn: goal.started_on,
        ratings: rows.ratings
          .filter(({ goal_id }) => goal_id === goal.id)
          .map((row) => ({
            id: row.id,
            rating: row.rating,
            at: row.rated_at,
            by: named(row.rated_by) ?? '',
            note: row.note ?? '',
            contactId: row.contact_id,
          })),
      };
    }),
    actions: rows.actions.map((action) => {
      const { status, on, outcome } = actionState(action);
      const { kind, id, name } = ownerOf(action.owner);
      return {
        id: action.id,
        heads: heads(action),
        needId: action.need_id,
        goalId: action.goal_id,
        words: action.words,
        owner: { kind, id: id ?? null, name: kind === 'worker' ? named(id ?? null) : name || null },
        dueOn: action.due_on,
        status,
        statusOn: on,
        outcome,
        taskId: action.task_id,
      };
    }),
    selfManagement: rows.selfManagement.map((plan) => ({
      id: plan.id,
      heads: heads(plan),
      condition: plan.condition,
      content: selfManagementContent(plan.content),
      agreedOn: plan.agreed_on,
      reviewDueOn: plan.review_due_on,
      writtenBy: named(plan.written_by) ?? '',
      endedOn: plan.ended_on,
    })),
    decisions: rows.decisions.map((row, place, all) => ({
      id: row.id,
      kind: row.kind,
      value: row.value,
      keptWhere: row.kept_where,
      decidedOn: row.decided_on,
      reviewOn: row.review_on,
      note: row.note,
      recordedAt: row.recorded_at,
      recordedBy: named(row.recorded_by) ?? '',
      current: all.findIndex(({ kind }) => kind === row.kind) === place,
    })),
  };
}

/** Conditions for which a self-management plan is expected and missing, in the order of their words. */
function missingPlans(codes: readonly string[], { selfManagement }: PlanRows): string[] {
  const covered = new Set(selfManagement.filter(({ ended_on }) => ended_on === null).map(({ condition }) => condition));
  return codes
    .filter(
      (code) => isCode('condition', code) && codeEntry('condition', code).selfManagementPlan && !covered.has(code),
    )
    .sort((a, b) => wordOf('condition', a).localeCompare(wordOf('condition', b)));
}
