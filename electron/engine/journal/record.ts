import type { Insertable, Updateable } from 'kysely';
import { AppError } from '../../../shared/errors.ts';
import type { Heads } from '../../../shared/ids.ts';
import type { WriteHandle } from '../store/handles.ts';
import { sqlStatement } from '../store/statements.ts';
import type { DB } from '../store/tables.ts';
import type { FieldValue, Patch, SyncedTable } from './change.ts';
import type { HybridClock } from './clock.ts';
import type { SyncedColumns } from './columns.ts';
import { applyChange, readHeads, readHeadsOfRows } from './merge.ts';

type Meta = 'id' | 'scope' | 'origin' | 'number';
export type NewRow<T extends SyncedTable> = Omit<Insertable<DB[T]>, Meta> & { readonly id?: string };
export type RowPatch<T extends SyncedTable> = Omit<Updateable<DB[T]>, Meta>;

/** A row that the current transaction wrote: what derived tables are refreshed from. */
export interface Touched {
  readonly entity: string;
  readonly row: string;
}

/** The only way to write a synced row (J1): one transaction's view of the journal. */
export interface Journal {
  /** Creates a row; returns its id. `scope` is the neighbourhood it belongs to, or `city`. */
  insert<T extends SyncedTable>(table: T, row: NewRow<T>, scope: string): string;
  /**
   * Changes fields of a row. `seen` are the heads that the author was shown; without it, the values shown now.
   * Fields that already have their value are left alone, unless they are contested. Returns the names of fields changed.
   * @throws AppError `not-found`
   */
  update<T extends SyncedTable>(table: T, id: string, patch: RowPatch<T>, seen?: Heads): string[];
  /**
   * Settles a contested field (J4): the value replaces every head there is.
   * @throws AppError `not-found`
   */
  resolve(table: SyncedTable, id: string, field: string, value: FieldValue): void;
  /** Rows written so far in this transaction. */
  readonly touched: readonly Touched[];
}

/** What stays the same for one device while the store is open. */
export interface JournalState {
  readonly device: string;
  readonly clock: HybridClock;
  readonly columns: SyncedColumns;
  /** Last sequence number used. Set back by the owner when a transaction is undone. */
  seq: number;
}

/** Opens the journal for one transaction of one command. */
export function openJournal(
  write: WriteHandle,
  state: JournalState,
  actor: string,
  command: string,
  newId: () => string,
): Journal {
  const touched: Touched[] = [];
  const record = (scope: string, entity: string, row: string, patch: Patch, base: Record<string, string[]> | null) => {
    state.seq += 1;
    applyChange(write, state.columns, {
      id: state.clock.next(),
      device: state.device,
      seq: state.seq,
      scope,
      entity,
      row,
      patch,
      base,
      actor,
      command,
    });
    touched.push({ entity, row });
  };
  return {
    touched,
    insert: (table, row, scope) => {
      const { id = newId(), ...fields } = row as { id?: string } & Record<string, FieldValue | undefined>;
      const patch: Record<string, FieldValue> = {};
      for (const [field, value] of Object.entries(fields))
        if (value !== null && value !== undefined) patch[field] = value;
      record(scope, table, id, patch, null);
      return id;
    },
    update: (table, id, patch, seen) => {
      const current = currentRow(write, table, id);
      const heads = readHeads(write, id);
      const changed: Record<string, FieldValue> = {};
      const base: Record<string, string[]> = {};
      for (const [field, value] of Object.entries(patch as Record<string, FieldValue | undefined>)) {
        if (value === undefined) continue;
        const now = heads.get(field) ?? [current.origin];
        const shown = seen ? (seen[field] ?? seen['*'] ?? current.origin) : largest(now);
        if (current[field] === value && now.length === 1 && shown === now[0]) continue;
        changed[field] = value;
        base[field] = [shown];
      }
      const names = Object.keys(changed);
      if (names.length > 0) record(current.scope, table, id, changed, base);
      return names;
    },
    resolve: (table, id, field, value) => {
      const current = currentRow(write, table, id);
      const heads = readHeads(write, id).get(field) ?? [current.origin];
      record(current.scope, table, id, { [field]: value }, { [field]: heads });
    },
  };
}

function currentRow(
  write: WriteHandle,
  table: string,
  id: string,
): Record<string, FieldValue> & { origin: string; scope: string } {
  const find = sqlStatement<{ id: string }, Record<string, FieldValue> & { origin: string; scope: string }>(
    `SELECT * FROM "${table}" WHERE id = ?`,
    'id',
  );
  const row = write.get(find, { id });
  if (!row) throw new AppError('not-found', 'This entry is no longer there. Go back and open it again.');
  return row;
}

function largest(ids: readonly string[]): string {
  return ids.reduce((a, b) => (a > b ? a : b));
}

/** The heads that a reader is shown: `*` for the creating change, and every field whose shown value came later. */
export function shownHeads(write: Pick<WriteHandle, 'all'>, row: { id: string; origin: string }): Heads {
  const shown: Heads = { '*': row.origin };
  for (const [field, ids] of readHeads(write, row.id)) shown[field] = largest(ids);
  return shown;
}

/** The heads that a reader is shown, for many rows in one read. @returns for each of the rows its heads */
export function shownHeadsOf(
  read: Pick<WriteHandle, 'all'>,
  rows: readonly { id: string; origin: string }[],
): (row: { id: string; origin: string }) => Heads {
  const all = readHeadsOfRows(
    read,
    rows.map(({ id }) => id),
  );
  return ({ id, origin }) => {
    const shown: Heads = { '*': origin };
    for (const [field, ids] of all.get(id) ?? []) shown[field] = largest(ids);
    return shown;
  };
}
