import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../context.ts';
import { markListUndone, type StoredList, tickedSince } from '../store/discharges.ts';
import { changesBefore, rowsChangedSince } from '../store/import-undo.ts';
import { isPersonEntity, ownerOf } from '../store/person-entities.ts';
import { personRows } from './person-rows.ts';
import { takeBackChange } from './take-back.ts';

/** More names than a person reads do not help. */
const mostShown = 50;
/** Each row of a list makes a handful of entries at most. */
const mostEntries = 10_000;

/**
 * Takes a list back: stays and tasks that it made are voided, stays that it ended are open again. Only while nothing else
 * has touched them.
 * @returns how many stays
 * @throws AppError `rule`; details: `{people: [PersonRow]}` whose stays were touched since
 */
export function undoList(context: CommandContext, list: StoredList, reason: string): number {
  const { read, write, journal, session, now } = context;
  const span = { first: list.first_position ?? 0, last: list.last_position ?? -1 };
  const changes = changesBefore(read, span.first, span.last + 1, mostEntries);
  const stays = new Set(changes.filter(({ entity }) => entity === 'stays').map(({ row }) => row));
  const touched = new Set([
    ...rowsChangedSince(read, span).map(
      ({ entity, row }) => (isPersonEntity(entity) && ownerOf(read, entity, row)) || row,
    ),
    ...tickedSince(read, [...stays], span.last),
  ]);
  if (touched.size > 0)
    throw new AppError(
      'rule',
      'Somebody has worked with stays or follow-ups of this list since, so it cannot be undone as a whole. Correct or void these stays one by one.',
      { people: personRows(context, [...touched].slice(0, mostShown)).filter(({ limited }) => !limited) },
    );
  const voided = JSON.stringify({ by: session.workerId, at: now, reason });
  for (const change of changes) takeBackChange(read, journal, change, voided);
  markListUndone(write, list.id, { at: now, reason });
  return stays.size;
}
