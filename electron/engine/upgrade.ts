import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.ts';
import { databaseName, type Engine, nowOf } from './engine.ts';
import { appliedMigrations, migrate, openStore } from './store/database.ts';

/**
 * Brings the database up to this version, after an encrypted copy of it as it was.
 * @throws AppError `newer-database`; the failure of a migration, with the database as it was
 */
export async function migrateWithCopy(engine: Engine, databaseKey: Buffer): Promise<void> {
  const file = join(engine.options.profile, databaseName);
  const store = openStore({ file, key: databaseKey, mustExist: true });
  try {
    const applied = new Set(appliedMigrations(store));
    const pending = Object.keys(migrations).filter((name) => !applied.has(name));
    if (pending.length === 0 && [...applied].every((name) => name in migrations)) return;
    if (pending.length > 0) {
      const folder = join(engine.options.profile, 'backups');
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      store.copyTo(join(folder, `before-${pending[0]}-${nowOf(engine).replace(/[^0-9]/g, '')}.db`));
    }
  } finally {
    store.close();
  }
  await migrate(file, databaseKey);
}
