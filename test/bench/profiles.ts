import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Size } from '../../electron/engine/demo/sizes.ts';
import { readKeyring, unlockSlot } from '../../electron/engine/keys/keyring.ts';
import { keyringPath } from '../../electron/engine/keys/keyring-file.ts';
import { startEngine } from '../../electron/engine-host.ts';
import { demoPassphrase } from '../../shared/domain/demonstration.ts';

/** Who is at the keyboard in every job: the coordinator of one neighbourhood. */
export const worker = 'demo-coordinator';
const databaseName = 'oneteam.db';

/** Folder in which generated data are kept between runs. `ONETEAM_BENCH_DATA` puts it elsewhere. */
const kept = (): string => {
  const folder = process.env.ONETEAM_BENCH_DATA ?? join(tmpdir(), 'oneteam-bench');
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** Changes with the schema: data of another one are made anew. */
function schema(): string {
  const folder = new URL('../../migrations/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const hash = createHash('sha256');
  for (const name of files.sort()) hash.update(readFileSync(new URL(name, folder)));
  return hash.digest('hex').slice(0, 8);
}

/** The generated profile of that size and seed; made on first use, which takes minutes (a city: most of an hour). */
export async function generatedProfile(size: Size, seed: number): Promise<string> {
  const folder = join(kept(), `${size}-${seed}-${schema()}`);
  if (existsSync(keyringPath(folder))) return folder;
  console.info(`making the ${size} profile (seed ${seed}) once, in ${folder}`);
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  const engine = await startEngine({ profile: making, demo: true });
  const made = await engine.call('demo.seed', { size, seed });
  await engine.close();
  if (!made.ok) throw new Error(`the profile could not be made: ${made.error.message}`);
  renameSync(making, folder);
  return folder;
}

/** Copies a generated profile, so that a run may write into it. The copy shares blocks where the file system can. */
export function workingCopy(profile: string): string {
  const copy = mkdtempSync(join(kept(), 'run-'));
  copyFileSync(keyringPath(profile), keyringPath(copy));
  copyFileSync(join(profile, databaseName), join(copy, databaseName), constants.COPYFILE_FICLONE);
  return copy;
}

/** The same rows, unencrypted, for the hand-written side; kept beside the generated profile. */
export function plainCopy(profile: string): string {
  const plain = join(profile, 'plain.db');
  return existsSync(plain) ? plain : decrypted(profile, worker, demoPassphrase, plain);
}

/** Writes a profile's rows into a plain database file. Only ever of synthetic people. */
export function decrypted(profile: string, user: string, passphrase: string, file: string): string {
  const making = `${file}.making`;
  copyFileSync(join(profile, databaseName), making, constants.COPYFILE_FICLONE);
  const key = unlockSlot(readKeyring(profile), user, passphrase, null);
  const database = new Database(making);
  database.pragma("cipher='aegis'");
  database.pragma(`key='raw:${key.toString('hex')}'`);
  database.pragma('journal_mode=delete');
  database.pragma("rekey=''");
  database.close();
  renameSync(making, file);
  return file;
}
