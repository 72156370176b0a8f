import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.ts';
import type { Session } from './context.ts';
import { databaseName, type Engine, nowOf, requireOpen, transact } from './engine.ts';
import { renameDurably } from './keys/durable-file.ts';
import { seedPathways, shippedPathways } from './shipped-pathways.ts';
import { appliedMigrations, migrate, openStore } from './store/database.ts';
import { pathwayTemplates } from './store/pathways.ts';

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
      // Under another name until it is whole: one cut short is never taken for the copy.
      const making = join(folder, 'before-upgrade.being-made');
      rmSync(making, { force: true });
      store.copyTo(making);
      renameDurably(making, join(folder, `before-${pending[0]}-${nowOf(engine).replace(/[^0-9]/g, '')}.db`));
    }
  } finally {
    store.close();
  }
  await migrate(file, databaseKey);
}

/** Adds what a newer version ships beside its program to a profile that was made before. Whatever a team changed stays. */
export function addShippedReference(engine: Engine, session: Session): void {
  const there = new Set(pathwayTemplates(requireOpen(engine).store).map(({ id }) => id));
  if (shippedPathways.every(({ id }) => there.has(id))) return;
  const deed = { actor: session.workerId, command: engine.options.newId(), session };
  transact(engine, deed, [], ({ journal }) => seedPathways(journal, (id) => there.has(id)));
}
