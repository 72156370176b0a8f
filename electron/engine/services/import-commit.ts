import type { ImportEffect } from '../../../shared/contract/import-view.ts';
import { importJobs } from '../../../shared/contract/imports.ts';
import { localDateOf } from '../../../shared/domain/british-date.ts';
import type { CommandContext, Session } from '../context.ts';
import { refreshDerived } from '../derived/refresh.ts';
import { audit, type Engine, requireOpen, transact } from '../engine.ts';
import type { Progress } from '../jobs.ts';
import { openJournal } from '../journal/record.ts';
import { peopleChangedSince } from '../store/import-people.ts';
import { rowsAfter, tallyRows } from '../store/import-rows.ts';
import { findImport, journalPosition, markCommitted, type StoredImport, type StoredMapping } from '../store/imports.ts';
import { type Applied, type Applying, applyRows } from './import-apply.ts';
import { placesOfList } from './import-places.ts';
import { type Committed, requireState } from './import-view.ts';

interface Who {
  readonly session: Session;
  readonly now: string;
}

/** Rows between two looks at whether the person wants to stop. */
const batchSize = 250;

/**
 * Imports what the preview shows in one transaction: rows, journal, derived tables, state of the import and audit line
 * (J1, J12). Stopped, failed or killed, nothing of it is there. An import that is done already answers the same again.
 * @throws AppError `cancelled`, `conflict`, `rule`, `not-found`
 */
export async function commitImport(
  engine: Engine,
  who: Who,
  id: string,
): Promise<{ effect: ImportEffect; at: string }> {
  const { store } = requireOpen(engine);
  const before = findImport(store, id);
  if (before?.state === 'committed' && before.committed !== null) {
    const { effect, at } = JSON.parse(before.committed) as Committed;
    return { effect, at };
  }
  const stored = requireState({ read: store }, id, 'preview');
  return engine.jobs.run(importJobs.commit, 'rows', (progress) => {
    const deed = { actor: who.session.workerId, command: id, session: who.session, now: who.now };
    return transact(engine, deed, [], (context) => commitRows(engine, context, stored, progress));
  });
}

function commitRows(
  engine: Engine,
  context: CommandContext,
  stored: StoredImport,
  progress: Progress,
): { effect: ImportEffect; at: string } {
  const { write, session, now, today, newId } = context;
  const { source, neighbourhoodId } = JSON.parse(stored.mapping) as StoredMapping;
  const applying: Applying = {
    context,
    importId: stored.id,
    places: placesOfList(context, neighbourhoodId),
    facts: { source, receivedOn: localDateOf(stored.received_at) },
    recheck: peopleChangedSince(write, stored.previewed_position ?? 0),
    made: new Set(),
  };
  const first = journalPosition(write) + 1;
  const { counts } = tallyRows(write, stored.id);
  const total = counts.create + counts.update + counts.same + counts.duplicate + counts.error + counts.skip;
  const effect: Applied = { create: 0, update: 0, same: 0, left: 0 };
  const { journal: state } = requireOpen(engine);
  let done = 0;
  let after = 0;
  progress.step(0, total);
  for (;;) {
    const rows = rowsAfter(write, stored.id, after, batchSize);
    const last = rows.at(-1);
    if (!last) break;
    const journal = openJournal(write, state, session.workerId, stored.id, newId);
    const applied = applyRows(applying, journal, rows);
    // Batch by batch, so that the search index and the rest grow with the rows and stopping is possible up to the end.
    refreshDerived(write, journal.touched, today);
    for (const what of ['create', 'update', 'same', 'left'] as const) effect[what] += applied[what];
    after = last.line;
    done += rows.length;
    progress.step(done, total);
  }
  const committed: Committed = { at: now, by: session.workerId, effect };
  markCommitted(write, stored.id, committed, first, journalPosition(write));
  const fields = Object.entries(effect).map(([what, number]) => `${what}:${number}`);
  audit(engine, { action: 'import-committed', object: stored.id, fields: fields.join(','), outcome: 'done' });
  return { effect, at: now };
}
