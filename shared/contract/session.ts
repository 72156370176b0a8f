import { z } from 'zod';
import { roles } from '../domain/permissions.ts';
import { line } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { command, probe, procedure } from './endpoint.ts';

const role = z.enum(roles);
const passphrase = z.string().min(1).max(1024);
const nothing = z.object({});
const done = z.object({});

/** The worker who is signed in, as the interface shows them. */
export const sessionView = z.object({
  workerId: idSchema,
  name: z.string(),
  roles: z.array(role),
  organisation: z.string(),
  neighbourhoods: z.array(z.object({ id: idSchema, name: z.string() })),
  lockAfterMinutes: z.int(),
  signedInAt: z.string(),
});
export type SessionView = z.infer<typeof sessionView>;

export const session = {
  'session.state': probe({
    summary: 'Where this profile stands, who may sign in to it, and who is signed in.',
    input: nothing,
    output: z.object({
      state: z.enum(['new', 'signed-out', 'open', 'locked']),
      demo: z.boolean(),
      /** Fewest characters that a passphrase must have on this host. */
      passphraseMinimum: z.int(),
      workers: z.array(z.object({ id: idSchema, label: z.string(), role: z.string() })),
      session: sessionView.nullable(),
      /** Minutes that the newest change is ahead of this computer's clock, when that is more than five; one of the two is wrong. */
      clockBehindMinutes: z.int().nullable(),
    }),
    topics: ['session'],
  }),
  'session.shippedPlaces': probe({
    summary: 'The neighbourhoods that a new team chooses from.',
    input: nothing,
    output: z.object({ neighbourhoods: z.array(z.object({ id: idSchema, name: z.string(), locality: z.string() })) }),
  }),
  'session.startDemo': procedure({
    summary: 'Creates the demonstration profile with synthetic people.',
    input: nothing,
    output: done,
    access: 'anyone',
    topics: ['session'],
  }),
  'session.endDemo': procedure({
    summary:
      'Removes the demonstration profile with everything in it, so that a team can be set up; refused in any other.',
    input: nothing,
    output: done,
    access: 'anyone',
    topics: ['session'],
  }),
  'session.setUpTeam': procedure({
    summary: 'Creates a new, empty team with its first worker, and returns the recovery code, which is shown once.',
    input: z.object({
      name: line(120),
      organisation: line(120),
      neighbourhoodIds: z.array(idSchema).min(1),
      passphrase,
    }),
    output: z.object({ recoveryCode: z.string(), workerId: idSchema }),
    access: 'anyone',
    topics: ['session'],
  }),
  'session.signIn': procedure({
    summary: 'Opens the store with a passphrase.',
    input: z.object({ workerId: idSchema, passphrase }),
    output: done,
    access: 'anyone',
    topics: ['session'],
  }),
  'session.signInDemo': procedure({
    summary: 'Opens the demonstration store as one of its workers; refused in any other profile.',
    input: z.object({ workerId: idSchema }),
    output: done,
    access: 'anyone',
    topics: ['session'],
  }),
  'session.recover': procedure({
    summary: 'Opens the store with the printed recovery code and sets a new passphrase.',
    input: z.object({ workerId: idSchema, recoveryCode: z.string().min(1).max(100), passphrase }),
    output: done,
    access: 'anyone',
    topics: ['session'],
  }),
  'session.lock': procedure({
    summary: 'Closes the store and drops its keys; the same worker unlocks it with the passphrase.',
    input: nothing,
    output: done,
    access: 'anyone',
    topics: ['session'],
  }),
  'session.signOut': procedure({
    summary: 'Ends the session and closes the store.',
    input: nothing,
    output: done,
    access: 'anyone',
    topics: ['session'],
  }),
  'session.changePassphrase': procedure({
    summary: 'Replaces the own passphrase.',
    input: z.object({ current: passphrase, next: passphrase }),
    output: done,
    access: 'signed-in',
    audit: { action: 'passphrase-changed' },
    topics: ['session'],
  }),
  'session.confirm': procedure({
    summary: 'Gives the own passphrase again, for a step that asks for it.',
    input: z.object({ passphrase }),
    output: done,
    access: 'signed-in',
    audit: { action: 'passphrase-confirmed' },
  }),
  'session.setLockMinutes': command({
    summary: 'Sets after how many idle minutes this device locks.',
    input: z.object({ minutes: z.int().min(2).max(30) }),
    output: done,
    access: 'signed-in',
    audit: { action: 'lock-minutes-set' },
    topics: ['session'],
  }),
};
