import type { Selectable } from 'kysely';
import type { ReadHandle, WriteHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';
import type { Imports } from './tables.ts';

/** How a file was understood, as `imports.reading` holds it. */
export interface StoredReading {
  readonly bytes: number;
  readonly encoding: string;
  readonly delimiter: string | null;
  /** Lines above the heading. */
  readonly preamble: number;
  /** Under which its mapping is remembered. */
  readonly signature: string;
  readonly remembered: boolean;
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly samples: readonly string[];
    readonly target: string | null;
    readonly confidence: 'remembered' | 'exact' | 'close' | 'none' | 'chosen';
  }[];
}

/** Where the columns go, and what the rows have in common. Stored with the import, and under the signature of the headings. */
export interface StoredMapping {
  readonly targets: readonly (string | null)[];
  readonly source: string;
  readonly neighbourhoodId: string | null;
}

export type StoredImport = Selectable<Imports>;

const byId = statement((q, p: { id: string }) => q.selectFrom('imports').selectAll().where('id', '=', p.id));
const newestFirst = statement((q, _: Record<string, never>) =>
  q.selectFrom('imports').selectAll().orderBy('received_at', 'desc').orderBy('id', 'desc'),
);
const content = statement((q, p: { id: string }) =>
  q.selectFrom('import_files').select('content').where('import_id', '=', p.id),
);
const add = sqlStatement<
  {
    id: string;
    name: string;
    kind: string;
    worker_id: string;
    received_at: string;
    reading: string;
    mapping: string;
  },
  never
>(
  `INSERT INTO imports (id, name, kind, state, worker_id, received_at, reading, mapping)
   VALUES (?, ?, ?, 'received', ?, ?, ?, ?)`,
  'id',
  'name',
  'kind',
  'worker_id',
  'received_at',
  'reading',
  'mapping',
);
const addContent = sqlStatement<{ id: string; content: Uint8Array }, never>(
  'INSERT INTO import_files (import_id, content) VALUES (?, ?)',
  'id',
  'content',
);
const dropContent = statement((q, p: { id: string }) => q.deleteFrom('import_files').where('import_id', '=', p.id));
const startOver = sqlStatement<{ id: string; reading: string; mapping: string }, never>(
  "UPDATE imports SET state = 'received', previewed_position = NULL, notices = '[]', reading = ?, mapping = ? WHERE id = ?",
  'reading',
  'mapping',
  'id',
);
const previewed = sqlStatement<{ id: string; position: number; notices: string }, never>(
  "UPDATE imports SET state = 'preview', previewed_position = ?, notices = ? WHERE id = ?",
  'position',
  'notices',
  'id',
);
const committed = sqlStatement<{ id: string; committed: string; first: number; last: number }, never>(
  `UPDATE imports SET state = 'committed', committed = ?, first_position = ?, last_position = ? WHERE id = ?`,
  'committed',
  'first',
  'last',
  'id',
);
const undone = sqlStatement<{ id: string; undone: string }, never>(
  "UPDATE imports SET state = 'undone', undone = ? WHERE id = ?",
  'undone',
  'id',
);
const remove = statement((q, p: { id: string }) => q.deleteFrom('imports').where('id', '=', p.id));
const mappingBySignature = statement((q, p: { signature: string }) =>
  q.selectFrom('import_mappings').select('mapping').where('signature', '=', p.signature),
);
const keepMapping = sqlStatement<{ signature: string; mapping: string; at: string }, never>(
  'INSERT OR REPLACE INTO import_mappings (signature, mapping, used_at) VALUES (?, ?, ?)',
  'signature',
  'mapping',
  'at',
);
const newestPosition = sqlStatement<Record<string, never>, { position: number | null }>(
  'SELECT max(position) AS position FROM changes',
);

/** One import. */
export const findImport = (read: ReadHandle, id: string): StoredImport | undefined => read.get(byId, { id });
/** All imports, newest first. */
export const listImports = (read: ReadHandle): StoredImport[] => read.all(newestFirst, {});
/** The file itself; gone after the import was committed. */
export const contentOf = (read: ReadHandle, id: string): Uint8Array | null =>
  read.get(content, { id })?.content ?? null;

/** Keeps a file that came in. */
export function addImport(
  write: WriteHandle,
  row: Pick<StoredImport, 'id' | 'name' | 'kind' | 'worker_id' | 'received_at' | 'reading' | 'mapping'>,
  bytes: Uint8Array,
): void {
  write.run(add, row);
  write.run(addContent, { id: row.id, content: bytes });
}
/** Back to before the preview, with these columns. The rows are the caller's to remove. */
export const restartImport = (write: WriteHandle, id: string, reading: StoredReading, mapping: StoredMapping): void =>
  void write.run(startOver, { id, reading: JSON.stringify(reading), mapping: JSON.stringify(mapping) });
/** The preview is whole. `position` is the newest journal entry that it took into account. */
export const markPreviewed = (write: WriteHandle, id: string, position: number, notices: readonly string[]): void =>
  void write.run(previewed, { id, position, notices: JSON.stringify(notices) });
/** The import is done; its journal entries stand between the two positions, both included. The file is not kept. */
export function markCommitted(write: WriteHandle, id: string, done: object, first: number, last: number): void {
  write.run(committed, { id, committed: JSON.stringify(done), first, last });
  write.run(dropContent, { id });
}
/** The import was taken back. */
export const markUndone = (write: WriteHandle, id: string, done: object): void =>
  void write.run(undone, { id, undone: JSON.stringify(done) });
/** Forgets an import with its rows. */
export const removeImport = (write: WriteHandle, id: string): void => void write.run(remove, { id });

/** The mapping last used for lists with these headings. What is inside may come from another version. */
export function rememberedMapping(read: ReadHandle, signature: string): Partial<StoredMapping> | null {
  const found = read.get(mappingBySignature, { signature });
  return found ? (JSON.parse(found.mapping) as Partial<StoredMapping>) : null;
}
export const rememberMapping = (write: WriteHandle, signature: string, mapping: StoredMapping, at: string): void =>
  void write.run(keepMapping, { signature, mapping: JSON.stringify(mapping), at });

/** The position of the newest journal entry; 0 when there is none. */
export const journalPosition = (read: ReadHandle): number => read.get(newestPosition, {})?.position ?? 0;
