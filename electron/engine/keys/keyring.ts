import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';
import { hkdf, keyLength, zero } from './derived-keys.ts';
import {
  type Keyring,
  keyringHead,
  keyringPath,
  nextKeyringPath,
  type RecoverySlot,
  type Slot,
  saltLength,
  saveKeyring,
} from './keyring-file.ts';
import { type ArgonParams, derive } from './passphrase.ts';
import { newRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import type { Bound } from './sealed.ts';
import { newLock, openLock } from './slot-lock.ts';

export { type Keyring, readKeyring, saveKeyring } from './keyring-file.ts';

type Profile = Pick<Keyring, 'version' | 'profileId' | 'demo'>;

const profileIdentity = (profile: Profile): Bound => [profile.version, profile.profileId, profile.demo];

/** All that a worker's lock vouches for: move it to another worker or profile, or alter its cost, and it does not open. */
export function slotIdentity(
  profile: Profile,
  slot: Omit<Slot, 'publicKey' | 'privateKey' | 'databaseKey' | 'binding'>,
): Bound {
  const { memoryKiB, passes, lanes } = slot.params;
  return [...profileIdentity(profile), 'worker', slot.userId, memoryKiB, passes, lanes, slot.device, slot.salt];
}

/** All that the recovery lock vouches for. */
export const recoveryIdentity = (profile: Profile, recovery: Pick<RecoverySlot, 'salt'>): Bound => [
  ...profileIdentity(profile),
  'recovery',
  recovery.salt,
];

/** How a passphrase is to be stretched. `deviceSecret` is null in the browser host. */
export interface Protection {
  readonly params: ArgonParams;
  readonly deviceSecret: Buffer | null;
}

/** A worker as they enter the keyring; `label` and `role` are shown on the sign-in screen, undeciphered. */
export interface NewWorker extends Protection {
  readonly userId: string;
  readonly label: string;
  readonly role: string;
  readonly passphrase: string;
}

function newSlot(profile: Profile, databaseKey: Buffer, worker: NewWorker): Slot {
  const salt = randomBytes(saltLength);
  const open = {
    userId: worker.userId,
    label: worker.label,
    role: worker.role,
    params: worker.params,
    device: worker.deviceSecret !== null,
    salt: salt.toString('base64'),
  };
  const key = derive(worker.passphrase, salt, worker.params, worker.deviceSecret);
  const slot = { ...open, ...newLock(key, databaseKey, slotIdentity(profile, open)) };
  zero(key);
  return slot;
}

/**
 * Starts a profile: a random 32-byte database key and a keyring, already on disk, that its first worker opens.
 * Throws `conflict` when the folder has a keyring: keys are never overwritten.
 */
export function createKeyring(
  profileDir: string,
  profile: { profileId: string; demo: boolean; worker: NewWorker },
): { keyring: Keyring; databaseKey: Buffer } {
  if (existsSync(keyringPath(profileDir)) || existsSync(nextKeyringPath(profileDir))) {
    throw new AppError('conflict', 'This folder holds a OneTeam profile already. Choose another folder.');
  }
  const databaseKey = randomBytes(keyLength);
  const head = { ...keyringHead, profileId: profile.profileId, demo: profile.demo };
  const keyring: Keyring = { ...head, slots: [newSlot(head, databaseKey, profile.worker)], recovery: null };
  saveKeyring(profileDir, keyring);
  return { keyring, databaseKey };
}

function slotOf(keyring: Keyring, userId: string): Slot {
  const slot = keyring.slots.find((candidate) => candidate.userId === userId);
  if (slot === undefined)
    throw new AppError('not-found', 'This worker cannot sign in on this computer. Ask an administrator.');
  return slot;
}

const replaced = (keyring: Keyring, slot: Slot): Keyring => ({
  ...keyring,
  slots: keyring.slots.map((candidate) => (candidate.userId === slot.userId ? slot : candidate)),
});

/** Lets one more worker in. Throws `conflict` when they have a slot: see `resetPassphrase`. */
export function addSlot(keyring: Keyring, databaseKey: Buffer, worker: NewWorker): Keyring {
  if (keyring.slots.some((slot) => slot.userId === worker.userId)) {
    throw new AppError('conflict', 'This worker can sign in on this computer already.');
  }
  return { ...keyring, slots: [...keyring.slots, newSlot(keyring, databaseKey, worker)] };
}

/** The database key, to be zeroed by the caller. Throws `wrong-passphrase`, `not-found`, `corrupted`, or `profile-unusable` when the slot needs a device secret. */
export function unlockSlot(keyring: Keyring, userId: string, passphrase: string, deviceSecret: Buffer | null): Buffer {
  const slot = slotOf(keyring, userId);
  if (slot.device && deviceSecret === null) {
    throw new AppError(
      'profile-unusable',
      'This passphrase works in the OneTeam desktop application of this computer only. Open it there, or use the recovery code.',
    );
  }
  const key = derive(passphrase, Buffer.from(slot.salt, 'base64'), slot.params, slot.device ? deviceSecret : null);
  try {
    const databaseKey = openLock(key, slot, slotIdentity(keyring, slot));
    if (databaseKey === null)
      throw new AppError('wrong-passphrase', 'This is not the passphrase. Check Caps Lock and try again.');
    return databaseKey;
  } finally {
    zero(key);
  }
}

/** A new passphrase in place of the current one, with fresh secrets. The database and all other slots stay as they are. Errors as `unlockSlot`. */
export function changePassphrase(
  keyring: Keyring,
  userId: string,
  current: { passphrase: string; deviceSecret: Buffer | null },
  next: Protection & { passphrase: string },
): Keyring {
  const databaseKey = unlockSlot(keyring, userId, current.passphrase, current.deviceSecret);
  try {
    return resetPassphrase(keyring, databaseKey, userId, next);
  } finally {
    zero(databaseKey);
  }
}

/** A new passphrase for a worker who has lost theirs, by somebody who holds the database key (an open session, the recovery code). */
export function resetPassphrase(
  keyring: Keyring,
  databaseKey: Buffer,
  userId: string,
  next: Protection & { passphrase: string },
): Keyring {
  const { label, role } = slotOf(keyring, userId);
  return replaced(keyring, newSlot(keyring, databaseKey, { ...next, userId, label, role }));
}

/** What the sign-in screen shows for a worker, changed. */
export function relabelSlot(keyring: Keyring, userId: string, shown: { label: string; role: string }): Keyring {
  return replaced(keyring, { ...slotOf(keyring, userId), ...shown });
}

/**
 * The keyring without a worker. They may remember the database key or hold a copy of the old file: follow it with a
 * new database key (`prepareRekey`). Throws `rule` for the last worker, since nobody could sign in any more.
 */
export function removeSlot(keyring: Keyring, userId: string): Keyring {
  slotOf(keyring, userId);
  if (keyring.slots.length === 1) {
    throw new AppError('rule', 'The last worker of a profile cannot be removed. Add another worker first.');
  }
  return { ...keyring, slots: keyring.slots.filter((slot) => slot.userId !== userId) };
}

function recoveryKey(secret: string, salt: Buffer): Buffer {
  const bytes = Buffer.from(secret, 'ascii');
  // More than 128 random bits need no stretching.
  const key = hkdf(bytes, salt, 'recovery-code');
  zero(bytes);
  return key;
}

/**
 * A new recovery code, to be printed and shown once; an older one stops working when the keyring is saved. Proven
 * before it is returned: the code as printed has opened the keyring as it will be saved.
 */
export function issueRecoveryCode(keyring: Keyring, databaseKey: Buffer): { keyring: Keyring; code: string } {
  const code = newRecoveryCode();
  const salt = randomBytes(saltLength);
  const key = recoveryKey(parseRecoveryCode(code), salt);
  const open = { salt: salt.toString('base64') };
  const issued: Keyring = {
    ...keyring,
    recovery: { ...open, ...newLock(key, databaseKey, recoveryIdentity(keyring, open)) },
  };
  zero(key);
  const proof = unlockWithRecoveryCode(issued, code);
  const same = proof.equals(databaseKey);
  zero(proof);
  if (!same) throw new AppError('internal', 'The recovery code could not be proven. Try again.');
  return { keyring: issued, code };
}

/** The database key by the printed code, to be zeroed by the caller. Throws `bad-input` for a typing mistake, `wrong-passphrase` for another code, `not-found` when none was issued, `corrupted`. */
export function unlockWithRecoveryCode(keyring: Keyring, code: string): Buffer {
  const secret = parseRecoveryCode(code);
  if (keyring.recovery === null) throw new AppError('not-found', 'No recovery code was issued for this profile.');
  const key = recoveryKey(secret, Buffer.from(keyring.recovery.salt, 'base64'));
  const databaseKey = openLock(key, keyring.recovery, recoveryIdentity(keyring, keyring.recovery));
  zero(key);
  if (databaseKey === null) {
    throw new AppError(
      'wrong-passphrase',
      'This recovery code is for another profile, or a newer one has replaced it.',
    );
  }
  return databaseKey;
}
