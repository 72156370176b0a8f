import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../context.ts';
import { timeOf } from '../journal/clock.ts';
import { changesOfRow, type RowChange, valueBefore } from '../store/row-changes.ts';
import { type StayRow, stayTarget, tasksByOrigin } from '../store/stays.ts';
import { voidTask } from './stay-follow-up.ts';

const undoReason = 'Taken back right after it was recorded.';
/** After this somebody may have acted upon it: it is amended or voided with a reason. */
const undoWindow = 10 * 60_000;

/**
 * Takes back what the last command of this worker did to a stay: an admission is voided, anything else is as it was before;
 * the task that was made or finished and the step of the case go back as well. Nothing is deleted.
 */
export function undoStay(context: CommandContext, stay: StayRow): Record<string, never> {
  const { read, journal, session, now } = context;
  const changes = changesOfRow(read, stay.id);
  const last = changes.at(-1);
  if (!last || last.actor !== session.workerId)
    throw new AppError('not-allowed', 'Only the worker who made this entry can take it back.');
  if (Date.parse(now) - timeOf(last.id) > undoWindow)
    throw new AppError('rule', 'It is too late to undo this. Open the stay to correct or void it.');
  const own = changes.filter(({ command }) => command === last.command);
  const created = own.some(({ base }) => base === null);
  const voided = JSON.stringify({ by: session.workerId, at: now, reason: undoReason });
  journal.update('stays', stay.id, created ? { voided } : before(changes, own));
  const task = tasksByOrigin(read, [stay.id]).get(stay.id);
  if (task) undoTask(context, task.id, last.command);
  undoStep(context, stay, last.command);
  return {};
}

/** A task that the command made is voided; one that it changed is as it was. */
function undoTask(context: CommandContext, id: string, command: string): void {
  const changes = changesOfRow(context.read, id);
  const own = changes.filter((change) => change.command === command);
  if (own.length === 0 || changes.at(-1)?.command !== command) return;
  if (own.some(({ base }) => base === null)) voidTask(context, id, undoReason);
  else context.journal.update('tasks', id, before(changes, own));
}

/** The values of every field that these changes of one command gave, from before the first of them. */
function before(changes: readonly RowChange[], own: readonly RowChange[]): Record<string, string | number | null> {
  const patch: Record<string, string | number | null> = {};
  for (const change of own)
    for (const field of Object.keys(change.patch))
      if (!(field in patch)) patch[field] = valueBefore(changes, change, field);
  return patch;
}

/** Takes back the step of the person's case that the same command made, if nothing has happened to it since. */
function undoStep({ read, journal }: CommandContext, stay: StayRow, command: string): void {
  const id = stayTarget(read, stay.person_id)?.case_id;
  if (!id) return;
  const changes = changesOfRow(read, id);
  const last = changes.at(-1);
  if (!last || last.command !== command || !('state' in last.patch)) return;
  const state = valueBefore(changes, last, 'state');
  if (typeof state === 'string') journal.update('cases', id, { state });
}
