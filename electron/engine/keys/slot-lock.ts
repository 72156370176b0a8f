import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { hkdf, subkey, zero } from './derived-keys.ts';
import { box, boxedSchema, newKeyPair, unbox } from './key-box.ts';
import { type Bound, bytesSchema, seal, sealedSchema, unseal } from './sealed.ts';

/**
 * How one slot holds the database key:
 * - `privateKey` (32 bytes, X25519) is sealed under the key of the passphrase or the recovery code;
 * - `databaseKey` is boxed for the matching `publicKey`, so that a new database key can be put in when somebody else
 *   leaves, without knowing this slot's passphrase;
 * - `binding`, known to the slot (it follows from the private key) and to whoever holds the database key (sealed under
 *   a key derived from that), is needed to close the box: neither a public key nor a box can be slipped in by
 *   somebody who can write the file but cannot open the database.
 */
export const lockFields = {
  publicKey: bytesSchema(32),
  privateKey: sealedSchema,
  databaseKey: boxedSchema,
  binding: sealedSchema,
};
const lockSchema = z.strictObject(lockFields);
export type Lock = z.infer<typeof lockSchema>;

const bindingOf = (privateKey: Buffer): Buffer => hkdf(privateKey, Buffer.alloc(0), 'keyring/binding');

const sealsOf = (identity: Bound, publicKey: string) => ({
  privateKey: ['private-key', ...identity, publicKey],
  databaseKey: ['database-key', ...identity],
  binding: ['binding', ...identity, publicKey],
});

function close(
  publicKey: string,
  binding: Buffer,
  databaseKey: Buffer,
  identity: Bound,
): Pick<Lock, 'databaseKey' | 'binding'> {
  const bound = sealsOf(identity, publicKey);
  const own = subkey(databaseKey, 'keyring');
  const closed = {
    databaseKey: box(publicKey, binding, databaseKey, bound.databaseKey),
    binding: seal(own, binding, bound.binding),
  };
  zero(own);
  return closed;
}

/** A lock with fresh secrets. `key` opens it; `identity` is all that it vouches for. */
export function newLock(key: Buffer, databaseKey: Buffer, identity: Bound): Lock {
  const { privateKey, publicKey } = newKeyPair();
  const binding = bindingOf(privateKey);
  const lock = {
    publicKey,
    privateKey: seal(key, privateKey, sealsOf(identity, publicKey).privateKey),
    ...close(publicKey, binding, databaseKey, identity),
  };
  zero(privateKey, binding);
  return lock;
}

/** The database key; null when `key` is not the one (or what it vouches for was altered). Throws `corrupted` when it fits but the rest was altered. */
export function openLock(key: Buffer, lock: Lock, identity: Bound): Buffer | null {
  const bound = sealsOf(identity, lock.publicKey);
  const privateKey = unseal(key, lock.privateKey, bound.privateKey);
  if (privateKey === null) return null;
  const binding = bindingOf(privateKey);
  const databaseKey = unbox(privateKey, lock.publicKey, binding, lock.databaseKey, bound.databaseKey);
  zero(privateKey, binding);
  if (databaseKey === null) {
    throw new AppError(
      'corrupted',
      'The passphrase or code is right, but the sign-in file was damaged or altered. Restore it from the last backup.',
    );
  }
  return databaseKey;
}

/** The same lock for a new database key, without its passphrase; null when the old key does not vouch for it. */
export function relock(lock: Lock, oldKey: Buffer, newKey: Buffer, identity: Bound): Lock | null {
  const old = subkey(oldKey, 'keyring');
  const binding = unseal(old, lock.binding, sealsOf(identity, lock.publicKey).binding);
  zero(old);
  if (binding === null) return null;
  const { publicKey, privateKey } = lock;
  const relocked = { publicKey, privateKey, ...close(publicKey, binding, newKey, identity) };
  zero(binding);
  return relocked;
}
