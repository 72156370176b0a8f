import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { probe, procedure } from './endpoint.ts';

/** A backup's file name inside the profile's backup folder: no path can be given. */
const fileName = z.string().regex(/^oneteam-\d{14}-(daily|by-hand|before-upgrade)\.db$/, 'is not the name of a backup');
const passphrase = z.string().min(1).max(1024);

export const backup = z.object({
  file: fileName,
  madeAt: z.string(),
  reason: z.enum(['daily', 'by-hand', 'before-upgrade']),
  bytes: z.int(),
  /** Entries of the journal that it holds. */
  changes: z.int(),
});

export const backups = {
  'backups.list': probe({
    summary: 'The backups of this profile, newest first. Half-written ones are never among them.',
    input: z.object({}),
    output: z.object({ backups: z.array(backup) }),
    topics: ['backups'],
  }),
  'backups.make': procedure({
    summary: 'Makes an encrypted backup now, checks it, and keeps it beside the daily ones.',
    input: z.object({}),
    output: backup,
    access: 'backups.run',
    audit: { action: 'backup-made', object: (_, made) => made?.file ?? null },
    topics: ['backups'],
  }),
  'backups.restore': procedure({
    summary: 'Puts a checked backup in place of the store, which is set aside; everybody signs in again.',
    input: z.object({ file: fileName, passphrase }),
    output: z.object({ setAside: z.string() }),
    access: 'backups.restore',
    topics: ['backups', 'session'],
  }),
  'backups.rescue': procedure({
    summary: 'Restores a backup when the store can no longer be opened; refused while it can.',
    input: z.object({ file: fileName, workerId: idSchema, passphrase }),
    output: z.object({ setAside: z.string() }),
    access: 'anyone',
    topics: ['backups', 'session'],
  }),
};
