import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { createKeyring, type NewWorker } from '../../electron/engine/keys/keyring.ts';
import { floorParams } from '../../electron/engine/keys/passphrase.ts';
import { AppError } from '../../shared/errors.ts';

/** An empty folder, removed when the test ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oneteam-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A worker whose passphrase is `<userId> kettle marmot violin`, at the least cost. */
export const workerNamed = (userId: string, change: Partial<NewWorker> = {}): NewWorker => ({
  userId,
  label: `Worker ${userId}`,
  role: 'Care coordinator',
  passphrase: passphraseOf(userId),
  params: floorParams,
  deviceSecret: null,
  ...change,
});

export const passphraseOf = (userId: string): string => `${userId} kettle marmot violin`;

/** A profile on disk whose only worker is `first`. */
export function newProfile(change: Partial<NewWorker> = {}, folder = newFolder()) {
  const made = createKeyring(folder, { profileId: 'profile-1', demo: false, worker: workerNamed('first', change) });
  return { folder, ...made };
}

/** The expected failure that `work` throws; fails the test when it throws none. */
export function failure(work: () => unknown): AppError {
  try {
    work();
  } catch (problem) {
    if (problem instanceof AppError) return problem;
    throw problem;
  }
  return expect.fail('nothing was thrown');
}
