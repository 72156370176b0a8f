import type { planPartEndpoints as contract } from '../../../shared/contract/plan-parts.ts';
import { checkDecision } from '../../../shared/domain/decision-rules.ts';
import type { Services } from '../context.ts';
import { dropDraft } from '../store/drafts.ts';
import { selfManagementOf } from '../store/plans.ts';
import { refuse } from './contact-checks.ts';
import { currentPerson } from './current-person.ts';
import { requirePart } from './plan-checks.ts';

type Kept = 'plans.addSelfManagement' | 'plans.editSelfManagement' | 'plans.endSelfManagement' | 'plans.recordDecision';

/** Self-management plans, and preferences and decisions that exist elsewhere. */
export const planWishes: Pick<Services<typeof contract>, Kept> = {
  'plans.addSelfManagement': (context, { personId, condition, content, agreedOn, reviewDueOn }) => {
    const { read, write, journal, session } = context;
    const person = currentPerson(read, personId);
    refuse(dateProblems({ agreedOn, reviewDueOn }, context.today, ''));
    if (selfManagementOf(read, personId).some((plan) => plan.condition === condition && plan.ended_on === null))
      refuse([
        { path: 'condition', message: 'There is a plan for this condition already. Change that one, or end it' },
      ]);
    const selfManagementId = journal.insert(
      'self_management_plans',
      {
        person_id: personId,
        condition,
        content: JSON.stringify(content),
        agreed_on: agreedOn,
        review_due_on: reviewDueOn,
        written_by: session.workerId,
      },
      person.neighbourhood_id,
    );
    dropDraft(write, { worker: session.workerId, kind: 'plan-self-management', key: personId });
    return { selfManagementId };
  },
  'plans.editSelfManagement': (context, { selfManagementId, heads, patch }) => {
    const { read, write, journal, session, today } = context;
    const row = requirePart(read, 'selfManagement', selfManagementId);
    const { agreedOn = row.agreed_on, reviewDueOn = row.review_due_on } = patch;
    refuse(dateProblems({ agreedOn, reviewDueOn }, today, 'patch.'));
    const columns = {
      content: patch.content && JSON.stringify(patch.content),
      agreed_on: patch.agreedOn,
      review_due_on: patch.reviewDueOn,
    };
    dropDraft(write, { worker: session.workerId, kind: 'plan-self-management', key: selfManagementId });
    return { changed: journal.update('self_management_plans', selfManagementId, columns, heads) };
  },
  'plans.endSelfManagement': ({ read, journal, today }, { selfManagementId, heads, endedOn }) => {
    requirePart(read, 'selfManagement', selfManagementId);
    if (endedOn !== null && endedOn > today) refuse([{ path: 'endedOn', message: 'The date is in the future' }]);
    journal.update('self_management_plans', selfManagementId, { ended_on: endedOn }, heads);
    return {};
  },
  'plans.recordDecision': (context, { personId, ...fields }) => {
    const { read, write, journal, session, now, today } = context;
    const person = currentPerson(read, personId);
    refuse(checkDecision(fields, today));
    const decisionId = journal.insert(
      'care_decisions',
      {
        person_id: personId,
        kind: fields.kind,
        value: fields.value,
        kept_where: fields.keptWhere || null,
        decided_on: fields.decidedOn,
        review_on: fields.reviewOn,
        note: fields.note || null,
        recorded_at: now,
        recorded_by: session.workerId,
      },
      person.neighbourhood_id,
    );
    dropDraft(write, { worker: session.workerId, kind: `plan-decision-${fields.kind}`, key: personId });
    return { decisionId };
  },
};

function dateProblems(
  { agreedOn, reviewDueOn }: { readonly agreedOn: string | null; readonly reviewDueOn: string | null },
  today: string,
  at: string,
) {
  return [
    ...(agreedOn !== null && agreedOn > today ? [{ path: `${at}agreedOn`, message: 'The date is in the future' }] : []),
    ...(agreedOn !== null && reviewDueOn !== null && reviewDueOn <= agreedOn
      ? [{ path: `${at}reviewDueOn`, message: 'The review must be after the agreement' }]
      : []),
  ];
}
