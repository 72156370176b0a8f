import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unlockSlot } from '../../electron/engine/keys/keyring.ts';
import { beginSignIn, checkSignIn, delayAfter, signInSucceeded } from '../../electron/engine/keys/sign-in-delay.ts';
import { AppError } from '../../shared/errors.ts';
import { failure, newFolder, newProfile, passphraseOf } from './keys-profile.ts';

const second = 1000;
const minute = 60 * second;
const noon = Date.parse('2026-11-22T12:00:00.000Z');

/** Whether an attempt is let through to the hash; it then fails. */
function guess(folder: string, now: number, userId = 'first'): boolean {
  try {
    beginSignIn(folder, userId, now);
    return true;
  } catch (problem) {
    if (problem instanceof AppError && problem.code === 'sign-in-delayed') return false;
    throw problem;
  }
}

/** So many attempts that fail, each as soon as it is possible; returns when the last one was. */
function fail(folder: string, times: number, start = noon): number {
  let [now, done] = [start, 0];
  while (done < times) {
    if (guess(folder, now)) done += 1;
    else now += second;
  }
  return now;
}

/** From when on the sign-in screen lets this worker try, null for at once. */
function retryAt(folder: string, now: number, userId = 'first'): unknown {
  try {
    checkSignIn(folder, userId, now);
    return null;
  } catch (problem) {
    if (problem instanceof AppError && problem.code === 'sign-in-delayed') return Object(problem.details).retryAt;
    throw problem;
  }
}

test('five failures are free, then 30 seconds, doubling up to 15 minutes', () => {
  const seconds = Array.from({ length: 13 }, (_, failures) => delayAfter(failures) / second);
  expect(seconds).toEqual([0, 0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
  expect(delayAfter(1_000_000)).toBe(15 * minute);
});

test('the refusal says from when on to try again, and trying earlier does not push it back', () => {
  const folder = newFolder();
  for (let failures = 1; failures <= 5; failures += 1) expect(beginSignIn(folder, 'first', noon).retryAt).toBeNull();
  expect(beginSignIn(folder, 'first', noon)).toEqual({ retryAt: '2026-11-22T12:00:30.000Z' });
  for (const after of [0, 10, 29]) {
    const refused = failure(() => beginSignIn(folder, 'first', noon + after * second));
    expect(refused).toMatchObject({ code: 'sign-in-delayed', details: { retryAt: '2026-11-22T12:00:30.000Z' } });
  }
  expect(guess(folder, noon + 30 * second)).toBe(true);
  expect(retryAt(folder, noon + 30 * second)).toBe('2026-11-22T12:01:30.000Z');
});

test('success forgets the failures of that worker only; another worker is not held up', () => {
  const folder = newFolder();
  const now = fail(folder, 8);
  expect(retryAt(folder, now)).not.toBeNull();
  expect(guess(folder, now, 'second')).toBe(true);
  signInSucceeded(folder, 'second');
  expect(retryAt(folder, now)).not.toBeNull();
  signInSucceeded(folder, 'first');
  expect(retryAt(folder, now)).toBeNull();
  for (let failures = 0; failures < 6; failures += 1) expect(guess(folder, now)).toBe(true);
  expect(guess(folder, now)).toBe(false);
});

test('of 10,000 guesses in ten minutes at most 20 reach the hash, with the process ended after each', () => {
  const folder = newFolder();
  let reached = 0;
  // Nothing is kept in memory between calls, so that each is as good as a restart; what counts lies on disk.
  for (let attempt = 0; attempt < 10_000; attempt += 1) {
    if (guess(folder, noon + attempt * 60)) reached += 1;
  }
  expect(reached).toBe(10);
});

test('the attempt is on disk before the passphrase is tried: ending the process there is no free guess', () => {
  const { folder, keyring, databaseKey } = newProfile();
  const onDisk = () => JSON.parse(readFileSync(join(folder, 'sign-in.json'), 'utf8')).workers.first.failures;
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    beginSignIn(folder, 'first', noon);
    expect(onDisk()).toBe(attempt);
    expect(failure(() => unlockSlot(keyring, 'first', `guess ${attempt}`, null)).code).toBe('wrong-passphrase');
  }
  // Even the right passphrase has to wait now.
  expect(guess(folder, noon)).toBe(false);
  beginSignIn(folder, 'first', noon + 30 * second);
  expect(unlockSlot(keyring, 'first', passphraseOf('first'), null)).toEqual(databaseKey);
  signInSucceeded(folder, 'first');
  expect(onDisk()).toBe(0);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'sign-in.json')).mode & 0o777).toBe(0o600);
});

