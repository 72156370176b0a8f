import { can } from '../../../shared/domain/permissions.ts';
import { snoozeProblem } from '../../../shared/domain/task-rules.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext } from '../context.ts';
import { findTask, type TaskRow } from '../store/tasks.ts';
import { refuse, requireWorkers } from './contact-checks.ts';

/** A task that can still be worked on. */
export function requireOpenTask({ read }: QueryContext, id: string): TaskRow {
  const task = findTask(read, id);
  if (!task) throw new AppError('not-found', 'This task is not on this device. Go back and open it again.');
  if (task.voided !== null || task.status === 'cancelled')
    throw new AppError('conflict', 'This task was called off meanwhile. Look at it again.');
  if (task.status === 'done')
    throw new AppError('conflict', 'Somebody has done this task meanwhile. Look at it again.');
  return task;
}

/** Refuses an owner who is not known or has left. */
export function requireOwner({ read, session }: QueryContext, ownerId: string | null, path: string): void {
  if (ownerId !== null && ownerId !== session.workerId) requireWorkers(read, [ownerId], session.workerId, path);
}

/** Refuses to pass on what somebody else has: its owner does, or a lead; a task that nobody has is anybody's to give. */
export function requireMayPassOn({ session }: QueryContext, task: TaskRow, to: string | null): void {
  if (task.owner_id === null || task.owner_id === session.workerId || to === session.workerId) return;
  if (!can(session.roles, 'tasks.reassign'))
    throw new AppError('not-allowed', 'Only its owner or a team lead passes a task on. You can take it over yourself.');
}

/** Refuses a day until which nothing can be put off. */
export function requireSnooze(until: string, today: string): void {
  const message = snoozeProblem(until, today);
  if (message !== null) refuse([{ path: 'until', message }]);
}
