import type { z } from 'zod';
import type { actionFields } from '../../../shared/contract/plan-entry.ts';
import type { planPartEndpoints as contract } from '../../../shared/contract/plan-parts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, Services } from '../context.ts';
import { workersById } from '../store/colleagues.ts';
import { openCasesOf } from '../store/contacts.ts';
import { dropDraft } from '../store/drafts.ts';
import { type ActionRow, findAction } from '../store/plan-actions.ts';
import { refuse } from './contact-checks.ts';
import { likelyCase } from './contact-prepare.ts';
import { currentPerson } from './current-person.ts';
import { requireLinks, requirePart } from './plan-checks.ts';
import { ownerOf, stateOf } from './plan-rows.ts';

type Kept = 'plans.addAction' | 'plans.editAction' | 'plans.finishAction';
type Owner = z.output<typeof actionFields.owner>;

/** Actions of a plan. What a worker is to do is a task of theirs, and its state is the task's. */
export const planActions: Pick<Services<typeof contract>, Kept> = {
  'plans.addAction': (context, { personId, owner, ...fields }) => {
    const { read, write, journal, session, today } = context;
    const person = currentPerson(read, personId);
    requireLinks(read, personId, fields);
    requireOwner(context, owner, 'owner.id');
    const actionId = journal.insert(
      'plan_actions',
      {
        person_id: personId,
        need_id: fields.needId,
        goal_id: fields.goalId,
        words: fields.words,
        owner: JSON.stringify(owner),
        due_on: fields.dueOn,
        state: JSON.stringify({ status: 'planned', on: today, by: session.workerId }),
      },
      person.neighbourhood_id,
    );
    dropDraft(write, { worker: session.workerId, kind: 'plan-action', key: personId });
    return { actionId, taskId: owner.kind === 'worker' ? insertTask(context, requireAction(context, actionId)) : null };
  },
  'plans.editAction': (context, { actionId, heads, patch }) => {
    const { read, write, journal, session } = context;
    const before = requireAction(context, actionId);
    requireLinks(read, before.person_id, patch, 'patch.');
    if (patch.owner) requireOwner(context, patch.owner, 'patch.owner.id');
    const changed = journal.update(
      'plan_actions',
      actionId,
      {
        need_id: patch.needId,
        goal_id: patch.goalId,
        words: patch.words,
        owner: patch.owner && JSON.stringify(patch.owner),
        due_on: patch.dueOn,
      },
      heads,
    );
    alignTask(context, requireAction(context, actionId));
    dropDraft(write, { worker: session.workerId, kind: 'plan-action', key: actionId });
    return { changed };
  },
  'plans.finishAction': (context, { actionId, heads, status, outcome }) => {
    const { journal, session, today } = context;
    const action = requireAction(context, actionId);
    const state = { on: today, by: session.workerId, ...(outcome && { outcome }) };
    if (ownerOf(action.owner).kind === 'worker' && action.task_id !== null)
      journal.update('tasks', action.task_id, { state: JSON.stringify({ status: taskStatus[status], ...state }) });
    else journal.update('plan_actions', actionId, { state: JSON.stringify({ status, ...state }) }, heads);
    return {};
  },
};

const taskStatus = { planned: 'open', done: 'done', dropped: 'cancelled' } as const;

function requireAction({ read }: CommandContext, id: string): ActionRow {
  requirePart(read, 'action', id);
  const action = findAction(read, id);
  if (!action) throw new AppError('not-found', 'This entry is no longer there. Go back and open it again.');
  return action;
}

function requireOwner({ read }: CommandContext, owner: Owner, path: string): void {
  if (owner.kind === 'worker' && workersById(read, [owner.id]).get(owner.id)?.left !== false)
    refuse([{ path, message: 'Choose a worker who is in a team now' }]);
}

/** The task of a worker's action, in the case that the action most likely belongs to. */
function insertTask({ read, journal, session, now, today }: CommandContext, action: ActionRow): string {
  const cases = openCasesOf(read, action.person_id);
  const caseId = likelyCase(cases, session);
  const place = cases.find(({ case_id }) => case_id === caseId)?.neighbourhood_id ?? action.scope;
  return journal.insert(
    'tasks',
    {
      person_id: action.person_id,
      case_id: caseId,
      neighbourhood_id: place,
      owner_id: ownerOf(action.owner).id ?? null,
      words: action.words,
      due_on: action.due_on,
      priority: 'routine',
      origin_kind: 'plan-action',
      origin_id: action.id,
      created_at: now,
      created_by: session.workerId,
      state: JSON.stringify({ status: 'open', on: today, by: session.workerId }),
    },
    place,
  );
}

/** Keeps the task in step with its action: made when a worker takes it over, called off when nobody of the team does it. */
function alignTask(context: CommandContext, action: ActionRow): void {
  const { journal, session, today } = context;
  const owner = ownerOf(action.owner);
  const task = action.task_id;
  const cancelled = task !== null && stateOf(action.task_state ?? '').status === 'cancelled';
  if (owner.kind === 'worker') {
    if (task === null || cancelled) insertTask(context, action);
    else journal.update('tasks', task, { words: action.words, due_on: action.due_on, owner_id: owner.id ?? null });
  } else if (task !== null && stateOf(action.task_state ?? '').status === 'open') {
    const state = { status: 'cancelled', on: today, by: session.workerId, outcome: 'Somebody else does this now.' };
    journal.update('tasks', task, { state: JSON.stringify(state) });
  }
}
