import type { ReadHandle, WriteHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

const named = statement((q, p: { worker: string; name: string }) =>
  q.selectFrom('preferences').select('value').where('worker_id', '=', p.worker).where('name', '=', p.name),
);
const replace = sqlStatement<{ worker: string; name: string; value: string }, never>(
  `INSERT INTO preferences (worker_id, name, value) VALUES (?, ?, ?)
   ON CONFLICT (worker_id, name) DO UPDATE SET value = excluded.value`,
  'worker',
  'name',
  'value',
);
const merge = sqlStatement<{ worker: string; name: string; value: string }, never>(
  `INSERT INTO preferences (worker_id, name, value) VALUES (?, ?, ?)
   ON CONFLICT (worker_id, name) DO UPDATE SET value = json_patch(value, excluded.value)`,
  'worker',
  'name',
  'value',
);

/** What a worker chose last on this device under a name, or null. The caller parses it: an older version may have written it. */
export function readPreference(read: ReadHandle, worker: string, name: string): unknown {
  const found = read.get(named, { worker, name });
  return found ? JSON.parse(found.value) : null;
}

/** Remembers a choice, replacing the one before. */
export function writePreference(write: WriteHandle, worker: string, name: string, value: unknown): void {
  write.run(replace, { worker, name, value: JSON.stringify(value) });
}

/** Remembers part of a choice: members of objects are merged into what is there, null takes one away (RFC 7396). */
export function mergePreference(write: WriteHandle, worker: string, name: string, value: object): void {
  write.run(merge, { worker, name, value: JSON.stringify(value) });
}
