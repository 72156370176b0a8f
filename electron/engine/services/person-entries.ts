import { AppError } from '../../../shared/errors.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import { type EntryKind, entryTables, findEntry, type StoredEntry } from '../store/person-record.ts';
import { currentPerson } from './current-person.ts';
import { maySeeFlag } from './restricted.ts';

/**
 * A date on which something began or ended: today when left out.
 * @throws AppError `bad-input` for a date in the future
 */
export function pastDate({ today }: QueryContext, path: string, date: string | undefined): string {
  if (date !== undefined && date > today)
    throw new AppError('bad-input', 'Some of this cannot be accepted. Check the marked fields and try again.', [
      { path, message: 'The date is in the future' },
    ]);
  return date ?? today;
}

/** Refuses what is on record already. */
export function refuseRepeat(there: boolean, what: string): void {
  if (there) throw new AppError('rule', `${what} is on record already. End that entry first if it has changed.`);
}

/**
 * An entry of this person's record that is still in force, or at least not voided. Restricted flags are not there for
 * those who may not know of them.
 * @throws AppError `not-found`, `rule`
 */
function entryOf({ read, session }: QueryContext, kind: EntryKind, personId: string, entryId: string): StoredEntry {
  currentPerson(read, personId);
  const entry = findEntry(read, kind, entryId);
  const own = entry && (entry.person_id === personId || entry.other_person_id === personId);
  if (!entry || !own || (entry.code !== undefined && !maySeeFlag(session, entry.code)))
    throw new AppError('not-found', 'This entry is not part of the record. Open the person again.');
  if (entry.voided) throw new AppError('rule', 'This entry was taken back already. Open the person again.');
  return entry;
}

/** Ends an entry. @throws AppError `not-found`, `bad-input`, `rule` when it has ended already or had not begun */
export function endEntry(
  context: CommandContext,
  kind: Exclude<EntryKind, 'sharing'>,
  personId: string,
  entryId: string,
  endedOn: string | undefined,
): Record<string, never> {
  const entry = entryOf(context, kind, personId, entryId);
  const on = pastDate(context, 'endedOn', endedOn);
  if (entry.ended_on) throw new AppError('rule', 'This entry has ended already. Open the person again.');
  if (entry.started_on && on < entry.started_on)
    throw new AppError('bad-input', 'Some of this cannot be accepted. Check the marked fields and try again.', [
      { path: 'endedOn', message: 'The end is before the beginning' },
    ]);
  context.journal.update(entryTables[kind], entryId, { ended_on: on });
  return {};
}

/** Takes an entry back that was made in error. @throws AppError `not-found`, `rule` */
export function voidEntry(
  context: CommandContext,
  kind: EntryKind,
  personId: string,
  entryId: string,
  reason: string,
): Record<string, never> {
  entryOf(context, kind, personId, entryId);
  const voided = JSON.stringify({ by: context.session.workerId, at: context.now, reason });
  context.journal.update(entryTables[kind], entryId, { voided });
  return {};
}
