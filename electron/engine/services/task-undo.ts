import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../context.ts';
import { timeOf } from '../journal/clock.ts';
import type { RowPatch } from '../journal/record.ts';
import { changesOfRow, valueBefore } from '../store/row-changes.ts';
import { findTask } from '../store/tasks.ts';

const undoReason = 'Taken back right after it was added.';
/** After this somebody may have acted upon it: it is changed or called off with a reason. */
const undoWindow = 10 * 60_000;

/**
 * Takes back what one command of this worker just did to these tasks: a new one becomes void, a changed one says again what
 * it said before. Nothing is deleted: all of it stays in the history.
 */
export function undoTasks(context: CommandContext, taskIds: readonly string[]): Record<string, never> {
  const { read, journal, session, now } = context;
  const commands = new Set<string>();
  for (const id of new Set(taskIds)) {
    const task = findTask(read, id);
    const changes = changesOfRow(read, id);
    const last = changes.at(-1);
    if (!task || !last || last.actor !== session.workerId)
      throw new AppError('not-allowed', 'Only the worker who did this can take it back.');
    commands.add(last.command);
    if (commands.size > 1 || Date.parse(now) - timeOf(last.id) > undoWindow || task.voided !== null)
      throw new AppError('rule', 'It is too late to undo this. Open the task to change it.');
    if (last.base === null && task.origin_kind !== 'hand')
      throw new AppError('rule', 'Undo this where the task was made, or call it off with a reason.');
    const before =
      last.base === null
        ? { voided: JSON.stringify({ by: session.workerId, at: now, reason: undoReason }) }
        : Object.fromEntries(Object.keys(last.patch).map((field) => [field, valueBefore(changes, last, field)]));
    journal.update('tasks', id, before as RowPatch<'tasks'>);
  }
  return {};
}
