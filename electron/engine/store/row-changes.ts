import type { ReadHandle } from './handles.ts';
import { statement } from './statements.ts';

type FieldValue = string | number | null;

const ofRow = statement((q, p: { row: string }) =>
  q.selectFrom('changes').select(['id', 'patch', 'base', 'actor', 'command']).where('row', '=', p.row).orderBy('id'),
);
const contestedOf = statement((q, p: { entity: string; row: string }) =>
  q
    .selectFrom('heads')
    .select(['field', 'change'])
    .where('entity', '=', p.entity)
    .where('row', '=', p.row)
    .where('contested', '=', 1)
    .orderBy('field')
    .orderBy('change', 'desc'),
);

/** One journal entry of a row. */
export interface RowChange {
  readonly id: string;
  readonly patch: Readonly<Record<string, FieldValue>>;
  /** Null for the change that created the row. */
  readonly base: Readonly<Record<string, readonly string[]>> | null;
  readonly actor: string;
  readonly command: string;
}

/** Everything that was ever written to a row, oldest first. */
export function changesOfRow(read: ReadHandle, row: string): RowChange[] {
  return read.all(ofRow, { row }).map(({ patch, base, ...rest }) => ({
    ...rest,
    patch: JSON.parse(patch) as RowChange['patch'],
    base: base === null ? null : (JSON.parse(base) as RowChange['base']),
  }));
}

/** What a field held before a change of its row: the value of the newest change that it replaced. */
export function valueBefore(changes: readonly RowChange[], change: RowChange, field: string): FieldValue {
  const replaced = (change.base?.[field] ?? []).reduce((a, b) => (a > b ? a : b), '');
  return changes.find(({ id }) => id === replaced)?.patch[field] ?? null;
}

/** Fields of a row whose heads hold different values: field → change ids, the shown one first. */
export function contestedFields(read: ReadHandle, entity: string, row: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const { field, change } of read.all(contestedOf, { entity, row }))
    fields.set(field, [...(fields.get(field) ?? []), change]);
  return fields;
}
