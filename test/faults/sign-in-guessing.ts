import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginSignIn, delayAfter } from '../../electron/engine/keys/sign-in-delay.ts';
import { result, type Suite, seeded } from './suite.ts';

const minutes = 60_000;
const most = 20;

/**
 * Guesses as fast as can be for ten minutes of a simulated clock: at most 20 reach the hash, also when every guess comes
 * from a fresh process (no state is held between calls, all of it is in the profile), and when the clock is set back in
 * between. The control takes the profile's memory away.
 */
export const signInGuessing: Suite = async ({ seed, cases }) => {
  const reached = guess(seed, cases, false);
  const notes = reached > most ? [`${reached} of ${cases} guesses reached the hash`] : [];
  if (delayAfter(5) !== 0 || delayAfter(6) === 0) notes.push('five are free, the sixth is not');
  return result('sign-in guessing', cases, notes, guess(seed, cases, true) > most);
};

/** How many guesses of ten minutes reach the hash; `forgetful` throws away what the profile remembers before each. */
function guess(seed: number, cases: number, forgetful: boolean): number {
  const random = seeded(seed);
  const profile = mkdtempSync(join(tmpdir(), 'oneteam-guess-'));
  let reached = 0;
  try {
    for (let i = 0; i < cases; i += 1) {
      if (forgetful) rmSync(join(profile, 'sign-in.json'), { force: true });
      const setBack = random() < 0.01 ? random() * minutes : 0;
      if (attempt(profile, 1_700_000_000_000 + (i * 10 * minutes) / cases - setBack)) reached += 1;
    }
    return reached;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function attempt(profile: string, at: number): boolean {
  try {
    beginSignIn(profile, 'worker', at);
    return true;
  } catch {
    return false;
  }
}
