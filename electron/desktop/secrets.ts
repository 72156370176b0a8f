import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { safeStorage } from 'electron';

/**
 * The random secret of this device for one profile, 32 bytes, kept by the operating system. The engine mixes it with
 * the passphrase, so that a copied profile folder cannot be guessed at on another machine.
 * - `ready`: use it
 * - `none`: this machine has no keystore, and the profile never had a secret; the passphrase stands alone
 * - `unreadable`: the profile has a secret that this machine or account can no longer open; only a recovery code helps
 */
export type DeviceSecret =
  | { readonly state: 'ready'; readonly secret: Buffer }
  | { readonly state: 'none' }
  | { readonly state: 'unreadable' };

const fileName = 'device-secret';
const length = 32;

/**
 * Reads the device secret of `profile`, or makes one where there is none. A secret that exists is never replaced:
 * that would shut out everybody whose key was mixed with it.
 * @throws when the profile folder cannot be read or written
 */
export async function readDeviceSecret(profile: string): Promise<DeviceSecret> {
  const file = join(profile, fileName);
  const sealed = await readIfThere(file);
  const canSeal = await hasKeystore();
  if (!sealed) return canSeal ? { state: 'ready', secret: await makeSecret(file) } : { state: 'none' };
  return canSeal ? openSecret(file, sealed) : { state: 'unreadable' };
}

/** Linux without a keyring falls back to a password that is the same on every machine: that is no keystore. */
async function hasKeystore(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

async function openSecret(file: string, sealed: Buffer): Promise<DeviceSecret> {
  try {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
    const secret = Buffer.from(result, 'base64');
    if (secret.length !== length) return { state: 'unreadable' };
    if (shouldReEncrypt) await sealSecret(file, secret);
    return { state: 'ready', secret };
  } catch {
    return { state: 'unreadable' };
  }
}

async function makeSecret(file: string): Promise<Buffer> {
  const secret = randomBytes(length);
  await sealSecret(file, secret);
  return secret;
}

/** Written beside, flushed, then renamed: after a power cut there is the old file or the new one, never half of one. */
async function sealSecret(file: string, secret: Buffer): Promise<void> {
  const sealed = await safeStorage.encryptStringAsync(secret.toString('base64'));
  const beside = `${file}.new`;
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(sealed);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
