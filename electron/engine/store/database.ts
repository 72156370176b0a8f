import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../../migrations/index.ts';
import { AppError } from '../../../shared/errors.ts';
import type { WriteHandle } from './handles.ts';
import { type Bindable, type Compilable, type Parameters, type Statement, sqlStatement } from './statements.ts';
import { damagedSentence, storageError } from './storage-error.ts';

/**
 * The one door to SQLite. A connection that leaves this file is encrypted, has every setting below read back and
 * asserted, and turns the disk's failures into typed errors.
 */

/**
 * AEGIS-256, which authenticates every page. Chosen by bench: on processors with AES instructions a scan costs a third of
 * what it does with ChaCha20, a commit two thirds. A change needs a re-key of every profile.
 */
const cipher = 'aegis';
const header = 'SQLite format 3\0';

export interface Store extends WriteHandle {
  readonly file: string;
  /** Runs `work` in one transaction: committed when it returns, undone when it throws. */
  transaction<T>(work: () => T): T;
  /** Runs `work` against one unchanging state of the database. */
  snapshot<T>(work: () => T): T;
  /** Statements run and rows stepped since the store was opened: what performance tests in CI count. */
  readonly counters: { statements: number };
  /** Writes an encrypted copy with the same key to a file that does not exist yet. */
  copyTo(file: string): void;
  /** Encrypts the whole database anew. */
  rekey(key: Buffer): void;
  /** Plan of a query, one line a step: lets a test see a full scan. */
  explain(query: Compilable): string[];
  close(): void;
}

interface OpenOptions {
  readonly file: string;
  /** 32 bytes. */
  readonly key: Buffer;
  readonly readonly?: boolean;
  readonly mustExist?: boolean;
}

/**
 * Opens an encrypted database.
 * @throws AppError `corrupted` when the key does not fit or pages fail their check, `profile-unusable`, `disk-full`
 */
export function openStore(options: OpenOptions): Store {
  const { file, key, readonly = false, mustExist = false } = options;
  if (existsSync(file)) refusePlain(file);
  else if (!readonly && !mustExist) guarded(() => closeSync(openSync(file, 'a', 0o600)));
  const database = guarded(() => new Database(file, { readonly, fileMustExist: mustExist || readonly }));
  try {
    guarded(() => {
      database.pragma(`cipher='${cipher}'`);
      database.pragma(`key='raw:${key.toString('hex')}'`);
      configure(database, readonly);
    });
  } catch (error) {
    database.close();
    throw error;
  }
  return wrap(database, file);
}

/** Settings that hold the store's promises. Each is set and read back: SQLite ignores a pragma that it does not know. */
function configure(database: Database.Database, readonly: boolean): void {
  // Spill files on disk would be plaintext.
  set(database, 'temp_store', 2);
  if (!readonly) set(database, 'journal_mode', 'wal');
  // WAL's default (NORMAL) loses acknowledged saves in a power cut.
  set(database, 'synchronous', 2);
  set(database, 'foreign_keys', 1);
  set(database, 'trusted_schema', 0);
  set(database, 'cell_size_check', 1);
  set(database, 'secure_delete', 1);
  set(database, 'cache_size', -65_536);
  set(database, 'busy_timeout', 10_000, 'timeout');
}

function set(database: Database.Database, pragma: string, value: string | number, column = pragma): void {
  database.pragma(`${pragma}=${value}`);
  const [row] = database.pragma(pragma) as Record<string, string | number>[];
  if (row?.[column] !== value)
    throw new AppError('storage-failed', `The store refused its setting ${pragma}. Install OneTeam again.`);
}

function refusePlain(file: string): void {
  const descriptor = guarded(() => openSync(file, 'r'));
  const bytes = Buffer.alloc(header.length);
  readSync(descriptor, bytes, 0, bytes.length, 0);
  closeSync(descriptor);
  if (bytes.toString('latin1') === header)
    throw new AppError(
      'corrupted',
      'The database file is not encrypted, so it was not written by OneTeam. Restore a backup.',
    );
}

const searchTables = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'";

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageError(error);
  }
}

