import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { checkStates } from '../domain/checks.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { note, optionalLine, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { nameView } from './person-view.ts';

const partsSchema = z.partialRecord(
  codeSchema('check-part'),
  z.object({ on: isoDateSchema, result: optionalLine(60).optional() }),
);
const partsView = z.record(z.string(), z.object({ on: z.string(), result: z.string().optional() }));

const entryView = z.object({
  id: idSchema,
  heads: headsSchema,
  offeredOn: z.string().nullable(),
  response: z.enum(['accepted', 'declined']).nullable(),
  doneOn: z.string().nullable(),
  parts: partsView,
  note: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
});
export type CheckEntryView = z.infer<typeof entryView>;

const checkView = z.object({
  kind: z.string(),
  eligible: z.boolean(),
  /** Why, or why not. */
  because: z.string(),
  state: z.enum(checkStates),
  lastDoneOn: z.string().nullable(),
  lastOfferedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** The round under way: an offer, or parts of the check, that is not finished and still counts. */
  round: entryView.nullable(),
  missing: z.array(z.string()),
  /** Everything recorded of this kind, newest first. */
  entries: z.array(entryView),
});
export type CheckView = z.infer<typeof checkView>;

const breakView = z.object({
  id: idSchema,
  kind: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  hours: z.number().nullable(),
  provider: z.string().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string(),
  /** Whether this worker may take it back: whoever recorded it, and a team lead. */
  mayTakeBack: z.boolean(),
});

/** What an entry says in whole: what is left out is not recorded. */
const entryShape = {
  offeredOn: isoDateSchema.nullable().default(null),
  response: z.enum(['accepted', 'declined']).nullable().default(null),
  doneOn: isoDateSchema.nullable().default(null),
  parts: partsSchema.default({}),
  note: note(1000).default(''),
};

/** Checks, screenings and vaccinations of one person, and the breaks of carers. */
export const checks = {
  'checks.ofPerson': query({
    summary: 'The checks of a person: which are for them and why, how each stands, and what is next.',
    input: z.object({ personId: idSchema }),
    output: z.object({
      checks: z.array(checkView),
      carer: z.object({
        /** Has the flag of a carer. */
        flagged: z.boolean(),
        /** Whom they care for, as the relationships of both records say. */
        caresFor: z.array(z.object({ id: idSchema.nullable(), name: nameView.nullable(), words: z.string() })),
        breaks: z.array(breakView),
      }),
    }),
    access: 'checks.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'checks-read', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['checks', 'people'],
  }),
  'checks.record': command({
    summary: 'Records an offer, its answer, a check that was done, or parts of it; a round under way is carried on.',
    input: z.object({
      personId: idSchema,
      kind: codeSchema('check'),
      /** The entry to carry on, as it was shown; null for a new one. */
      round: z.object({ checkId: idSchema, heads: headsSchema }).nullable().default(null),
      ...entryShape,
    }),
    /** Heads after the change, for taking it back. */
    output: z.object({ checkId: idSchema, heads: headsSchema }),
    access: 'checks.write',
    about: ({ personId, round }) => [{ person: personId }, ...(round ? [{ check: round.checkId }] : [])],
    audit: {
      action: 'check-recorded',
      object: (_, output) => output?.checkId ?? null,
      fields: ({ offeredOn, response, doneOn, parts }) => [
        ...(offeredOn ? ['offered'] : []),
        ...(response ? ['response'] : []),
        ...(doneOn ? ['done'] : []),
        ...Object.keys(parts),
      ],
    },
    topics: ['checks', 'people'],
  }),
  'checks.void': command({
    summary: 'Takes an entry of a check back, with the reason.',
    input: z.object({ checkId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'checks.write',
    about: ({ checkId }) => [{ check: checkId }],
    audit: { action: 'check-voided', object: ({ checkId }) => checkId },
    topics: ['checks', 'people'],
  }),
  'checks.addBreak': command({
    summary: 'Records a break of a carer, taken or arranged.',
    input: z.object({
      personId: idSchema,
      kind: codeSchema('carer-break'),
      startsOn: isoDateSchema,
      endsOn: isoDateSchema.nullable().default(null),
      hours: z.number().min(0.5).max(1000).nullable().default(null),
      provider: optionalLine(120).default(''),
      note: note(500).default(''),
    }),
    output: z.object({ breakId: idSchema }),
    access: 'checks.write',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'carer-break-recorded', object: (_, output) => output?.breakId ?? null },
    topics: ['checks'],
  }),
  'checks.voidBreak': command({
    summary: 'Takes a break of a carer back, with the reason; by its author or a team lead.',
    input: z.object({ breakId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'checks.write',
    about: ({ breakId }) => [{ break: breakId }],
    audit: { action: 'carer-break-voided', object: ({ breakId }) => breakId },
    topics: ['checks'],
  }),
};
