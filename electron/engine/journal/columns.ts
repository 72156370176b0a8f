import type { ReadHandle } from '../store/handles.ts';
import { sqlStatement } from '../store/statements.ts';
import { metaColumns } from './change.ts';

const columnRows = sqlStatement<Record<string, never>, { entity: string; field: string; hidden: number }>(
  `SELECT t.name AS entity, c.name AS field, c.hidden AS hidden
   FROM pragma_table_list AS t JOIN pragma_table_xinfo(t.name) AS c
   WHERE t.schema = 'main' AND t.type = 'table'`,
);

/** Fields of every synced table, read from the database itself: entity → names. Generated columns are not fields. */
export type SyncedColumns = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads which tables are synced (those with an `origin`) and which of their columns are fields. */
export function syncedColumns(read: ReadHandle): SyncedColumns {
  const tables = new Map<string, Set<string>>();
  const synced = new Set<string>();
  for (const { entity, field, hidden } of read.all(columnRows, {})) {
    if (field === 'origin') synced.add(entity);
    if (hidden !== 0 || metaColumns.has(field)) continue;
    tables.set(entity, (tables.get(entity) ?? new Set()).add(field));
  }
  for (const entity of tables.keys()) if (!synced.has(entity)) tables.delete(entity);
  return tables;
}
