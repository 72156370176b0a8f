import type { plans as contract } from '../../../shared/contract/plans.ts';
import type { FrozenPlan } from '../../../shared/domain/frozen-plan.ts';
import { planMayBecome } from '../../../shared/domain/plan-status.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, Services } from '../context.ts';
import { openCasesOf } from '../store/contacts.ts';
import { dropDraft } from '../store/drafts.ts';
import { contestedHeads } from '../store/person-entities.ts';
import { plansOf } from '../store/plans.ts';
import { refuse } from './contact-checks.ts';
import { likelyCase } from './contact-prepare.ts';
import { currentPerson } from './current-person.ts';
import { requireDraft, requirePlan } from './plan-checks.ts';
import { freeze, frozenOf } from './plan-freeze.ts';
import { namesFor, planRows } from './plan-rows.ts';
import { draftsOf, holdingPlan, nextVersion, versionView } from './plan-versions.ts';
import { withdrawPart } from './plan-withdraw.ts';

type Kept = Exclude<keyof typeof contract, 'plans.open' | 'plans.brief'>;

/** Versions of a care plan: begin, write, agree, review, set aside, copies. */
export const plans: Pick<Services<typeof contract>, Kept> = {
  'plans.version': (context, { planId, withId }) => {
    const plan = requirePlan(context.read, planId);
    const rows = planRows(context, plan.person_id);
    const agreed = rows.plans.filter(
      ({ id, agreed, version }) => agreed !== null && version < plan.version && id !== planId,
    );
    const other = withId === null ? agreed[0] : requirePlan(context.read, withId);
    if (other && other.person_id !== plan.person_id)
      throw new AppError('rule', 'These are plans of two people. Open the plan again and choose a version of it.');
    return {
      version: versionView(plan, rows.copies, namesFor(context, rows)),
      plan: frozenOf(plan),
      before: other ? { id: other.id, plan: frozenOf(other) } : null,
    };
  },
  'plans.start': (context, { personId }) => {
    const { read, journal, session, today } = context;
    const person = currentPerson(read, personId);
    const all = plansOf(read, personId);
    if (draftsOf(all).length > 0)
      throw new AppError(
        'conflict',
        'A version of this plan is already being written. Open the plan to go on with it.',
      );
    const holding = holdingPlan(all);
    if (holding?.status === 'agreed') setState(context, holding.id, 'under-review');
    const planId = journal.insert(
      'care_plans',
      {
        person_id: personId,
        case_id: likelyCase(openCasesOf(read, personId), session),
        version: nextVersion(all),
        follows_plan_id: holding?.id ?? null,
        state: JSON.stringify({ status: 'draft', on: today, by: session.workerId }),
        started_on: today,
        started_by: session.workerId,
        // What the person has told before is not asked again.
        what_matters: holding ? holding.what_matters : person.what_matters,
        strengths: holding?.strengths ?? null,
        communication: holding?.communication ?? null,
        contingency: holding?.contingency ?? null,
      },
      person.neighbourhood_id,
    );
    return { planId };
  },
  'plans.write': ({ read, write, journal, session }, { planId, heads, patch }) => {
    requireDraft(read, planId);
    const { whatMatters, strengths, communication, contingency, reviewDueOn } = patch;
    const text = (value: string | undefined) => (value === '' ? null : value);
    const columns = {
      what_matters: text(whatMatters),
      strengths: text(strengths),
      communication: text(communication),
      contingency: contingency && JSON.stringify(contingency),
      review_due_on: reviewDueOn,
    };
    const changed = journal.update('care_plans', planId, columns, heads);
    dropDraft(write, { worker: session.workerId, kind: 'plan', key: planId });
    return { changed };
  },
  'plans.agree': (context, input) => {
    const { read, write, journal, session } = context;
    const plan = requireDraft(read, input.planId);
    const rows = planRows(context, plan.person_id);
    requireSettled(
      context,
      Object.values(rows).flatMap((all) => all.map(({ id }) => id)),
    );
    const { frozen, problems } = freeze(context, plan, rows, input);
    refuse(problems);
    const { on, with: agreedWith, note } = input.agreement;
    journal.update(
      'care_plans',
      plan.id,
      {
        state: JSON.stringify({ status: 'agreed', on, by: session.workerId }),
        agreement: JSON.stringify({ on, by: session.workerId, with: agreedWith, note }),
        review_due_on: input.reviewDueOn,
        agreed: JSON.stringify(frozen satisfies FrozenPlan),
      },
      input.heads,
    );
    for (const earlier of rows.plans)
      if (earlier.id !== plan.id && planMayBecome(earlier.status as 'agreed', 'superseded'))
        setState(context, earlier.id, 'superseded');
    dropDraft(write, { worker: session.workerId, kind: 'plan', key: plan.id });
    return {};
  },
  'plans.setAside': (context, { planId, reason, reviewDueOn }) => {
    const { read, journal, session, now, today } = context;
    const plan = requireDraft(read, planId);
    if (reviewDueOn !== null && reviewDueOn <= today)
      refuse([{ path: 'reviewDueOn', message: 'The next review must be after today' }]);
    journal.update('care_plans', planId, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
    const rest = plansOf(read, plan.person_id);
    const before = holdingPlan(rest);
    if (before?.status === 'under-review' && draftsOf(rest).length === 0) {
      setState(context, before.id, 'agreed');
      if (reviewDueOn !== null) journal.update('care_plans', before.id, { review_due_on: reviewDueOn });
    }
    return {};
  },
  'plans.giveCopy': ({ read, journal, session, today }, { planId, givenOn, format, givenTo }) => {
    const plan = requirePlan(read, planId);
    if (plan.agreed === null)
      throw new AppError('rule', 'This version is not agreed yet. Agree it first, then give a copy.');
    if (givenOn > today) refuse([{ path: 'givenOn', message: 'The date is in the future' }]);
    const copyId = journal.insert(
      'plan_copies',
      {
        person_id: plan.person_id,
        plan_id: planId,
        given_on: givenOn,
        given_by: session.workerId,
        format,
        given_to: givenTo,
      },
      plan.scope,
    );
    return { copyId };
  },
  'plans.withdraw': withdrawPart,
};

function setState({ journal, session, today }: CommandContext, id: string, status: string): void {
  journal.update('care_plans', id, { state: JSON.stringify({ status, on: today, by: session.workerId }) });
}

/** Nothing is agreed over a difference that nobody has looked at. */
function requireSettled({ read }: CommandContext, rows: readonly string[]): void {
  if (contestedHeads(read, rows).length > 0)
    throw new AppError(
      'rule',
      'Two people changed the same part of this plan. Choose what counts, then agree the plan.',
    );
}
