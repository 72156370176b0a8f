import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';
import { keyLength, zero } from './derived-keys.ts';
import { removeDurably, renameDurably } from './durable-file.ts';
import { recoveryIdentity, slotIdentity } from './keyring.ts';
import {
  type Keyring,
  keyringPath,
  nextKeyringPath,
  readKeyring,
  readKeyringFile,
  writeKeyringFile,
} from './keyring-file.ts';
import type { Bound } from './sealed.ts';
import { type Lock, relock } from './slot-lock.ts';

const altered = (userId: string | null) =>
  new AppError(
    'corrupted',
    userId === null
      ? 'The recovery code in the sign-in file was altered. Issue a new recovery code, then try again.'
      : 'A worker in the sign-in file was altered. Reset that worker’s passphrase, then try again.',
    { userId },
  );

/** The keyring with a new database key in every slot, without asking anybody for a passphrase. */
function withDatabaseKey(keyring: Keyring, oldKey: Buffer, newKey: Buffer): Keyring {
  const relocked = (lock: Lock, identity: Bound, userId: string | null): Lock => {
    const next = relock(lock, oldKey, newKey, identity);
    if (next === null) throw altered(userId);
    return next;
  };
  const { slots, recovery } = keyring;
  return {
    ...keyring,
    slots: slots.map((slot) => ({ ...slot, ...relocked(slot, slotIdentity(keyring, slot), slot.userId) })),
    recovery: recovery && { ...recovery, ...relocked(recovery, recoveryIdentity(keyring, recovery), null) },
  };
}

/**
 * First of three steps to a new database key: keeps the new keyring beside the old one. Then the caller re-keys the
 * database in one transaction, then `commitRekey`. A crash anywhere between leaves both keyrings, and
 * `recoverKeyring` finds out at the next sign-in which of them the database obeys.
 * @param keyring what shall hold afterwards, such as the result of `removeSlot`
 * Throws `corrupted` (details: {userId}) when a slot is not vouched for by the old key, and the errors of `saveKeyring`.
 */
export function prepareRekey(
  profileDir: string,
  keyring: Keyring,
  oldKey: Buffer,
): { keyring: Keyring; databaseKey: Buffer } {
  const databaseKey = randomBytes(keyLength);
  const next = withDatabaseKey(keyring, oldKey, databaseKey);
  writeKeyringFile(nextKeyringPath(profileDir), next);
  return { keyring: next, databaseKey };
}

/** Last step, once the database has the new key: the new keyring takes the old one's place. */
export function commitRekey(profileDir: string): void {
  renameDurably(nextKeyringPath(profileDir), keyringPath(profileDir));
}

/** Gives up between `prepareRekey` and the re-keying of the database: the old keyring stays. */
export function abandonRekey(profileDir: string): void {
  removeDurably(nextKeyringPath(profileDir));
}

/**
 * Unlocks the profile at sign-in, finishing or undoing a change of the database key that was cut off.
 * @param unlock opens one keyring, by `unlockSlot` or `unlockWithRecoveryCode`
 * @param opens whether the database can be read with this key, by its answer or by throwing `corrupted` if not; asked only when two keyrings are there, the old one
 *   first, since a cut-off re-keying is rolled back by opening with the old key. It must not create a database.
 * Throws what `unlock` and `opens` throw, `corrupted` when neither key opens the database (both files are left), and the errors of
 * `readKeyring`.
 */
export function recoverKeyring(
  profileDir: string,
  unlock: (keyring: Keyring) => Buffer,
  opens: (databaseKey: Buffer) => boolean,
): { keyring: Keyring; databaseKey: Buffer } {
  if (!existsSync(nextKeyringPath(profileDir))) {
    const keyring = readKeyring(profileDir);
    return { keyring, databaseKey: unlock(keyring) };
  }
  let refusal: unknown = null;
  let unlocked = false;
  const tryOne = (path: string): { keyring: Keyring; databaseKey: Buffer } | null => {
    let found: { keyring: Keyring; databaseKey: Buffer };
    try {
      const keyring = readKeyringFile(path);
      if (keyring === null) return null;
      found = { keyring, databaseKey: unlock(keyring) };
    } catch (problem) {
      refusal = problem;
      return null;
    }
    unlocked = true;
    let fits = false;
    try {
      fits = opens(found.databaseKey);
    } catch (problem) {
      // With another key every page fails its check, so a store says `corrupted` where the key is simply not its own.
      if (!(problem instanceof AppError && problem.code === 'corrupted')) throw problem;
    } finally {
      if (!fits) zero(found.databaseKey);
    }
    return fits ? found : null;
  };
  const current = tryOne(keyringPath(profileDir));
  if (current !== null) {
    abandonRekey(profileDir);
    return current;
  }
  const next = tryOne(nextKeyringPath(profileDir));
  if (next !== null) {
    commitRekey(profileDir);
    return next;
  }
  if (refusal !== null) throw refusal;
  throw new AppError(
    'corrupted',
    unlocked
      ? 'The passphrase is right, but its key does not open the database. Restore the profile from the last backup.'
      : 'The sign-in file of this profile is missing. Put back keyring.json from the last backup.',
  );
}
