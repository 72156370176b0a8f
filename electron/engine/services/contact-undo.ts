import type { z } from 'zod';
import type { contacts as contract } from '../../../shared/contract/contacts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../context.ts';
import { timeOf } from '../journal/clock.ts';
import type { RowPatch } from '../journal/record.ts';
import type { ContactRow } from '../store/contacts.ts';
import { findGroup } from '../store/contacts.ts';
import { changesOfRow, type RowChange, valueBefore } from '../store/row-changes.ts';
import { requireContact } from './contact-checks.ts';
import { alignRatings } from './contact-ratings.ts';

type Input = z.output<(typeof contract)['contacts.undo']['input']>;

export const undoReason = 'Taken back right after it was logged.';
/** After this an entry may have been read and acted upon: it is amended or voided with a reason. */
const undoWindow = 10 * 60_000;

/** Takes back what one command of this worker just did to these contacts. Nothing is deleted: all of it stays in the history. */
export function undoContacts(context: CommandContext, { contactIds }: Input): Record<string, never> {
  const { read, journal, session, now } = context;
  const commands = new Set<string>();
  const groups = new Set<string>();
  for (const id of contactIds) {
    const row = requireContact(read, id);
    const changes = changesOfRow(read, id);
    const last = changes.at(-1);
    if (!last || last.actor !== session.workerId)
      throw new AppError('not-allowed', 'Only the worker who made this entry can take it back.');
    commands.add(last.command);
    if (commands.size > 1 || Date.parse(now) - timeOf(last.id) > undoWindow)
      throw new AppError('rule', 'It is too late to undo this. Open the entry to amend or void it.');
    const voided = JSON.stringify({ by: session.workerId, at: now, reason: undoReason });
    journal.update('contacts', id, last.base === null ? { voided } : plannedAgain(row, changes, last));
    alignRatings(context, id);
    if (row.group_id) groups.add(row.group_id);
  }
  for (const id of groups) {
    const group = findGroup(read, id);
    if (group?.worker_id === session.workerId && group.people === 0)
      journal.update('group_sessions', id, {
        voided: JSON.stringify({ by: session.workerId, at: now, reason: undoReason }),
      });
  }
  return {};
}

/** The values from before an outcome was recorded. Anything but an outcome is amended, not undone. */
function plannedAgain(row: ContactRow, changes: readonly RowChange[], last: RowChange): RowPatch<'contacts'> {
  if (row.attendance === null || valueBefore(changes, last, 'attendance') !== null || !('attendance' in last.patch))
    throw new AppError('rule', 'Only a new entry can be undone. Open it to amend or void it.');
  const fields = Object.keys(last.patch).map((field) => [field, valueBefore(changes, last, field)]);
  return Object.fromEntries(fields) as RowPatch<'contacts'>;
}
