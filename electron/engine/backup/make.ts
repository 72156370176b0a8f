import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { localDateOf } from '../../../shared/domain/british-date.ts';
import { AppError } from '../../../shared/errors.ts';
import { auditAlone, type Engine, nowOf, requireOpen } from '../engine.ts';
import type { Progress } from '../jobs.ts';
import { readIfPresent, renameDurably, writeDurably } from '../keys/durable-file.ts';
import { keyringPath } from '../keys/keyring-file.ts';
import { storageError } from '../store/storage-error.ts';
import {
  type Backup,
  backupFolder,
  backupName,
  keyringOf,
  listBackups,
  type Manifest,
  manifestOf,
  removeBackup,
} from './files.ts';
import { keptBackups } from './rotation.ts';

/**
 * Makes a backup: an encrypted copy under a temporary name, reopened and checked, then renamed; its manifest comes
 * last, so that a half-written backup is never offered. The copying runs beside the writer.
 * @throws AppError `disk-full`, `storage-failed`, `corrupted`; nothing half-made is left
 */
export async function makeBackup(engine: Engine, reason: Backup['reason'], progress: Progress): Promise<Backup> {
  const { profile } = engine.options;
  requireOpen(engine);
  const madeAt = nowOf(engine);
  const file = backupName(madeAt, reason);
  const path = join(backupFolder(profile), file);
  const making = `${path}.being-made`;
  try {
    mkdirSync(backupFolder(profile), { recursive: true, mode: 0o700 });
    progress.step(0, 3);
    const { changes, stateHash } = await engine.options.reader.copy(making);
    progress.step(2, 3);
    const keyring = readIfPresent(keyringPath(profile));
    writeDurably(keyringOf(path), keyring ?? '');
    renameDurably(making, path);
    const manifest: Manifest = { madeAt, reason, bytes: statSync(path).size, changes, stateHash };
    writeDurably(manifestOf(path), `${JSON.stringify(manifest)}\n`);
    if (reason === 'daily') dropOld(profile);
    progress.step(3, 3);
    return { file, madeAt, reason, bytes: manifest.bytes, changes };
  } catch (error) {
    rmSync(making, { force: true });
    removeBackup(profile, file);
    throw storageError(error);
  }
}

function dropOld(profile: string): void {
  const daily = listBackups(profile).filter(({ reason }) => reason === 'daily');
  const keep = keptBackups(daily.map(({ file, madeAt }) => ({ file, madeAt, on: localDateOf(madeAt) })));
  for (const { file } of daily) if (!keep.has(file)) removeBackup(profile, file);
}

/** Makes the day's backup when today has none yet. A failure is told with the job and never stops the work. */
export function backupDaily(engine: Engine): void {
  const today = localDateOf(nowOf(engine));
  const newest = listBackups(engine.options.profile).find(({ reason }) => reason === 'daily');
  if (newest && localDateOf(newest.madeAt) === today) return;
  void engine.jobs
    .run('Daily backup', 'steps', (progress) => makeBackup(engine, 'daily', progress), { unasked: true })
    .then(
      () => engine.options.emit({ kind: 'changed', topics: ['backups'] }),
      (error: unknown) => {
        // Locked or closed meanwhile: the next sign-in makes it.
        if (!engine.opened) return;
        if (error instanceof AppError && error.code === 'corrupted')
          auditAlone(engine, { action: 'verified', outcome: 'failed' });
        console.error('the daily backup was not made');
      },
    );
}
