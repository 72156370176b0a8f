import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { idSchema } from '../../../shared/ids.ts';
import { readIfPresent, writeDurably } from './durable-file.ts';
import { acceptable, argonParamsSchema } from './passphrase.ts';
import { bytesSchema } from './sealed.ts';
import { lockFields } from './slot-lock.ts';

/** Length of a slot's salt in bytes. */
export const saltLength = 16;
const version = 1;

/** Text on the sign-in screen: one line without control characters. */
const shownSchema = z
  .string()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}*$/u);

/**
 * One worker's way in. `label` and `role` are what the sign-in screen shows before anything is decrypted, so they are
 * readable by whoever holds the disk: a worker's name or initials, never a word about the people cared for. They
 * decide nothing: who a worker is and may do lies in the encrypted database.
 */
const slotSchema = z.strictObject({
  userId: idSchema,
  label: shownSchema,
  role: shownSchema,
  params: argonParamsSchema,
  /** Whether the device secret is mixed into this slot's key. */
  device: z.boolean(),
  salt: bytesSchema(saltLength),
  ...lockFields,
});
export type Slot = z.infer<typeof slotSchema>;

const recoverySchema = z.strictObject({ salt: bytesSchema(saltLength), ...lockFields });
export type RecoverySlot = z.infer<typeof recoverySchema>;

const keyringSchema = z.strictObject({
  format: z.literal('oneteam-keyring'),
  version: z.literal(version),
  profileId: idSchema,
  demo: z.boolean(),
  slots: z
    .array(slotSchema)
    .min(1)
    .max(1000)
    .refine((slots) => new Set(slots.map((slot) => slot.userId)).size === slots.length, 'holds a worker twice'),
  recovery: recoverySchema.nullable(),
});
/** Who can open a profile's database, and how. A plain value: operations return a new one, `saveKeyring` keeps it. */
export type Keyring = z.infer<typeof keyringSchema>;

export const keyringHead = { format: 'oneteam-keyring', version } as const;

/** The file in use, and the one prepared for a change of the database key. */
export const keyringPath = (profileDir: string): string => join(profileDir, 'keyring.json');
export const nextKeyringPath = (profileDir: string): string => join(profileDir, 'keyring.next.json');

const unreadable = () =>
  new AppError(
    'unreadable-file',
    'The sign-in file of this profile cannot be understood. Put back keyring.json from the last backup; the data itself is untouched.',
  );

function parse(text: string): Keyring {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable();
  }
  const head = z.object({ format: z.literal(keyringHead.format), version: z.int() }).safeParse(json);
  if (head.success && head.data.version > version) {
    throw new AppError(
      'newer-database',
      'This profile was written by a newer version of OneTeam. Update OneTeam on this computer.',
    );
  }
  const parsed = keyringSchema.safeParse(json);
  if (!parsed.success) throw unreadable();
  if (!parsed.data.slots.every((slot) => acceptable(slot.params))) {
    throw new AppError(
      'corrupted',
      'The sign-in file was altered: it asks for less or more work than allowed. Put back keyring.json from the last backup.',
    );
  }
  return parsed.data;
}

/** A keyring file, or null when there is none. Throws `unreadable-file`, `corrupted`, `newer-database`, `profile-unusable`. */
export function readKeyringFile(path: string): Keyring | null {
  const text = readIfPresent(path);
  return text === null ? null : parse(text);
}

/**
 * The profile's keyring. Throws `not-found` when the folder holds none, `unreadable-file` when it cannot be understood,
 * `corrupted` when its costs lie outside the limits, `newer-database`, `profile-unusable`.
 */
export function readKeyring(profileDir: string): Keyring {
  const keyring = readKeyringFile(keyringPath(profileDir));
  if (keyring === null) throw new AppError('not-found', 'This folder holds no OneTeam profile.');
  return keyring;
}

/** Writes a keyring file as a whole, durably, for its owner only. */
export function writeKeyringFile(path: string, keyring: Keyring): void {
  writeDurably(path, `${JSON.stringify(keyring, null, 2)}\n`);
}

/** Keeps a changed keyring. Throws `disk-full`, `profile-unusable`, `storage-failed`; the old one is then still there. */
export function saveKeyring(profileDir: string, keyring: Keyring): void {
  writeKeyringFile(keyringPath(profileDir), keyringSchema.parse(keyring));
}
