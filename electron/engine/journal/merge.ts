import type { WriteHandle } from '../store/handles.ts';
import { sqlStatement, statement } from '../store/statements.ts';
import type { Change, FieldValue } from './change.ts';
import type { SyncedColumns } from './columns.ts';

const insertChange = sqlStatement<
  {
    id: string;
    device: string;
    seq: number;
    scope: string;
    entity: string;
    row: string;
    patch: string;
    base: string | null;
    actor: string;
    command: string;
  },
  never
>(
  'INSERT INTO changes (id, device, seq, scope, entity, row, patch, base, actor, command) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  'id',
  'device',
  'seq',
  'scope',
  'entity',
  'row',
  'patch',
  'base',
  'actor',
  'command',
);
const headsOfRow = statement((q, p: { row: string }) =>
  q.selectFrom('heads').select(['field', 'change']).where('row', '=', p.row),
);
const headsOfRows = sqlStatement<{ rows: string }, { row: string; field: string; change: string }>(
  `SELECT h.row, h.field, h.change FROM json_each(?) AS wanted CROSS JOIN heads AS h ON h.row = wanted.value`,
  'rows',
);
const dropHeads = statement((q, p: { row: string; field: string }) =>
  q.deleteFrom('heads').where('row', '=', p.row).where('field', '=', p.field),
);
const addHead = sqlStatement<{ row: string; field: string; change: string; entity: string; contested: number }, never>(
  'INSERT INTO heads (row, field, change, entity, contested) VALUES (?, ?, ?, ?, ?)',
  'row',
  'field',
  'change',
  'entity',
  'contested',
);
const patchOf = statement((q, p: { id: string }) =>
  q.selectFrom('changes').select(['patch', 'base']).where('id', '=', p.id),
);

/** Where a row stands before a change is applied to it. */
export interface RowState {
  readonly origin: string;
  /** Heads that differ from the origin: field → change ids. */
  readonly heads: ReadonlyMap<string, readonly string[]>;
}

/** Heads of a row's fields that are not simply its origin. */
export function readHeads(write: Pick<WriteHandle, 'all'>, row: string): Map<string, string[]> {
  const heads = new Map<string, string[]>();
  for (const { field, change } of write.all(headsOfRow, { row }))
    heads.set(field, [...(heads.get(field) ?? []), change]);
  return heads;
}

/** Heads of the fields of many rows at once, by row. */
export function readHeadsOfRows(
  read: Pick<WriteHandle, 'all'>,
  rows: readonly string[],
): Map<string, Map<string, string[]>> {
  const found = new Map<string, Map<string, string[]>>();
  for (const { row, field, change } of read.all(headsOfRows, { rows: JSON.stringify(rows) })) {
    const heads = found.get(row) ?? new Map<string, string[]>();
    heads.set(field, [...(heads.get(field) ?? []), change]);
    found.set(row, heads);
  }
  return found;
}

/**
 * Writes a change into the journal and applies it to its row (J3): a change whose bases are all the current heads
 * simply replaces them; otherwise it stands beside the rest, and the largest id is shown. Heads that hold different
 * values are marked contested (J4). Local and remote changes go the same way.
 * Fields and entities that this version does not know stay in the journal only (X7).
 */
export function applyChange(write: WriteHandle, columns: SyncedColumns, change: Change): void {
  write.run(insertChange, {
    ...change,
    patch: JSON.stringify(change.patch),
    base: change.base && JSON.stringify(change.base),
  });
  const known = columns.get(change.entity);
  if (!known) return;
  const origin = originOf(write, change.entity, change.row);
  if (origin === undefined) {
    createRow(write, known, change);
    return;
  }
  const heads = readHeads(write, change.row);
  const shown: [string, FieldValue][] = [];
  for (const [field, value] of Object.entries(change.patch)) {
    const rest = remaining(write, change, field, heads.get(field) ?? [origin], origin);
    const winner = rest.every((id) => id < change.id);
    setHeads(write, change, field, rest);
    if (winner && known.has(field)) shown.push([field, value]);
  }
  if (shown.length === 0) return;
  const assignments = shown.map(([field]) => `"${field}" = ?`).join(', ');
  write.runSql(`UPDATE "${change.entity}" SET ${assignments} WHERE id = ?`, [
    ...shown.map(([, value]) => value),
    change.row,
  ]);
}

function originOf(write: WriteHandle, entity: string, row: string): string | undefined {
  const find = sqlStatement<{ id: string }, { origin: string }>(`SELECT origin FROM "${entity}" WHERE id = ?`, 'id');
  return write.get(find, { id: row })?.origin;
}

function createRow(write: WriteHandle, known: ReadonlySet<string>, change: Change): void {
  const fields = Object.entries(change.patch).filter(([field]) => known.has(field));
  const names = ['id', 'scope', 'origin', ...fields.map(([field]) => field)];
  write.runSql(
    `INSERT INTO "${change.entity}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    [change.row, change.scope, change.id, ...fields.map(([, value]) => value)],
  );
}

/** The heads of a field that the change does not replace. */
function remaining(
  write: WriteHandle,
  change: Change,
  field: string,
  heads: readonly string[],
  origin: string,
): string[] {
  const replaced = new Set(change.base?.[field] ?? []);
  const rest = heads.filter((head) => !replaced.has(head));
  // Two devices made the same fixed row: what one of them left out is not a value that could compete.
  if (change.base === null && rest.includes(origin) && !hasField(write, origin, field))
    return rest.filter((head) => head !== origin);
  return rest;
}

function hasField(write: WriteHandle, id: string, field: string): boolean {
  const found = write.get(patchOf, { id });
  return found !== undefined && field in (JSON.parse(found.patch) as object);
}

function setHeads(write: WriteHandle, change: Change, field: string, rest: readonly string[]): void {
  write.run(dropHeads, { row: change.row, field });
  const contested = rest.some((head) => valueAt(write, head, field) !== (change.patch[field] ?? null)) ? 1 : 0;
  for (const head of [...rest, change.id])
    write.run(addHead, { row: change.row, field, change: head, entity: change.entity, contested });
}

/** The value that a change gave a field; a field that the creating change left out is null. */
function valueAt(read: Pick<WriteHandle, 'get'>, id: string, field: string): FieldValue {
  const found = read.get(patchOf, { id });
  return found ? ((JSON.parse(found.patch) as Record<string, FieldValue>)[field] ?? null) : null;
}
