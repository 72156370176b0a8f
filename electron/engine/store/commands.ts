import type { ReadHandle, WriteHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

export interface DoneCommand {
  readonly id: string;
  readonly endpoint: string;
  readonly worker_id: string;
  readonly input_hash: string;
  /** JSON of the value that the command returned. */
  readonly answer: string;
  readonly at: string;
}

const byId = statement((q, p: { id: string }) => q.selectFrom('commands').selectAll().where('id', '=', p.id));
const insert = sqlStatement<Record<keyof DoneCommand, string>, never>(
  'INSERT INTO commands (id, endpoint, worker_id, input_hash, answer, at) VALUES (?, ?, ?, ?, ?, ?)',
  'id',
  'endpoint',
  'worker_id',
  'input_hash',
  'answer',
  'at',
);
const dropBefore = statement((q, p: { at: string }) => q.deleteFrom('commands').where('at', '<', p.at));

/** A command that was carried out before under this id, if any. */
export const findCommand = (read: ReadHandle, id: string): DoneCommand | undefined => read.get(byId, { id });

/** Remembers a carried-out command, in its own transaction. */
export const rememberCommand = (write: WriteHandle, done: DoneCommand): void => void write.run(insert, { ...done });

/** Forgets commands done before an instant: no caller repeats a call that old. */
export const forgetCommands = (write: WriteHandle, before: string): void => void write.run(dropBefore, { at: before });
