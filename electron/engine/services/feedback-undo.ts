import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../context.ts';
import { timeOf } from '../journal/clock.ts';
import type { RowPatch } from '../journal/record.ts';
import type { FeedbackRecord } from '../store/feedback.ts';
import { changesOfRow, valueBefore } from '../store/row-changes.ts';

const undoReason = 'Taken back right after it was recorded.';
/** After this somebody may have acted upon it: it is followed on or voided with a reason. */
const undoWindow = 10 * 60_000;

/** Takes back what this worker did last to a piece of feedback: what is new becomes void, a step is as it was before. */
export function undoFeedback(context: CommandContext, { id }: FeedbackRecord): Record<string, never> {
  const { read, journal, session, now } = context;
  const changes = changesOfRow(read, id);
  const last = changes.at(-1);
  if (!last || last.actor !== session.workerId)
    throw new AppError('not-allowed', 'Only the worker who did this can take it back.');
  if (Date.parse(now) - timeOf(last.id) > undoWindow)
    throw new AppError('rule', 'It is too late to undo this. Open it again or void it, with the reason.');
  const before =
    last.base === null
      ? { voided: JSON.stringify({ by: session.workerId, at: now, reason: undoReason }) }
      : Object.fromEntries(Object.keys(last.patch).map((field) => [field, valueBefore(changes, last, field)]));
  journal.update('feedback', id, before as RowPatch<'feedback'>);
  return {};
}
