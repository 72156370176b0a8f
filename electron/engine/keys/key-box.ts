import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { hkdf, zero } from './derived-keys.ts';
import { type Bound, bytesSchema, seal, sealedSchema, unseal } from './sealed.ts';

/** Fixed DER heads of raw X25519 keys (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');

const publicKeyObject = (raw: string) =>
  createPublicKey({ key: Buffer.concat([publicHead, Buffer.from(raw, 'base64')]), format: 'der', type: 'spki' });

function agree(privateKey: Buffer, publicKey: string): Buffer {
  const der = Buffer.concat([privateHead, privateKey]);
  try {
    const own = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return diffieHellman({ privateKey: own, publicKey: publicKeyObject(publicKey) });
  } finally {
    zero(der);
  }
}

/** A new X25519 pair: raw private key (32 bytes, to be zeroed) and public key in base64. */
export function newKeyPair(): { privateKey: Buffer; publicKey: string } {
  const pair = generateKeyPairSync('x25519', {
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    publicKeyEncoding: { format: 'der', type: 'spki' },
  });
  const privateKey = Buffer.from(pair.privateKey.subarray(privateHead.length));
  zero(pair.privateKey);
  return { privateKey, publicKey: pair.publicKey.subarray(publicHead.length).toString('base64') };
}

/** 32 secret bytes that the holder of a private key can open, and that only somebody with the shared binding can have closed. */
export const boxedSchema = z.strictObject({ ephemeral: bytesSchema(32), secret: sealedSchema });
export type Boxed = z.infer<typeof boxedSchema>;

function boxKey(shared: Buffer, binding: Buffer): Buffer {
  const both = Buffer.concat([shared, binding]);
  const key = hkdf(both, Buffer.alloc(0), 'keyring/box');
  zero(shared, both);
  return key;
}

/**
 * Closes 32 bytes for a public key, in the manner of HPKE's pre-shared-key mode (RFC 9180, 5.1.2): a fresh X25519 pair
 * and `binding` together make the key, so that the public key alone is not enough to forge a box.
 */
export function box(publicKey: string, binding: Buffer, secret: Buffer, bound: Bound): Boxed {
  const pair = newKeyPair();
  const key = boxKey(agree(pair.privateKey, publicKey), binding);
  const boxed = { ephemeral: pair.publicKey, secret: seal(key, secret, [...bound, publicKey, pair.publicKey]) };
  zero(pair.privateKey, key);
  return boxed;
}

/** The boxed 32 bytes, or null when anything does not fit. */
export function unbox(
  privateKey: Buffer,
  publicKey: string,
  binding: Buffer,
  boxed: Boxed,
  bound: Bound,
): Buffer | null {
  let key: Buffer | null = null;
  try {
    key = boxKey(agree(privateKey, boxed.ephemeral), binding);
    return unseal(key, boxed.secret, [...bound, publicKey, boxed.ephemeral]);
  } catch {
    // A point of small order gives no shared secret: OpenSSL refuses it.
    return null;
  } finally {
    zero(key);
  }
}
