import type { cases as contract } from '../../../shared/contract/cases.ts';
import { type CaseStatus, caseStatusLabel, stepBetween } from '../../../shared/domain/case-status.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, Services } from '../context.ts';
import { currentRoles, type StoredCase } from '../store/cases.ts';
import { openCase } from './case-opening.ts';
import { beginRole, coordinatorOf, endRoles, mayName, requireCase, requireFit } from './case-roles.ts';
import { callOffTask } from './task-steps.ts';
import { withdrawOpenTransfers } from './transfer-steps.ts';
import { unfinishedOf } from './unfinished.ts';

/** Attendance 4: called off by us; cancellation reason 02: not clinical (CSDS). What did not take place has no duration. */
const calledOff = { attendance: '4', cancellation: JSON.stringify({ reason: '02' }), minutes: null };

export const cases: Services<typeof contract> = {
  'cases.open': (context, input) => openCase(context, input),
  'cases.accept': (context, { caseId, coordinatorId }) => {
    const found = requireCase(context, caseId);
    requireStep(found, 'open', 'proposed');
    requireMayName(context, coordinatorId);
    requireFit(context, coordinatorId, 'coordinator');
    withdrawOpenTransfers(context, caseId);
    beginRole(context, found, 'coordinator', { worker: coordinatorId });
    step(context, found, { status: 'open', on: context.today });
    return {};
  },
  'cases.hold': (context, { caseId, reason, reviewOn, note }) => {
    const found = requireCase(context, caseId);
    requireStep(found, 'on-hold');
    if (reviewOn <= context.today)
      throw new AppError('rule', 'Choose a day after today on which the case is looked at again.');
    step(context, found, { status: 'on-hold', on: context.today, reason, reviewOn, ...(note && { note }) });
    return {};
  },
  'cases.resume': (context, { caseId }) => {
    const found = requireCase(context, caseId);
    requireStep(found, 'open', 'on-hold');
    if (coordinatorOf(context, caseId) === null)
      throw new AppError('rule', 'An open case has exactly one care coordinator. Give the case one first.');
    step(context, found, { status: 'open', on: context.today });
    return {};
  },
  'cases.unfinished': (context, { caseIds }) => ({ rows: caseIds.map((id) => unfinishedOf(context, id)) }),
  'cases.close': (context, { caseId, reason, on, note, acknowledged, planned, tasks }) => {
    const found = requireCase(context, caseId);
    requireStep(found, 'closed');
    if (on > context.today)
      throw new AppError('rule', 'A case cannot be closed on a day to come. Choose today or earlier.');
    if (on < found.opened_on)
      throw new AppError('rule', 'The case was opened after that day. Choose the day of opening or later.');
    const unfinished = unfinishedOf(context, caseId);
    const open = [...unfinished.planned, ...unfinished.transfers, ...unfinished.tasks];
    if (open.some(({ id }) => !acknowledged.includes(id)))
      throw new AppError('rule', 'Something is unfinished on this case. Look at it, then close the case.', {
        unfinished,
      });
    const off = planned === 'call-off' ? unfinished.planned : [];
    for (const { id } of off) context.journal.update('contacts', id, calledOff);
    const offTasks = tasks === 'call-off' ? unfinished.tasks : [];
    for (const { id } of offTasks) callOffTask(context, id, 'The case was closed.');
    const withdrawn = withdrawOpenTransfers(context, caseId);
    endRoles(context, caseId);
    step(context, found, { status: 'closed', on, reason, ...(note && { note }) });
    return { calledOff: off.length, withdrawn, tasksCalledOff: offTasks.length };
  },
  'cases.reopen': (context, { caseId, ...asked }) => {
    const { status, person_id, neighbourhood_id } = requireCase(context, caseId);
    if (status !== 'closed') throw new AppError('rule', 'This case is not closed. Go on with it as it is.');
    return openCase(context, {
      ...asked,
      personId: person_id,
      neighbourhoodId: neighbourhood_id,
      followsCaseId: caseId,
    });
  },
  'cases.assign': (context, { caseId, role, workerId, external }) => {
    const found = requireCase(context, caseId);
    if (found.status === 'closed') throw new AppError('rule', 'This case is closed. Nobody can be added to it.');
    if (role === 'coordinator') requireNoCoordinator(context, found, workerId);
    if (external !== null) {
      if (role === 'behaviourist') throw new AppError('rule', 'A behaviourist is one of the workers. Choose one.');
      return { roleId: beginRole(context, found, role, { external: JSON.stringify(withoutEmpty(external)) }) };
    }
    const worker = workerId ?? '';
    requireFit(context, worker, role);
    if (currentRoles(context.read, caseId).some((held) => held.role === role && held.worker_id === worker))
      throw new AppError('rule', 'This worker has that role on the case already.');
    return { roleId: beginRole(context, found, role, { worker }) };
  },
  'cases.endRole': (context, { caseId, roleId }) => {
    const found = requireCase(context, caseId);
    const role = currentRoles(context.read, caseId).find(({ id }) => id === roleId);
    if (!role) throw new AppError('not-found', 'This role has ended already.');
    const sole = currentRoles(context.read, caseId).filter((other) => other.role === 'coordinator').length === 1;
    if (role.role === 'coordinator' && found.status !== 'proposed' && sole)
      throw new AppError('rule', 'A case is never without its coordinator. Hand it over or close it instead.');
    context.journal.update('case_roles', roleId, { ended_at: context.now });
    return {};
  },
};

/** Refuses a step that does not follow the case's status; `only` where two steps lead to the same one. */
function requireStep(found: StoredCase, to: CaseStatus, only?: CaseStatus): void {
  const from = found.status as CaseStatus;
  if (stepBetween(from, to) === null || (only !== undefined && from !== only))
    throw new AppError('rule', `This case is ${caseStatusLabel(from).toLowerCase()} now. Look at it again.`);
}

function step({ journal }: CommandContext, found: StoredCase, state: Record<string, string>): void {
  journal.update('cases', found.id, { state: JSON.stringify(state) });
}

function requireMayName(context: CommandContext, coordinator: string): void {
  if (!mayName(context, coordinator))
    throw new AppError('not-allowed', 'Only a team lead names somebody else. Ask the worker with a handover.');
}

function requireNoCoordinator(context: CommandContext, found: StoredCase, worker: string | null): void {
  if (worker === null) throw new AppError('rule', 'The care coordinator is one of the workers. Choose one.');
  if (found.status === 'proposed') throw new AppError('rule', 'Open the case to give it a coordinator.');
  if (coordinatorOf(context, found.id) !== null)
    throw new AppError('rule', 'This case has a coordinator. Hand it over instead.');
  requireMayName(context, worker);
}

function withoutEmpty(external: { name: string; organisation: string; phone: string }): Record<string, string> {
  return Object.fromEntries(Object.entries(external).filter(([, value]) => value !== ''));
}
