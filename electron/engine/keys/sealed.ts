import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** A base64 text of exactly so many bytes, in its one canonical spelling. */
export const bytesSchema = (length: number) =>
  z.string().refine((text) => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === length && bytes.toString('base64') === text;
  }, `is not ${length} bytes in base64`);

/** 32 secret bytes under AES-256-GCM. */
export const sealedSchema = z.strictObject({
  nonce: bytesSchema(12),
  wrapped: bytesSchema(32),
  tag: bytesSchema(16),
});
export type Sealed = z.infer<typeof sealedSchema>;

/** What a seal vouches for beside its secret: opening it with anything else fails. */
export type Bound = readonly (string | number | boolean)[];

const associatedData = (bound: Bound): Buffer => Buffer.from(JSON.stringify(bound), 'utf8');

/** Seals 32 bytes under a 32-byte key, bound to `bound`. */
export function seal(key: Buffer, secret: Buffer, bound: Bound): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  cipher.setAAD(associatedData(bound));
  const wrapped = cipher.update(secret);
  cipher.final();
  return {
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The sealed 32 bytes, or null when the key is another, or one bit of the seal or of `bound` differs. */
export function unseal(key: Buffer, sealed: Sealed, bound: Bound): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.nonce, 'base64'), { authTagLength: 16 });
  decipher.setAAD(associatedData(bound));
  decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'));
  const secret = decipher.update(Buffer.from(sealed.wrapped, 'base64'));
  try {
    decipher.final();
    return secret;
  } catch {
    secret.fill(0);
    return null;
  }
}