function wrap(database: Database.Database, file: string): Store {
  const cache = new Map<string, Database.Statement<Bindable[]>>();
  const counters = { statements: 0 };
  const prepared = (sql: string) => {
    counters.statements += 1;
    let found = cache.get(sql);
    if (!found) {
      found = database.prepare<Bindable[]>(sql);
      cache.set(sql, found);
    }
    return found;
  };
  const begin = { write: database.prepare('BEGIN IMMEDIATE'), read: database.prepare('BEGIN') };
  const commit = database.prepare('COMMIT');
  const inTransaction = <T>(start: Database.Statement, work: () => T): T => {
    guarded(() => start.run());
    try {
      const result = work();
      guarded(() => commit.run());
      return result;
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    file,
    writable: true,
    counters,
    all: <P extends Parameters, Row>(statement: Statement<P, Row>, parameters: P) =>
      guarded(() => prepared(statement.sql()).all(...statement.bind(parameters)) as Row[]),
    get: <P extends Parameters, Row>(statement: Statement<P, Row>, parameters: P) =>
      guarded(() => prepared(statement.sql()).get(...statement.bind(parameters)) as Row | undefined),
    query: <Row>(query: Compilable<Row>) =>
      guarded(() => {
        const { sql, parameters } = query.compile();
        return prepared(sql).all(...(parameters as Bindable[])) as Row[];
      }),
    each: <Row>(query: Compilable<Row>) =>
      guarded(() => {
        const { sql, parameters } = query.compile();
        return database.prepare<Bindable[]>(sql).iterate(...(parameters as Bindable[])) as IterableIterator<Row>;
      }),
    run: (statement, parameters) => guarded(() => prepared(statement.sql()).run(...statement.bind(parameters)).changes),
    execute: (query) =>
      guarded(() => {
        const { sql, parameters } = query.compile();
        return prepared(sql).run(...(parameters as Bindable[])).changes;
      }),
    runSql: (sql, values) => guarded(() => prepared(sql).run(...values).changes),
    transaction: (work) => inTransaction(begin.write, work),
    snapshot: (work) => inTransaction(begin.read, work),
    copyTo: (target) => guarded(() => void database.prepare('VACUUM INTO ?').run(target)),
    checkIntegrity: (quick) =>
      guarded(() => {
        // FTS5 checks the index by what this connection knew of it when it last looked (SQLite 3.53): on one that only
        // reads, everything written meanwhile would pass for damage. Opening a cursor makes it look again.
        const indexes = database.prepare<[], { name: string }>(searchTables).all();
        for (const { name } of indexes) database.prepare(`SELECT rowid FROM "${name}" LIMIT 1`).get();
        const rows = database.pragma(quick ? 'quick_check(1)' : 'integrity_check(1)') as Record<string, string>[];
        if (Object.values(rows[0] ?? {})[0] !== 'ok') throw new AppError('corrupted', damagedSentence);
      }),
    rekey: (key) =>
      guarded(() => {
        // A re-key rewrites every page in place, which WAL cannot do.
        set(database, 'journal_mode', 'delete');
        database.pragma(`rekey='raw:${key.toString('hex')}'`);
        set(database, 'journal_mode', 'wal');
      }),
    explain: (query) => {
      const { sql, parameters } = query.compile();
      const steps = database.prepare<Bindable[]>(`EXPLAIN QUERY PLAN ${sql}`).all(...(parameters as Bindable[]));
      return (steps as { detail: string }[]).map((step) => step.detail);
    },
    close: () => {
      cache.clear();
      if (database.open) database.close();
    },
  };
}

const migrationTable = sqlStatement<Record<string, never>, { name: string }>(
  "SELECT name FROM sqlite_schema WHERE name = 'kysely_migration'",
);
const migrationNames = sqlStatement<Record<string, never>, { name: string }>(
  'SELECT name FROM kysely_migration ORDER BY name',
);

/** Names of the migrations that a database already has, oldest first; empty for a new one. */
export function appliedMigrations(store: Store): string[] {
  if (store.all(migrationTable, {}).length === 0) return [];
  return store.all(migrationNames, {}).map((row) => row.name);
}

/**
 * Brings a database up to this version, or to a migration before it. The caller has made its copy first.
 * @throws AppError `newer-database` when it has a migration that this version does not know; the failure of a migration
 */
export async function migrate(file: string, key: Buffer, upTo?: string): Promise<void> {
  const store = openStore({ file, key });
  const unknown = appliedMigrations(store).filter((name) => !(name in migrations));
  store.close();
  if (unknown.length > 0)
    throw new AppError(
      'newer-database',
      'This profile was written by a newer version of OneTeam. Nothing was changed. Update OneTeam, then open it again.',
    );
  const database = new Database(file, { fileMustExist: true });
  try {
    database.pragma(`cipher='${cipher}'`);
    database.pragma(`key='raw:${key.toString('hex')}'`);
    configure(database, false);
    await runMigrations(database, upTo);
  } finally {
    database.close();
  }
}

/** All pending steps in one transaction: failed or killed half-way, the database is as it was (Kysely opens none on SQLite). */
async function runMigrations(database: Database.Database, upTo?: string): Promise<void> {
  const migrator = new Migrator({
    db: new Kysely({ dialect: new SqliteDialect({ database }) }),
    provider: { getMigrations: async () => migrations },
  });
  guarded(() => database.exec('BEGIN IMMEDIATE'));
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw storageError(error);
  }
  guarded(() => database.exec('COMMIT'));
}

export interface GeneratedColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
}

/** Makes an empty, unencrypted database for the generator of row types, and names its generated columns. It never holds data. */
export async function createUnencryptedSchema(file: string): Promise<GeneratedColumn[]> {
  const database = new Database(file);
  await runMigrations(database);
  const columns = database
    .prepare(
      `SELECT t.name AS "table", c.name AS "column", upper(c.type) AS type, c."notnull" AS fixed FROM pragma_table_list AS t
       JOIN pragma_table_xinfo(t.name) AS c WHERE t.schema = 'main' AND t.type = 'table' AND c.hidden IN (2, 3)`,
    )
    .all() as { table: string; column: string; type: string; fixed: number }[];
  database.close();
  return columns.map(({ fixed, ...column }) => ({ ...column, nullable: fixed === 0 }));
}

/**
 * Takes the profile for this process: an exclusive lock on an empty file, which the operating system drops when the
 * process ends, however it ends. Returns how to give it back.
 * @throws AppError `profile-in-use`, `profile-unusable`
 */
export function lockProfile(file: string): () => void {
  return guarded(() => {
    closeSync(openSync(file, 'a', 0o600));
    const lock = new Database(file, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      throw error;
    }
    return () => lock.close();
  });
}
