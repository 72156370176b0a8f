import type { DischargeEffect } from '../../../shared/contract/discharge-view.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../context.ts';
import { shownHeads } from '../journal/record.ts';
import { keepDone, linesOf, markListCommitted, type StoredList } from '../store/discharges.ts';
import { journalPosition } from '../store/imports.ts';
import type { Deed } from './discharge-deed.ts';
import { effectOf, type PlannedRow, planList } from './discharge-plan.ts';
import { endStay, recordStay } from './stay-entries.ts';

/** What became of a row, as `discharge_rows.done` holds it. */
export interface DoneRow {
  readonly outcome: PlannedRow['outcome'];
  readonly personId: string | null;
  readonly stayId: string | null;
  readonly followUp: { readonly dueOn: string; readonly ownerId: string } | null;
  readonly issues: PlannedRow['issues'];
}

/**
 * Records what the list shows, each row as if it were entered by hand, in the caller's one transaction.
 * @param shown what confirming was said to do
 * @throws AppError `conflict` when it would do something else by now
 */
export function commitList(context: CommandContext, list: StoredList, shown: DischargeEffect): DischargeEffect {
  const { read, write, now } = context;
  const rows = planList(context, list, linesOf(read, list.id));
  const effect = effectOf(rows);
  if (JSON.stringify(effect) !== JSON.stringify(shown))
    throw new AppError(
      'conflict',
      'Somebody has changed what these rows are about since you looked. Look through the list again, then confirm it.',
    );
  const first = journalPosition(read) + 1;
  for (const row of rows) {
    const carried = row.deed && row.personId ? carryOut(context, row.personId, row.deed) : null;
    const done: DoneRow = {
      outcome: row.outcome,
      personId: row.personId,
      stayId: carried?.stayId ?? row.stay?.id ?? null,
      followUp: carried?.followUp ?? null,
      issues: row.issues,
    };
    keepDone(write, list.id, row.line, done);
  }
  markListCommitted(write, list.id, { at: now, effect }, first, journalPosition(read));
  return effect;
}

function carryOut(context: CommandContext, personId: string, deed: Deed): Pick<DoneRow, 'stayId' | 'followUp'> {
  if (deed.kind === 'new') {
    const { stayId, followUp } = recordStay(context, personId, deed.fields);
    return { stayId, followUp };
  }
  return { stayId: deed.stay.id, followUp: endStay(context, deed.stay, deed, shownHeads(context.read, deed.stay)) };
}
