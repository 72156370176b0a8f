import { statSync } from 'node:fs';
import type { Answer, EngineEvent, Topic } from '../../shared/contract/answer.ts';
import { localDateOf } from '../../shared/domain/british-date.ts';
import { AppError } from '../../shared/errors.ts';
import type { CheckedCopy } from './backup/check-copy.ts';
import type { CommandContext, Session } from './context.ts';
import { refreshDerived } from './derived/refresh.ts';
import type { Jobs } from './jobs.ts';
import { hybridClock, type WallClock } from './journal/clock.ts';
import { syncedColumns } from './journal/columns.ts';
import { type JournalState, openJournal } from './journal/record.ts';
import { zero } from './keys/derived-keys.ts';
import type { ArgonParams } from './keys/passphrase.ts';
import { type AuditLine, appendAudit, auditKeyOf } from './store/audit.ts';
import { openStore, type Store } from './store/database.ts';
import { readFact, writeFact } from './store/facts.ts';
import { sqlStatement } from './store/statements.ts';

/** Bytes up to which every page is looked at before the store is used. */
const checkedAtOpen = 64 * 2 ** 20;

export const databaseName = 'oneteam.db';

/** The open store with what belongs to it. Gone, keys zeroed, after lock. */
export interface Opened {
  readonly store: Store;
  readonly journal: JournalState;
  readonly databaseKey: Buffer;
  readonly auditKey: Buffer;
  /** Whole-device id and incarnation as audit lines name it. */
  readonly device: string;
}

/** What the engine runs with. Clock and ids come in from outside, so that tests and the generator decide them. */
export interface EngineOptions {
  readonly profile: string;
  readonly demo: boolean;
  readonly deviceSecret: Buffer | null;
  readonly wall: WallClock;
  readonly newId: () => string;
  /** Cost of new passphrase slots; null calibrates on this machine. */
  readonly argon: ArgonParams | null;
  readonly emit: (event: EngineEvent) => void;
  /** Runs a heavy query beside the writer. */
  readonly readBeside: (call: { name: string; input: unknown; session: Session; now: string }) => Promise<Answer>;
  /** Starts and ends the worker for heavy queries with the store. */
  readonly reader: {
    open(file: string, key: Buffer): void;
    close(): void;
    /** Writes an encrypted copy of the store to a new file and checks it. */
    copy(file: string): Promise<CheckedCopy>;
  };
}

/** One profile in one worker: closed, or open for one worker at a time. */
export interface Engine {
  readonly options: EngineOptions;
  readonly jobs: Jobs;
  opened: Opened | null;
  session: Session | null;
  /** Who locked it, while it is locked. */
  lockedBy: string | null;
}

/** UTC instant of now, with milliseconds. */
export const nowOf = (engine: Engine): string => new Date(engine.options.wall()).toISOString();
/** Calendar date of now in Europe/London. */
export const todayOf = (engine: Engine): string => localDateOf(nowOf(engine));

/** Opens the database file with its key and readies journal and audit. The database has been migrated. */
export function openWith(engine: Engine, databaseKey: Buffer): Opened {
  const file = `${engine.options.profile}/${databaseName}`;
  const store = openStore({ file, key: databaseKey, mustExist: true });
  try {
    // A large store is checked with each day's backup instead, beside the work.
    if (statSync(file).size < checkedAtOpen) store.checkIntegrity(true);
    const device = `${readFact(store, 'device') ?? ''}.${readFact(store, 'incarnation') ?? '1'}`;
    const newest = store.get(
      sqlStatement<Record<string, never>, { id: string | null }>('SELECT max(id) AS id FROM changes'),
      {},
    );
    const opened: Opened = {
      store,
      device,
      databaseKey,
      // Kept inside the encrypted store, not derived from its key: lines written before a re-key stay provable.
      auditKey: auditKeyOf(store),
      journal: {
        device,
        clock: hybridClock(engine.options.wall, device, newest?.id ?? null),
        columns: syncedColumns(store),
        seq: Number(readFact(store, 'seq') ?? 0),
      },
    };
    engine.options.reader.open(file, databaseKey);
    engine.opened = opened;
    return opened;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Closes the store and zeroes its keys. Safe to call when it is closed. */
export function closeStore(engine: Engine): void {
  const { opened } = engine;
  engine.opened = null;
  if (!opened) return;
  engine.options.reader.close();
  opened.store.close();
  zero(opened.databaseKey, opened.auditKey);
}

/** The open store, or `not-signed-in`. */
export function requireOpen(engine: Engine): Opened {
  if (!engine.opened) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
  return engine.opened;
}

/** What a transaction is done for: its journal entries carry both. */
export interface Deed {
  readonly actor: string;
  readonly command: string;
  readonly session: Session;
  readonly now?: string;
}

/**
 * One write transaction (J1): the work's rows, their changes, the derived tables and whatever `work` adds are
 * committed together or not at all. Announces `topics` after commit.
 */
export function transact<T>(
  engine: Engine,
  deed: Deed,
  topics: readonly Topic[],
  work: (context: CommandContext) => T,
): T {
  const { store, journal: state } = requireOpen(engine);
  const now = deed.now ?? nowOf(engine);
  const today = localDateOf(now);
  const seq = state.seq;
  let result: T;
  try {
    result = store.transaction(() => {
      const journal = openJournal(store, state, deed.actor, deed.command, engine.options.newId);
      const value = work({
        now,
        today,
        session: deed.session,
        read: store,
        write: store,
        journal,
        newId: engine.options.newId,
      });
      refreshDerived(store, journal.touched, today);
      if (state.seq !== seq) writeFact(store, 'seq', String(state.seq));
      return value;
    });
  } catch (error) {
    state.seq = seq;
    throw error;
  }
  if (topics.length > 0) engine.options.emit({ kind: 'changed', topics });
  return result;
}

/** Adds an audit line inside a transaction that the caller holds. */
export function audit(engine: Engine, line: Pick<AuditLine, 'action' | 'outcome'> & Partial<AuditLine>): void {
  const { store, auditKey, device } = requireOpen(engine);
  appendAudit(store, auditKey, {
    at: nowOf(engine),
    device,
    worker_id: engine.session?.workerId ?? null,
    session: engine.session?.id ?? null,
    object: null,
    fields: null,
    reason: null,
    ...line,
  });
}

/** Adds an audit line in a transaction of its own. */
export function auditAlone(engine: Engine, line: Pick<AuditLine, 'action' | 'outcome'> & Partial<AuditLine>): void {
  requireOpen(engine).store.transaction(() => audit(engine, line));
}
