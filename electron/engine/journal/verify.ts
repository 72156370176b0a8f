import { createHash } from 'node:crypto';
import type { ReadHandle } from '../store/handles.ts';
import { sqlBuilder, sqlStatement } from '../store/statements.ts';
import type { FieldValue } from './change.ts';
import type { SyncedColumns } from './columns.ts';

/** A row whose state is not what its changes make. */
export interface Mismatch {
  readonly entity: string;
  readonly row: string;
  readonly fields: readonly string[];
}

export interface VerifyResult {
  readonly changes: number;
  readonly rows: number;
  readonly mismatches: readonly Mismatch[];
  /** SHA-256 over every synced row's canonical form, per entity: equal on two devices that hold the same. */
  readonly hashes: Readonly<Record<string, string>>;
}

interface JournalRow {
  readonly id: string;
  readonly entity: string;
  readonly row: string;
  readonly patch: string;
  readonly base: string | null;
}

const inRowOrder = sqlBuilder
  .selectFrom('changes')
  .select(['id', 'entity', 'row', 'patch', 'base'])
  .orderBy('row')
  .orderBy('id');

/**
 * Folds the whole journal in memory, row by row, and compares it with the state tables (J9). The fold is the plain
 * definition of a multi-value register, written apart from `merge.ts` on purpose: a head is a change that no other
 * change names as its base, and the largest head is shown.
 */
export function verifyJournal(read: ReadHandle, columns: SyncedColumns): VerifyResult {
  const mismatches: Mismatch[] = [];
  const tables = new Map([...columns].map(([entity, fields]) => [entity, tableCheck(read, entity, fields)]));
  let changes = 0;
  let pending: JournalRow[] = [];
  const finish = () => {
    const [first] = pending;
    const wrong = first && tables.get(first.entity)?.check(first.row, foldRow(pending));
    if (first && wrong && wrong.length > 0) mismatches.push({ entity: first.entity, row: first.row, fields: wrong });
    pending = [];
  };
  for (const change of read.each(inRowOrder)) {
    changes += 1;
    if (pending[0] && pending[0].row !== change.row) finish();
    pending.push(change);
  }
  finish();
  const hashes: Record<string, string> = {};
  let rows = 0;
  for (const [entity, table] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { hash, checked, present } = table.result();
    rows += checked;
    hashes[entity] = hash;
    if (checked !== present) mismatches.push({ entity, row: '*', fields: ['number of rows'] });
  }
  return { changes, rows, mismatches, hashes };
}

function tableCheck(read: ReadHandle, entity: string, fields: ReadonlySet<string>) {
  const hash = createHash('sha256');
  const names = [...fields].sort();
  const stateOf = sqlStatement<{ id: string }, Record<string, FieldValue>>(
    `SELECT * FROM "${entity}" WHERE id = ?`,
    'id',
  );
  const count = sqlStatement<Record<string, never>, { n: number }>(`SELECT count(*) AS n FROM "${entity}"`);
  let checked = 0;
  return {
    /** Names of the fields that differ; every field when the row is missing. */
    check: (row: string, folded: ReadonlyMap<string, FieldValue>): string[] => {
      const state = read.get(stateOf, { id: row });
      hash.update(JSON.stringify([row, ...names.map((name) => state?.[name] ?? null)]));
      if (!state) return names;
      checked += 1;
      return names.filter((name) => (state[name] ?? null) !== (folded.get(name) ?? null));
    },
    result: () => ({ hash: hash.digest('hex'), checked, present: read.get(count, {})?.n ?? 0 }),
  };
}

/** The shown value of every field of one row, from all its changes in any order. */
export function foldRow(
  changes: readonly { id: string; patch: string; base: string | null }[],
): Map<string, FieldValue> {
  const replaced = new Map<string, Set<string>>();
  const offered = new Map<string, { id: string; value: FieldValue }[]>();
  for (const change of changes) {
    const base = change.base ? (JSON.parse(change.base) as Record<string, string[]>) : {};
    for (const [field, ids] of Object.entries(base)) {
      const set = replaced.get(field) ?? new Set();
      for (const id of ids) set.add(id);
      replaced.set(field, set);
    }
    for (const [field, value] of Object.entries(JSON.parse(change.patch) as Record<string, FieldValue>))
      offered.set(field, [...(offered.get(field) ?? []), { id: change.id, value }]);
  }
  const shown = new Map<string, FieldValue>();
  for (const [field, values] of offered) {
    const heads = values.filter(({ id }) => !replaced.get(field)?.has(id)).sort((a, b) => (a.id < b.id ? 1 : -1));
    if (heads[0]) shown.set(field, heads[0].value);
  }
  return shown;
}
