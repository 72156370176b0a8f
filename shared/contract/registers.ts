import { z } from 'zod';
import { checkStates } from '../domain/checks.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { registers as names } from '../domain/registers.ts';
import { idSchema } from '../ids.ts';
import { query } from './endpoint.ts';
import { fileSchema, personRow } from './person-view.ts';

const filter = z.object({
  register: z.enum(names),
  /** Of the vaccinations, which one; of other registers their only check. */
  kind: codeSchema('check').optional(),
  /** `mine`: people whose open case the worker coordinates or works on as behaviourist. */
  whose: z.enum(['mine', 'team']).default('team'),
  neighbourhoodId: idSchema.optional(),
  /** Of the end-of-life register: `due` without recorded wishes, `done` with. */
  states: z.array(z.enum(checkStates)).max(5).default([]),
});
export type RegisterFilter = z.output<typeof filter>;

const row = z.object({
  id: idSchema,
  person: personRow,
  state: z.enum(checkStates),
  lastDoneOn: z.string().nullable(),
  lastOfferedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** Parts of a round under way that are missing; all of them when none has begun. */
  missing: z.array(z.string()),
  /** Of carers: breaks in the last twelve months. */
  breaks: z.int().nullable(),
});
export type RegisterRow = z.infer<typeof row>;

/** Lists of people to whom something is due. */
export const registers = {
  'registers.list': query({
    summary: 'The people of a register with how their check stands, by name, and how many there are in each state.',
    input: filter.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    output: z.object({
      total: z.int(),
      counts: z.record(z.enum(checkStates), z.int()),
      rows: z.array(row),
    }),
    access: 'checks.read',
    about: ({ neighbourhoodId }) => (neighbourhoodId ? [{ neighbourhood: neighbourhoodId }] : []),
    audit: { action: 'register-read', burstSeconds: 60 },
    topics: ['checks', 'people', 'cases', 'plans'],
  }),
  'registers.export': query({
    summary: 'The people of a register as a CSV file.',
    input: filter,
    output: z.object({
      file: fileSchema,
      rows: z.int(),
    }),
    access: 'lists.export',
    about: ({ neighbourhoodId }) => (neighbourhoodId ? [{ neighbourhood: neighbourhoodId }] : []),
    confirm: true,
    audit: { action: 'register-exported' },
  }),
};
