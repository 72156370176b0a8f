import type { HandedOver } from '../../../shared/contract/transfers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../context.ts';
import { openTransfersOf, plannedOfCase, type StoredCase, type StoredPlanned } from '../store/cases.ts';
import { openTasksOfCase } from '../store/tasks.ts';
import { beginRole, coordinatorOf } from './case-roles.ts';
import { openTaskView, plannedView } from './unfinished.ts';

export type TransferState = 'accepted' | 'declined' | 'withdrawn' | 'imposed';

/** Puts the answer to a handover on record. */
export function answer(
  { journal, session, now }: CommandContext,
  transferId: string,
  state: TransferState,
  reason: string | null = null,
): void {
  journal.update('transfers', transferId, {
    answer: JSON.stringify({ state, by: session.workerId, at: now, ...(reason && { reason }) }),
  });
}

/** Withdraws what is still being asked about a case; returns how many questions that were. */
export function withdrawOpenTransfers(context: CommandContext, caseId: string, but?: string): number {
  const open = openTransfersOf(context.read, caseId).filter(({ id }) => id !== but);
  for (const { id } of open) answer(context, id, 'withdrawn');
  return open.length;
}

/** Refuses a case that can have no new coordinator, or has this one. */
export function requireTransferable(context: CommandContext, found: StoredCase, to: string | null): void {
  if (found.status === 'closed')
    throw new AppError('rule', 'A closed case cannot be handed over. Take it out of the selection.', {
      caseId: found.id,
    });
  if (to !== null && coordinatorOf(context, found.id) === to)
    throw new AppError('rule', 'This worker coordinates the case already. Take it out of the selection.', {
      caseId: found.id,
    });
}

/**
 * Changes the coordinator: the old role ends and the new one begins in the same moment. What the old coordinator has
 * planned for later goes along, and so do their open tasks; what should have happened already stays with them, who were to
 * be there. A proposed case opens with its coordinator. Drafts never leave the worker who wrote them.
 */
export function handOver(context: CommandContext, found: StoredCase, to: string, transferId: string): HandedOver {
  const { read, journal, now, today } = context;
  const from = coordinatorOf(context, found.id);
  withdrawOpenTransfers(context, found.id, transferId);
  beginRole(context, found, 'coordinator', { worker: to });
  if (found.status === 'proposed')
    journal.update('cases', found.id, { state: JSON.stringify({ status: 'open', on: today }) });
  const planned = plannedOfCase(read, found.id).filter(({ worker_id }) => from !== null && worker_id === from);
  const ahead = planned.filter(({ starts_at }) => starts_at >= now);
  for (const contact of ahead)
    journal.update('contacts', contact.id, { worker_id: to, joint_with: withoutOwner(contact, to) });
  const tasks = openTasksOfCase(read, found.id).filter(({ owner_id }) => from !== null && owner_id === from);
  for (const { id } of tasks) journal.update('tasks', id, { owner_id: to });
  const carried = new Set(ahead.map(({ id }) => id));
  return {
    caseId: found.id,
    transferId,
    carried: plannedOfCase(read, found.id)
      .filter(({ id }) => carried.has(id))
      .map(plannedView),
    tasks: openTasksOfCase(read, found.id)
      .filter(({ id }) => tasks.some((task) => task.id === id))
      .map(openTaskView),
    left: planned.filter(({ id }) => !carried.has(id)).map(plannedView),
  };
}

/** Nobody is there jointly with themselves. */
function withoutOwner({ joint_with }: StoredPlanned, owner: string): string {
  const joint = (JSON.parse(joint_with) as string[]).filter((id) => id !== owner);
  return JSON.stringify(joint);
}