test('turning the clock back does not shorten the wait', () => {
  const folder = newFolder();
  const failedAt = fail(folder, 12);
  for (const back of [second, minute, 60 * minute, 365 * 24 * 60 * minute]) {
    expect(guess(folder, failedAt - back)).toBe(false);
  }
  // Back to the right time: the wait of before still stands, although much "later" than the earlier times.
  expect(guess(folder, failedAt + minute)).toBe(false);
  expect(guess(folder, failedAt + 15 * minute - 1)).toBe(false);
  expect(guess(folder, failedAt + 15 * minute)).toBe(true);
});

test('a clock that had been years ahead holds nobody up for longer than the longest wait', () => {
  const folder = newFolder();
  fail(folder, 12, noon + 4 * 365 * 24 * 60 * minute);
  expect(guess(folder, noon)).toBe(false);
  expect(retryAt(folder, noon + minute)).toBe('2026-11-22T12:15:00.000Z');
  expect(guess(folder, noon + 15 * minute)).toBe(true);
});

test('however the clock is turned back while time passes, no wait is shorter than its length', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ passes: fc.nat(20 * minute), back: fc.nat(40 * minute) }), { maxLength: 15 }),
      fc.integer({ min: 6, max: 14 }),
      (steps, failures) => {
        const folder = newFolder();
        // `clock` is what the computer shows; `real` is the time that has truly gone by since the last failure.
        let clock = fail(folder, failures);
        let count = failures;
        let real = 0;
        for (const { passes, back } of steps) {
          clock -= back;
          // The sign-in screen asks whenever it is shown.
          retryAt(folder, clock);
          clock += passes;
          real += passes;
          if (!guess(folder, clock)) continue;
          expect(real).toBeGreaterThanOrEqual(delayAfter(count));
          count += 1;
          real = 0;
        }
        rmSync(folder, { recursive: true });
      },
    ),
    { numRuns: 100 },
  );
});

test.each(['', '{"version":1,"workers":{"first":{"fail', '[]', '{"version":1,"baseline":-9,"workers":{}}'])(
  'a damaged file gives nobody free guesses and shuts nobody out: %j',
  (text) => {
    const folder = newFolder();
    fail(folder, 12);
    writeFileSync(join(folder, 'sign-in.json'), text);
    for (const userId of ['first', 'second']) {
      expect(guess(folder, noon, userId)).toBe(true);
      expect(retryAt(folder, noon, userId)).toBe('2026-11-22T12:00:30.000Z');
    }
    signInSucceeded(folder, 'second');
    for (let failures = 1; failures <= 6; failures += 1) expect(guess(folder, noon, 'second')).toBe(true);
    expect(guess(folder, noon, 'second')).toBe(false);
  },
);

test('an id spelt like something that every object inherits is a worker like others', () => {
  const folder = newFolder();
  for (const userId of ['constructor', 'toString', 'valueOf']) {
    for (let failures = 1; failures <= 6; failures += 1) expect(guess(folder, noon, userId)).toBe(true);
    expect(guess(folder, noon, userId)).toBe(false);
  }
});

test('an attempt that cannot be counted is not made', () => {
  expect(failure(() => beginSignIn(join(newFolder(), 'missing'), 'first', noon)).code).toBe('profile-unusable');
});
