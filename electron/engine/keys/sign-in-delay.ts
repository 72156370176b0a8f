import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { idSchema } from '../../../shared/ids.ts';
import { readIfPresent, writeDurably } from './durable-file.ts';

/** Failures after which nobody has to wait yet. */
const free = 5;
const firstDelay = 30_000;
const longestDelay = 15 * 60_000;

/** Milliseconds to wait after so many failures in a row: none up to five, then 30 s, doubling up to 15 minutes. */
export function delayAfter(failures: number): number {
  if (failures <= free) return 0;
  // 2 ** 10 is past the longest delay already; without the bound a huge count would become Infinity.
  return Math.min(firstDelay * 2 ** Math.min(failures - free - 1, 10), longestDelay);
}

const entrySchema = z.strictObject({
  failures: z.int().min(0),
  /** When the last attempt began, in ms since 1970 by this computer's clock. */
  failedAt: z.number(),
  /** Earlier than `failedAt` when the clock was turned back since: the whole wait is counted again from there. */
  waitFrom: z.number(),
});
type Entry = z.infer<typeof entrySchema>;

const stateSchema = z.strictObject({
  version: z.literal(1),
  /** Failures that a worker without an entry starts from: not 0 once the file has been found damaged. */
  baseline: z.int().min(0),
  workers: z.record(idSchema, entrySchema),
});
type State = z.infer<typeof stateSchema>;

const pathOf = (profileDir: string): string => join(profileDir, 'sign-in.json');

function read(profileDir: string): State {
  const text = readIfPresent(pathOf(profileDir));
  if (text === null) return { version: 1, baseline: 0, workers: {} };
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    // Damaging the file must not buy free guesses, nor shut everybody out: all start where waiting begins.
    return { version: 1, baseline: free, workers: {} };
  }
}

const write = (profileDir: string, state: State): void =>
  writeDurably(pathOf(profileDir), `${JSON.stringify(state)}\n`);

// An id may be spelt like something that every object inherits.
const entryOf = (state: State, userId: string): Entry | undefined =>
  Object.hasOwn(state.workers, userId) ? state.workers[userId] : undefined;

const withEntry = (state: State, userId: string, entry: Entry): State => ({
  ...state,
  workers: { ...state.workers, [userId]: entry },
});

const asInstant = (at: number): string => new Date(at).toISOString();

/**
 * Throws `sign-in-delayed` (details: {retryAt}, a UTC instant) while this worker has to wait on this computer. Costs
 * nobody an attempt. Also for the passphrase that is asked again inside a session.
 *
 * A clock turned back never shortens the wait: it is then counted in full from the earlier time, and at most 15
 * minutes even when the clock had been years ahead. Somebody who may set the clock forward, or delete files of the
 * profile, is held up by the cost of each derivation only.
 * @param now ms since 1970
 */
export function checkSignIn(profileDir: string, userId: string, now: number): void {
  const state = read(profileDir);
  const entry = entryOf(state, userId);
  if (entry === undefined) return;
  const delay = delayAfter(entry.failures);
  if (delay === 0) return;
  let since = entry.failedAt;
  if (now < entry.failedAt) {
    since = Math.min(entry.waitFrom, now);
    if (since < entry.waitFrom) write(profileDir, withEntry(state, userId, { ...entry, waitFrom: since }));
  }
  if (now >= since + delay) return;
  const retryAt = asInstant(since + delay);
  throw new AppError('sign-in-delayed', 'Too many failed attempts. Wait until the time shown, then try again.', {
    retryAt,
  });
}

/**
 * Call before deriving a key from a passphrase: refuses while the worker has to wait, otherwise counts the attempt as
 * failed, on disk, so that ending the process gives no free guess. Returns from when the next attempt will be
 * possible should this one fail, null when at once. `signInSucceeded` takes the count back.
 * Throws `sign-in-delayed`, and `disk-full`, `profile-unusable` or `storage-failed` when the count cannot be kept.
 * @param now ms since 1970
 */
export function beginSignIn(profileDir: string, userId: string, now: number): { retryAt: string | null } {
  checkSignIn(profileDir, userId, now);
  const state = read(profileDir);
  const failures = (entryOf(state, userId)?.failures ?? state.baseline) + 1;
  write(profileDir, withEntry(state, userId, { failures, failedAt: now, waitFrom: now }));
  const delay = delayAfter(failures);
  return { retryAt: delay === 0 ? null : asInstant(now + delay) };
}

/** The passphrase was right: forgets this worker's failures. Errors of writing as `beginSignIn`. */
export function signInSucceeded(profileDir: string, userId: string): void {
  const state = read(profileDir);
  write(profileDir, withEntry(state, userId, { failures: 0, failedAt: 0, waitFrom: 0 }));
}

/** Failed attempts of a worker since they last signed in: told to the audit trail when they next do. */
export const failedAttempts = (profileDir: string, userId: string): number =>
  entryOf(read(profileDir), userId)?.failures ?? 0;
