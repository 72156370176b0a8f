import type { planPartEndpoints as contract } from '../../../shared/contract/plan-parts.ts';
import { goalCanBeRated, goalStatusLabel, goalStatusSchema, goalStep } from '../../../shared/domain/goal-lifecycle.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Services } from '../context.ts';
import { dropDraft } from '../store/drafts.ts';
import { refuse } from './contact-checks.ts';
import { currentPerson } from './current-person.ts';
import { requireLinks, requirePart } from './plan-checks.ts';

type Kept =
  | 'plans.addNeed'
  | 'plans.editNeed'
  | 'plans.endNeed'
  | 'plans.addGoal'
  | 'plans.editGoal'
  | 'plans.moveGoal'
  | 'plans.rateGoal';

/** Needs, goals and their ratings. */
export const planGoals: Pick<Services<typeof contract>, Kept> = {
  'plans.addNeed': ({ read, write, journal, session, today }, { personId, domain, words, level }) => {
    const person = currentPerson(read, personId);
    const row = { person_id: personId, domain, words, level, raised_on: today, raised_by: session.workerId };
    const needId = journal.insert('needs', row, person.neighbourhood_id);
    dropDraft(write, { worker: session.workerId, kind: 'plan-need', key: personId });
    return { needId };
  },
  'plans.editNeed': ({ read, write, journal, session }, { needId, heads, patch }) => {
    requirePart(read, 'need', needId);
    dropDraft(write, { worker: session.workerId, kind: 'plan-need', key: needId });
    return { changed: journal.update('needs', needId, patch, heads) };
  },
  'plans.endNeed': ({ read, journal, session, today }, { needId, heads, ended }) => {
    requirePart(read, 'need', needId);
    const value = ended && JSON.stringify({ on: today, by: session.workerId, how: ended.how, note: ended.note });
    journal.update('needs', needId, { ended: value }, heads);
    return {};
  },
  'plans.addGoal': (context, { personId, status, ...fields }) => {
    const { read, write, journal, session, today } = context;
    const person = currentPerson(read, personId);
    requireLinks(read, personId, fields);
    const goalId = journal.insert(
      'goals',
      {
        person_id: personId,
        need_id: fields.needId,
        domain: fields.domain,
        words: fields.words,
        importance: fields.importance,
        target_on: fields.targetOn,
        baseline: jsonOf(fields.baseline),
        scale: jsonOf(fields.scale),
        state: JSON.stringify({ status, on: today, by: session.workerId }),
        started_on: today,
      },
      person.neighbourhood_id,
    );
    dropDraft(write, { worker: session.workerId, kind: 'plan-goal', key: personId });
    return { goalId };
  },
  'plans.editGoal': ({ read, write, journal, session }, { goalId, heads, patch }) => {
    const { person_id } = requirePart(read, 'goal', goalId);
    requireLinks(read, person_id, patch, 'patch.');
    const columns = {
      need_id: patch.needId,
      domain: patch.domain,
      words: patch.words,
      importance: patch.importance,
      target_on: patch.targetOn,
      ...(patch.baseline !== undefined && { baseline: jsonOf(patch.baseline) }),
      ...(patch.scale !== undefined && { scale: jsonOf(patch.scale) }),
    };
    dropDraft(write, { worker: session.workerId, kind: 'plan-goal', key: goalId });
    return { changed: journal.update('goals', goalId, columns, heads) };
  },
  'plans.moveGoal': ({ read, journal, session, today }, { goalId, heads, to, reason }) => {
    const from = goalStatusSchema.safeParse(requirePart(read, 'goal', goalId).status);
    const step = from.success ? goalStep(from.data, to) : null;
    if (!step)
      throw new AppError(
        'rule',
        `This goal cannot become ${goalStatusLabel(to).toLowerCase()} now. Open the plan again.`,
      );
    if (step.needsReason && reason === '') refuse([{ path: 'reason', message: 'Say why' }]);
    const state = JSON.stringify({ status: to, on: today, by: session.workerId, ...(reason && { reason }) });
    journal.update('goals', goalId, { state }, heads);
    return {};
  },
  'plans.rateGoal': ({ read, write, journal, session, now }, { goalId, rating, note }) => {
    const goal = requirePart(read, 'goal', goalId);
    if (!goalCanBeRated(goal.status))
      throw new AppError('rule', 'Only a goal that is active or on hold is rated. Start it first.');
    const row = {
      person_id: goal.person_id,
      goal_id: goalId,
      rating,
      rated_at: now,
      rated_by: session.workerId,
      note: note || null,
    };
    const ratingId = journal.insert('goal_ratings', row, goal.scope);
    dropDraft(write, { worker: session.workerId, kind: 'plan-rating', key: goalId });
    return { ratingId };
  },
};

/** An object in which something was said, as JSON; else null. */
function jsonOf(value: Readonly<Record<string, string | number | null>> | null): string | null {
  return value === null || Object.values(value).every((part) => part === null || part === '')
    ? null
    : JSON.stringify(value);
}
