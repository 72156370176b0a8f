import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkCopy } from '../../electron/engine/backup/check-copy.ts';
import { backupFolder } from '../../electron/engine/backup/files.ts';
import { databaseName } from '../../electron/engine/engine.ts';
import { syncedColumns } from '../../electron/engine/journal/columns.ts';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { unlockSlot } from '../../electron/engine/keys/keyring.ts';
import { recoverKeyring } from '../../electron/engine/keys/re-key.ts';
import { auditKeyOf, verifyAudit } from '../../electron/engine/store/audit.ts';
import { appliedMigrations, openStore, type Store } from '../../electron/engine/store/database.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';

export const passphrase = 'lantern orbit maple trench';

/** What a profile's store holds, read without the engine, so that looking changes nothing. */
export interface Held {
  readonly migrations: readonly string[];
  /** Rows by table, derived ones included; what every sign-in adds to (audit, facts, commands) is left out. */
  readonly rows: Readonly<Record<string, number>>;
  /** Hash of the state by synced table. */
  readonly hashes: Readonly<Record<string, string>>;
  /** State by import. */
  readonly imports: Readonly<Record<string, string>>;
  /** Audit lines that say that an import was confirmed. */
  readonly committedLines: number;
  /** What is not whole: pages, indexes, audit chain, journal, copies made before an upgrade. */
  readonly problems: readonly string[];
}

const ownTables = sqlStatement<Record<string, never>, { name: string }>(
  `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
   AND name NOT LIKE 'people\\_search\\_%' ESCAPE '\\' AND name NOT LIKE 'kysely\\_%' ESCAPE '\\'
   AND name NOT IN ('audit', 'facts', 'commands') ORDER BY name`,
);
const importStates = sqlStatement<Record<string, never>, { id: string; state: string }>(
  'SELECT id, state FROM imports',
);
const committedLines = sqlStatement<Record<string, never>, { n: number }>(
  "SELECT count(*) AS n FROM audit WHERE action = 'import-committed'",
);

/** Opens the store as a sign-in does, and looks at all of it. */
export function look(profile: string, workerId: string): Held {
  const file = join(profile, databaseName);
  const { databaseKey } = recoverKeyring(
    profile,
    (keyring) => unlockSlot(keyring, workerId, passphrase, null),
    (key) => {
      openStore({ file, key, mustExist: true }).close();
      return true;
    },
  );
  const store = openStore({ file, key: databaseKey, mustExist: true });
  try {
    store.checkIntegrity(false);
    const { mismatches, hashes } = verifyJournal(store, syncedColumns(store));
    const problems = [];
    if (mismatches.length > 0) problems.push('journal and state differ');
    if (verifyAudit(store, auditKeyOf(store)).brokenAt !== null) problems.push('audit chain broken');
    for (const name of readdirSync(backupFolder(profile)).filter((name) => /^before-.*\.db$/.test(name)))
      if (!isWhole(join(backupFolder(profile), name), databaseKey)) problems.push(`the copy ${name} is not whole`);
    return {
      migrations: appliedMigrations(store),
      rows: Object.fromEntries(store.all(ownTables, {}).map(({ name }) => [name, rowsOf(store, name)])),
      hashes,
      imports: Object.fromEntries(store.all(importStates, {}).map(({ id, state }) => [id, state])),
      committedLines: store.get(committedLines, {})?.n ?? 0,
      problems,
    };
  } finally {
    store.close();
  }
}

const rowsOf = (store: Store, table: string): number =>
  store.get(sqlStatement<Record<string, never>, { n: number }>(`SELECT count(*) AS n FROM "${table}"`), {})?.n ?? 0;

function isWhole(file: string, key: Buffer): boolean {
  try {
    checkCopy(file, key);
    return true;
  } catch {
    return false;
  }
}
