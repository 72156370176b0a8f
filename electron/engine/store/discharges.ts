import type { Selectable } from 'kysely';
import type { ReadHandle, WriteHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';
import type { DischargeLists, DischargeRows } from './tables.ts';

/** A discharge list on its way in; headers, mapping and what became of it are JSON text. */
export type StoredList = Selectable<DischargeLists>;
/** A line of it; cells, decision and what it did are JSON text. */
export type StoredDischarge = Selectable<DischargeRows>;

const ofWorker = sqlStatement<{ worker: string }, StoredList & { rows: number }>(
  `SELECT l.*, (SELECT count(*) FROM discharge_rows WHERE list_id = l.id) AS rows FROM discharge_lists AS l
   WHERE l.worker_id = ? ORDER BY l.received_at DESC, l.id DESC`,
  'worker',
);
const byId = statement((q, p: { id: string }) => q.selectFrom('discharge_lists').selectAll().where('id', '=', p.id));
const rowsOf = statement((q, p: { list: string }) =>
  q.selectFrom('discharge_rows').selectAll().where('list_id', '=', p.list).orderBy('line'),
);
const add = sqlStatement<
  Pick<StoredList, 'id' | 'name' | 'worker_id' | 'received_at' | 'signature' | 'headers' | 'mapping'>,
  never
>(
  `INSERT INTO discharge_lists (id, name, state, worker_id, received_at, signature, headers, mapping)
   VALUES (?, ?, 'preview', ?, ?, ?, ?, ?)`,
  'id',
  'name',
  'worker_id',
  'received_at',
  'signature',
  'headers',
  'mapping',
);
const addRow = sqlStatement<Pick<StoredDischarge, 'list_id' | 'line' | 'cells' | 'problem'>, never>(
  'INSERT INTO discharge_rows (list_id, line, cells, problem) VALUES (?, ?, ?, ?)',
  'list_id',
  'line',
  'cells',
  'problem',
);
const map = sqlStatement<{ id: string; mapping: string }, never>(
  'UPDATE discharge_lists SET mapping = ? WHERE id = ?',
  'mapping',
  'id',
);
const decide = sqlStatement<{ list: string; line: number; decision: string | null }, never>(
  'UPDATE discharge_rows SET decision = ? WHERE list_id = ? AND line = ?',
  'decision',
  'list',
  'line',
);
const undecide = sqlStatement<{ list: string }, never>(
  'UPDATE discharge_rows SET decision = NULL WHERE list_id = ?',
  'list',
);
const did = sqlStatement<{ list: string; line: number; done: string }, never>(
  'UPDATE discharge_rows SET done = ? WHERE list_id = ? AND line = ?',
  'done',
  'list',
  'line',
);
const committed = sqlStatement<{ id: string; committed: string; first: number; last: number }, never>(
  "UPDATE discharge_lists SET state = 'committed', committed = ?, first_position = ?, last_position = ? WHERE id = ?",
  'committed',
  'first',
  'last',
  'id',
);
const undone = sqlStatement<{ id: string; undone: string }, never>(
  "UPDATE discharge_lists SET state = 'undone', undone = ? WHERE id = ?",
  'undone',
  'id',
);
const remove = statement((q, p: { id: string }) => q.deleteFrom('discharge_lists').where('id', '=', p.id));
const ticked = sqlStatement<{ stays: string; last: number }, { person: string }>(
  `SELECT DISTINCT c.person_id AS person FROM json_each(?) AS wanted CROSS JOIN stay_checks AS c ON c.stay_id = wanted.value
     CROSS JOIN changes AS made ON made.id = c.origin
   WHERE made.position > ?`,
  'stays',
  'last',
);

/** The lists of a worker, newest first, with how many rows each has. */
export const listsOf = (read: ReadHandle, worker: string): (StoredList & { rows: number })[] =>
  read.all(ofWorker, { worker });
/** A list, or undefined. */
export const findList = (read: ReadHandle, id: string): StoredList | undefined => read.get(byId, { id });
/** The lines of a list, in the order of the file. */
export const linesOf = (read: ReadHandle, list: string): StoredDischarge[] => read.all(rowsOf, { list });

/** Keeps a list that came in. */
export function addList(
  write: WriteHandle,
  list: Pick<StoredList, 'id' | 'name' | 'worker_id' | 'received_at' | 'signature' | 'headers' | 'mapping'>,
  rows: readonly Pick<StoredDischarge, 'line' | 'cells' | 'problem'>[],
): void {
  write.run(add, list);
  for (const row of rows) write.run(addRow, { ...row, list_id: list.id });
}
/** Other fields for the columns: earlier decisions about rows are dropped. */
export function mapList(write: WriteHandle, id: string, mapping: readonly (string | null)[]): void {
  write.run(map, { id, mapping: JSON.stringify(mapping) });
  write.run(undecide, { list: id });
}
/** What somebody decided about a line; null takes it back. */
export const decideLine = (write: WriteHandle, list: string, line: number, decision: object | null): void =>
  void write.run(decide, { list, line, decision: decision && JSON.stringify(decision) });
/** What confirming did with a line. */
export const keepDone = (write: WriteHandle, list: string, line: number, done: object): void =>
  void write.run(did, { list, line, done: JSON.stringify(done) });
/** The list is recorded; its journal entries stand between the two positions, both included. */
export const markListCommitted = (write: WriteHandle, id: string, done: object, first: number, last: number): void =>
  void write.run(committed, { id, committed: JSON.stringify(done), first, last });
/** The list was taken back. */
export const markListUndone = (write: WriteHandle, id: string, done: object): void =>
  void write.run(undone, { id, undone: JSON.stringify(done) });
/** Forgets a list with its lines. */
export const removeList = (write: WriteHandle, id: string): void => void write.run(remove, { id });
/** Who has checklist items on these stays that were ticked for the first time after a position. */
export const tickedSince = (read: ReadHandle, stays: readonly string[], last: number): string[] =>
  read.all(ticked, { stays: JSON.stringify(stays), last }).map(({ person }) => person);
