import { hkdfSync } from 'node:crypto';

/** Length of every key in bytes. */
export const keyLength = 32;

/** HKDF-SHA256 to 32 bytes (RFC 5869). `purpose` keeps keys of different uses apart. */
export function hkdf(secret: Buffer, salt: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, `oneteam/${purpose}/v1`, keyLength));
}

export type SubkeyLabel = 'audit' | 'backup' | 'search' | 'keyring';

/** A 32-byte key for one use, derived from the database key: knowing it reveals neither the database key nor its siblings. */
export function subkey(databaseKey: Buffer, label: SubkeyLabel): Buffer {
  return hkdf(databaseKey, Buffer.alloc(0), `subkey/${label}`);
}

/** Overwrites keys that are no longer needed. Null is fine, so that it can stand in a `finally`. */
export function zero(...buffers: readonly (Buffer | null)[]): void {
  for (const buffer of buffers) buffer?.fill(0);
}
