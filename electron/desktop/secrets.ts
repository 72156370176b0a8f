import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { safeStorage } from 'electron';

/**
 * The random secret of this device for one profile, 32 bytes, kept by the operating system. The engine mixes it with
 * the passphrase, so that a copied profile folder cannot be guessed at on another machine.
 * - `ready`: use it
 * - `none`: the profile has no secret, since it was made where there is no keystore; the passphrase stands alone
 * - `unreadable`: the profile has a secret that this machine or account can no longer open; only a recovery code helps
 */
export type DeviceSecret =
  | { readonly state: 'ready'; readonly secret: Buffer }
  | { readonly state: 'none' }
  | { readonly state: 'unreadable' };

const fileName = 'device-secret';
/** What a crash between writing and renaming leaves behind. */
const unfinished = `${fileName}.new`;
const length = 32;

/**
 * Reads the device secret of `profile`, or makes one for a profile that is about to be created. A profile that exists
 * never gets a new secret: that would shut out everybody whose key was mixed with the old one.
 * @throws when the profile folder does not exist, or cannot be read or written
 */
export async function readDeviceSecret(profile: string): Promise<DeviceSecret> {
  const sealed = await readIfThere(join(profile, fileName));
  const canSeal = await hasKeystore();
  if (sealed) return canSeal ? openSecret(profile, sealed) : { state: 'unreadable' };
  if (!canSeal || (await isEstablished(profile))) return { state: 'none' };
  return { state: 'ready', secret: await makeSecret(profile) };
}

/** A profile in use has files of its own; a folder that is to become one has at most the browser's subfolder and dot files. */
async function isEstablished(profile: string): Promise<boolean> {
  const entries = await readdir(profile, { withFileTypes: true });
  return entries.some((entry) => entry.isFile() && entry.name !== unfinished && !entry.name.startsWith('.'));
}

/** Linux without a keyring falls back to a password that is the same on every machine: that is no keystore. */
async function hasKeystore(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

async function openSecret(profile: string, sealed: Buffer): Promise<DeviceSecret> {
  try {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
    const secret = Buffer.from(result, 'base64');
    if (secret.length !== length) return { state: 'unreadable' };
    // Sealing it anew is an improvement, not a condition: the file as it is can still be opened.
    if (shouldReEncrypt) await sealSecret(profile, secret).catch(() => undefined);
    return { state: 'ready', secret };
  } catch {
    return { state: 'unreadable' };
  }
}

async function makeSecret(profile: string): Promise<Buffer> {
  const secret = randomBytes(length);
  await sealSecret(profile, secret);
  return secret;
}

/** Written beside, flushed, then renamed: after a power cut there is the old file or the new one, never half of one. */
async function sealSecret(profile: string, secret: Buffer): Promise<void> {
  const sealed = await safeStorage.encryptStringAsync(secret.toString('base64'));
  const beside = join(profile, unfinished);
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(sealed);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, join(profile, fileName));
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
