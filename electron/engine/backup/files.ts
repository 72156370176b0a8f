import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backup } from '../../../shared/contract/backups.ts';
import { readIfPresent } from '../keys/durable-file.ts';

/** What is kept beside a backup's database: its sign-in file and what it holds. Written last, so without it there is no backup. */
export const manifestSchema = backup.omit({ file: true }).extend({
  /** Hash over the state of every synced table; recomputed before a restore. */
  stateHash: z.string(),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type Backup = z.infer<typeof backup>;

export const backupFolder = (profile: string): string => join(profile, 'backups');
export const manifestOf = (file: string): string => `${file}.json`;
export const keyringOf = (file: string): string => `${file}.keyring`;

/** `oneteam-20261122040506-daily.db` */
export function backupName(madeAt: string, reason: Backup['reason']): string {
  return `oneteam-${madeAt.replace(/[^0-9]/g, '').slice(0, 14)}-${reason}.db`;
}

/** Reads a backup's manifest; null when the backup is incomplete or its manifest was damaged. */
export function readManifest(profile: string, file: string): Manifest | null {
  const path = join(backupFolder(profile), file);
  const text = readIfPresent(manifestOf(path));
  if (text === null || !existsSync(path) || !existsSync(keyringOf(path))) return null;
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Every whole backup of a profile, newest first. */
export function listBackups(profile: string): Backup[] {
  const folder = backupFolder(profile);
  if (!existsSync(folder)) return [];
  const found: Backup[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.db'))) {
    const manifest = readManifest(profile, file);
    if (manifest)
      found.push({
        file,
        madeAt: manifest.madeAt,
        reason: manifest.reason,
        bytes: statSync(join(folder, file)).size,
        changes: manifest.changes,
      });
  }
  return found.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

/** Removes a backup, its manifest first, so that a half-removed one is no longer offered. */
export function removeBackup(profile: string, file: string): void {
  const path = join(backupFolder(profile), file);
  for (const part of [manifestOf(path), path, keyringOf(path)]) rmSync(part, { force: true });
}
