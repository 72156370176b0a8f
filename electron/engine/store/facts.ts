import type { ReadHandle, WriteHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

type FactName = 'device' | 'incarnation' | 'seq' | 'lock-minutes' | 'created-at' | 'audit-key';

const factNamed = statement((q, p: { name: string }) =>
  q.selectFrom('facts').select('value').where('name', '=', p.name),
);
const put = sqlStatement<{ name: string; value: string }, never>(
  'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  'name',
  'value',
);

/** A fact of this copy of the store, or null. Facts are local: they never travel. */
export function readFact(read: ReadHandle, name: FactName): string | null {
  return read.get(factNamed, { name })?.value ?? null;
}

/** Sets a fact of this copy of the store. */
export function writeFact(write: WriteHandle, name: FactName, value: string): void {
  write.run(put, { name, value });
}
