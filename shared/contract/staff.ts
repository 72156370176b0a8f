import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { roles } from '../domain/permissions.ts';
import { line, optionalLine, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { command, probe, procedure, query } from './endpoint.ts';

const workerId = z.object({ workerId: idSchema });
const passphrase = z.string().min(1).max(1024);

/** What is recorded of a worker. */
export const workerDetails = z.object({
  name: line(120),
  organisationId: idSchema,
  job: codeSchema('worker-role'),
  phone: optionalLine(40),
  email: optionalLine(120),
  /** Working time as a share of full time. */
  wte: z.number().min(0).max(1.5),
  governanceTrainedOn: isoDateSchema.nullable(),
  supervised: z.boolean(),
});

/** What a worker belongs to. */
export const workerPlaces = z.object({
  roles: z.array(z.enum(roles)).min(1),
  neighbourhoodIds: z.array(idSchema),
  practiceIds: z.array(idSchema),
});

export const staffMember = workerDetails.extend({
  id: idSchema,
  organisation: z.string(),
  roles: z.array(z.enum(roles)),
  neighbourhoodIds: z.array(idSchema),
  practiceIds: z.array(idSchema),
  endedOn: z.string().nullable(),
  leave: z.array(z.object({ id: idSchema, startsOn: z.string(), endsOn: z.string(), heads: headsSchema })),
  /** Unfinished cases that they coordinate. */
  cases: z.int(),
  heads: headsSchema,
});
export type StaffMember = z.output<typeof staffMember>;

export const staff = {
  'staff.list': query({
    summary: 'Every worker of the team with what they belong to, those who left included.',
    input: z.object({}),
    output: z.object({
      workers: z.array(staffMember),
      neighbourhoods: z.array(z.object({ id: idSchema, name: z.string(), locality: z.string() })),
      practices: z.array(z.object({ id: idSchema, name: z.string(), neighbourhoodId: idSchema })),
      organisations: z.array(z.object({ id: idSchema, name: z.string(), kind: z.string() })),
    }),
    access: 'team.write',
    topics: ['team', 'cases'],
  }),
  'staff.access': probe({
    summary: 'Which workers can sign in on this device.',
    input: z.object({}),
    output: z.object({ workerIds: z.array(idSchema) }),
    access: 'team.write',
    topics: ['session', 'team'],
  }),
  'staff.add': command({
    summary: 'Adds a worker to the team.',
    input: workerDetails.extend(workerPlaces.shape),
    output: workerId,
    confirm: true,
    access: 'team.write',
    audit: { action: 'worker-added', object: (_, made) => made?.workerId ?? null },
    topics: ['team'],
  }),
  'staff.edit': command({
    summary: 'Changes what is recorded of a worker and what they belong to.',
    input: workerDetails.extend(workerPlaces.shape).extend(workerId.shape).extend({ heads: headsSchema }),
    output: z.object({}),
    confirm: true,
    access: 'team.write',
    audit: { action: 'worker-edited', object: ({ workerId: id }) => id },
    topics: ['team', 'session'],
  }),
  'staff.addLeave': command({
    summary: 'Records when a worker is away.',
    input: workerId.extend({ startsOn: isoDateSchema, endsOn: isoDateSchema }),
    output: z.object({}),
    access: 'team.write',
    audit: { action: 'leave-recorded', object: ({ workerId: id }) => id },
    topics: ['team'],
  }),
  'staff.removeLeave': command({
    summary: 'Takes back leave: all of it before it starts, and from today on once it has started.',
    input: workerId.extend({ leaveId: idSchema, heads: headsSchema }),
    output: z.object({}),
    access: 'team.write',
    audit: { action: 'leave-removed', object: ({ workerId: id }) => id },
    topics: ['team'],
  }),
  'staff.letIn': procedure({
    summary: 'Lets a worker sign in on this device with a passphrase that they choose, or gives them a new one.',
    input: workerId.extend({ passphrase }),
    output: z.object({}),
    confirm: true,
    access: 'team.write',
    audit: { action: 'worker-let-in', object: ({ workerId: id }) => id },
    topics: ['session', 'team'],
  }),
  'staff.end': command({
    summary: 'Ends a worker’s time in the team; refused while they coordinate cases.',
    input: workerId.extend({ reason: requiredNote(500) }),
    output: z.object({}),
    access: 'team.write',
    audit: { action: 'worker-ended', object: ({ workerId: id }) => id, reason: ({ reason }) => reason },
    topics: ['team', 'cases'],
  }),
  'staff.shutOut': procedure({
    summary: 'Takes a worker’s way of signing in off this device and encrypts the store anew with another key.',
    input: workerId.extend({ passphrase }),
    output: z.object({}),
    access: 'team.write',
    audit: { action: 'worker-shut-out', object: ({ workerId: id }) => id },
    topics: ['session', 'team'],
  }),
};
