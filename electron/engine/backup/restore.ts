import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { closeStore, databaseName, type Engine, nowOf } from '../engine.ts';
import { zero } from '../keys/derived-keys.ts';
import { readIfPresent, renameDurably, writeDurably } from '../keys/durable-file.ts';
import { unlockSlot } from '../keys/keyring.ts';
import { keyringPath, readKeyringFile } from '../keys/keyring-file.ts';
import { openStore } from '../store/database.ts';
import { readFact, writeFact } from '../store/facts.ts';
import { storageError } from '../store/storage-error.ts';
import { checkCopy } from './check-copy.ts';
import { backupFolder, keyringOf, readManifest } from './files.ts';

/**
 * Puts a backup in place of the store: copied beside, opened with the passphrase of its own sign-in file, checked, made a
 * new incarnation (its device never reuses a sequence number), then swapped. The files that it replaces are set aside.
 * @returns the folder of the profile that holds what was set aside
 * @throws AppError `not-found`, `wrong-passphrase`, `corrupted`, `disk-full`; the store is as it was
 */
export function restoreBackup(engine: Engine, file: string, workerId: string, passphrase: string): string {
  const { profile, deviceSecret } = engine.options;
  const path = join(backupFolder(profile), file);
  const manifest = readManifest(profile, file);
  const keyring = readKeyringFile(keyringOf(path));
  if (!manifest || !keyring)
    throw new AppError('not-found', 'This backup is not there any more, or it is incomplete. Choose another.');
  const key = unlockSlot(keyring, workerId, passphrase, deviceSecret);
  const side = join(profile, `${databaseName}.restoring`);
  try {
    rmSync(side, { force: true });
    copyFileSync(path, side);
    if (checkCopy(side, key).stateHash !== manifest.stateHash)
      throw new AppError('corrupted', 'This backup does not hold what it held when it was made. Choose another.');
    startIncarnation(side, key);
    closeStore(engine);
    const aside = setAside(profile, nowOf(engine));
    renameDurably(side, join(profile, databaseName));
    writeDurably(keyringPath(profile), readIfPresent(keyringOf(path)) ?? '');
    return aside;
  } catch (error) {
    rmSync(side, { force: true });
    throw storageError(error);
  } finally {
    zero(key);
  }
}

function startIncarnation(file: string, key: Buffer): void {
  const store = openStore({ file, key, mustExist: true });
  store.transaction(() => {
    writeFact(store, 'incarnation', String(Number(readFact(store, 'incarnation') ?? 1) + 1));
    writeFact(store, 'seq', '0');
  });
  store.close();
}

/** Moves the replaced files into a folder of their own; nothing is deleted. */
function setAside(profile: string, now: string): string {
  const name = `set-aside-${now.replace(/[^0-9]/g, '').slice(0, 14)}`;
  mkdirSync(join(profile, name), { recursive: true, mode: 0o700 });
  for (const part of [databaseName, `${databaseName}-wal`, `${databaseName}-shm`])
    if (existsSync(join(profile, part))) renameSync(join(profile, part), join(profile, name, part));
  const keyring = readIfPresent(keyringPath(profile));
  if (keyring !== null) writeDurably(join(profile, name, 'keyring.json'), keyring);
  return name;
}
