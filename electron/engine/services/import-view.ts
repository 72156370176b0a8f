import type { ImportBrief, ImportEffect, ImportView } from '../../../shared/contract/import-view.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext } from '../context.ts';
import { type RowTally, tallyRows } from '../store/import-rows.ts';
import { findImport, type StoredImport, type StoredMapping, type StoredReading } from '../store/imports.ts';
import { listWorkerNames } from '../store/workers.ts';
import { importableNeighbourhoods } from './import-places.ts';

/** What `imports.committed` holds. */
export interface Committed {
  readonly at: string;
  readonly by: string;
  readonly effect: ImportEffect;
}

/** What `imports.undone` holds. */
export interface Undone {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly voided: number;
  readonly restored: number;
}

/** The import of that id. @throws AppError `not-found` */
export function requireImport({ read }: Pick<QueryContext, 'read'>, id: string): StoredImport {
  const found = findImport(read, id);
  if (!found) throw new AppError('not-found', 'This import is no longer there. Go back to the list of imports.');
  return found;
}

/** The import of that id, in one of these states. @throws AppError `not-found`, `rule` */
export function requireState(
  context: Pick<QueryContext, 'read'>,
  id: string,
  ...states: ('received' | 'preview' | 'committed')[]
): StoredImport {
  const found = requireImport(context, id);
  if (states.some((state) => state === found.state)) return found;
  throw new AppError('rule', stateSentences[found.state] ?? 'This import is not at that step. Open it again.');
}

const stateSentences: Readonly<Record<string, string>> = {
  received: 'The list has not been gone through yet. Check its columns and go on from there.',
  preview: 'This import has not been confirmed yet, so there is nothing to take back.',
  committed: 'This import is done. To change something, undo it, or import a corrected list.',
  undone: 'This import was undone. Import the list again to start anew.',
};

/** What confirming would do now. */
export function effectOf({ counts, decided }: RowTally): ImportEffect {
  const create = counts.create - decided('create', 'skip') + decided('duplicate', 'create');
  const update = counts.update - decided('update', 'skip') + decided('duplicate', 'link');
  const all = counts.create + counts.update + counts.same + counts.duplicate + counts.error + counts.skip;
  return { create, update, same: counts.same, left: all - create - update - counts.same };
}

/** An import as the list of imports shows it. */
export function briefOf({ read }: Pick<QueryContext, 'read'>, stored: StoredImport, tally: RowTally): ImportBrief {
  const names = new Map(listWorkerNames(read).map(({ id, name }) => [id, name]));
  const worker = (id: string) => {
    const name = names.get(id);
    return name === undefined ? null : { id, name };
  };
  const committed = stored.committed === null ? null : (JSON.parse(stored.committed) as Committed);
  const undone = stored.undone === null ? null : (JSON.parse(stored.undone) as Undone);
  return {
    id: stored.id,
    name: stored.name,
    kind: stored.kind === 'csv' ? 'csv' : 'fhir',
    state: stored.state as ImportBrief['state'],
    receivedAt: stored.received_at,
    worker: worker(stored.worker_id),
    counts: tally.counts,
    committed: committed && { at: committed.at, worker: worker(committed.by), effect: committed.effect },
    undone: undone && { at: undone.at, worker: worker(undone.by), reason: undone.reason },
  };
}

/** One import with everything that its page needs. */
export function viewOf(context: QueryContext, id: string): ImportView {
  const stored = requireImport(context, id);
  const reading = JSON.parse(stored.reading) as StoredReading;
  const mapping = JSON.parse(stored.mapping) as StoredMapping;
  const tally = tallyRows(context.read, id);
  return {
    ...briefOf(context, stored, tally),
    bytes: reading.bytes,
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    preamble: reading.preamble,
    columns: reading.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    remembered: reading.remembered,
    source: mapping.source,
    neighbourhoodId: mapping.neighbourhoodId,
    neighbourhoods: importableNeighbourhoods(context),
    notices: JSON.parse(stored.notices) as string[],
    effect: effectOf(tally),
  };
}
