import type { Patch, SyncedTable } from '../journal/change.ts';
import type { Journal, RowPatch } from '../journal/record.ts';
import type { ReadHandle } from '../store/handles.ts';
import type { ImportChange } from '../store/import-undo.ts';
import { changesOfRow, valueBefore } from '../store/row-changes.ts';

/** Every table that imports write has the column. */
type Voiding = RowPatch<SyncedTable>;

/**
 * Takes one change back: the row that it made is voided, a field that it changed gets its earlier value. Changes of one row
 * must come newest first.
 * @param voided JSON of who, when and why
 */
export function takeBackChange(read: ReadHandle, journal: Journal, change: ImportChange, voided: string): void {
  const entity = change.entity as SyncedTable;
  if (change.base === null) return void journal.update(entity, change.row, { voided } as Voiding);
  const history = changesOfRow(read, change.row);
  const own = history.find(({ id }) => id === change.id);
  if (!own) return;
  const earlier: Patch = Object.fromEntries(
    Object.keys(own.patch).map((field) => [field, valueBefore(history, own, field)]),
  );
  journal.update(entity, change.row, earlier as RowPatch<SyncedTable>);
}
