import { createHmac } from 'node:crypto';
import Database from 'better-sqlite3';
import { monotonicFactory } from 'ulid';

/**
 * What the hand-written side works with: the same rows, unencrypted, on the caller's own thread, prepared statements,
 * every commit synced to disk. No endpoint, no permission, no types of the contract.
 */
export interface Desk {
  readonly database: Database.Database;
  readonly worker: string;
  readonly neighbourhoods: readonly string[];
  readonly today: string;
  readonly newId: () => string;
  /** Adds a line to the audit chain, inside a transaction. */
  readonly audit: (action: string, object: string | null, now: string) => void;
  /** Runs `work` in one durable transaction. */
  readonly write: <T>(work: () => T) => T;
}

/** Opens a plain database with the settings that the engine's store has, but for the cipher. */
export function openDesk(file: string, worker: string): Desk {
  const database = new Database(file);
  const settings = ['journal_mode=wal', 'synchronous=full', 'foreign_keys=1', 'temp_store=memory'];
  for (const setting of [...settings, 'cache_size=-65536', 'secure_delete=1']) database.pragma(setting);
  const fact = (name: string) =>
    String((database.prepare('SELECT value FROM facts WHERE name = ?').get(name) as { value: string }).value);
  const key = Buffer.from(fact('audit-key'), 'hex');
  const device = `${fact('device')}.${fact('incarnation')}`;
  const last = database.prepare('SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1');
  const append = database.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?, ?)');
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const newId = monotonicFactory();
  const session = newId();
  const memberships = database
    .prepare("SELECT value FROM worker_memberships WHERE worker_id = ? AND kind = 'neighbourhood' AND ended_on IS NULL")
    .all(worker) as { value: string }[];
  return {
    database,
    worker,
    neighbourhoods: memberships.map(({ value }) => value),
    today: new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' }),
    newId: () => newId(),
    audit: (action, object, now) => {
      const before = last.get() as { seq: number; mac: string } | undefined;
      const seq = (before?.seq ?? 0) + 1;
      const line = [before?.mac ?? '', seq, now, device, worker, session, action, object, null, null, 'done'];
      const mac = createHmac('sha256', key).update(JSON.stringify(line)).digest('base64url');
      append.run(seq, now, device, worker, session, action, object, 'done', mac);
    },
    write: (work) => {
      begin.run();
      const result = work();
      commit.run();
      return result;
    },
  };
}
