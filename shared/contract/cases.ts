import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { line, note, optionalLine } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';

const caseId = { caseId: idSchema };
const aboutCase = (input: { caseId: string }) => [{ case: input.caseId }];
const objectCase = (input: { caseId: string }) => input.caseId;
const topics = ['cases', 'people', 'review'] as const;

/**
 * How a case begins. Naming somebody else as coordinator is a lead's decision; for anybody else the case stays proposed
 * and that worker is asked.
 */
export const newCase = z.object({
  status: z.enum(['proposed', 'open']).default('open'),
  /** Needed when the case is opened at once. */
  coordinatorId: idSchema.nullable().default(null),
  source: codeSchema('source-of-referral').nullable().default(null),
  purpose: optionalLine(500).nullable().default(null),
});
export type NewCase = z.output<typeof newCase>;

const begun = z.object({
  caseId: idSchema,
  status: z.enum(['proposed', 'open']),
  /** The question to the named coordinator, when one was asked. */
  transferId: idSchema.nullable(),
});

/** A contact that is planned and has no outcome yet. */
export const plannedContact = z.object({
  id: idSchema,
  startsAt: z.string(),
  mechanism: z.string(),
  worker: z.string(),
});

/** A task that is still to be done. */
export const openTask = z.object({
  id: idSchema,
  words: z.string(),
  dueOn: z.string().nullable(),
  /** Null: the team. */
  owner: z.string().nullable(),
});

const unfinishedRow = z.object({
  caseId: idSchema,
  /** Of the case, and about its person without naming a case. */
  tasks: z.array(openTask),
  planned: z.array(plannedContact),
  /** Handovers that wait for an answer. */
  transfers: z.array(z.object({ id: idSchema, to: z.string().nullable() })),
});
export type Unfinished = z.output<typeof unfinishedRow>;

/** The steps of a case and who is involved in it. */
export const cases = {
  'cases.open': command({
    summary: 'Opens or proposes a case for a person on record; one unfinished case per person and neighbourhood.',
    input: newCase.extend({
      personId: idSchema,
      /** The person's own when left out. */
      neighbourhoodId: idSchema.optional(),
    }),
    output: begun,
    access: 'cases.write',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'case-opened', object: (_, output) => output?.caseId ?? null },
    topics,
  }),
  'cases.accept': command({
    summary: 'Opens a proposed case and names its coordinator.',
    input: z.object({ ...caseId, coordinatorId: idSchema }),
    output: z.object({}),
    access: 'cases.write',
    about: aboutCase,
    audit: { action: 'case-accepted', object: objectCase, fields: () => ['state', 'coordinator'] },
    topics,
  }),
  'cases.hold': command({
    summary: 'Puts an open case on hold until a day on which it is looked at again.',
    input: z.object({
      ...caseId,
      reason: codeSchema('hold-reason'),
      reviewOn: isoDateSchema,
      note: note(1000).default(''),
    }),
    output: z.object({}),
    access: 'cases.write',
    about: aboutCase,
    audit: { action: 'case-held', object: objectCase, fields: () => ['state'] },
    topics,
  }),
  'cases.resume': command({
    summary: 'Takes up a case that was on hold.',
    input: z.object(caseId),
    output: z.object({}),
    access: 'cases.write',
    about: aboutCase,
    audit: { action: 'case-resumed', object: objectCase, fields: () => ['state'] },
    topics,
  }),
  'cases.unfinished': query({
    summary: 'What is still planned or asked on cases: looked at before a case is closed or handed over.',
    input: z.object({ caseIds: z.array(idSchema).min(1).max(200) }),
    output: z.object({ rows: z.array(unfinishedRow) }),
    access: 'cases.read',
    about: ({ caseIds }) => caseIds.map((id) => ({ case: id })),
    topics: ['cases', 'contacts', 'tasks'],
  }),
  'cases.close': command({
    summary: 'Closes a case with its reason; what is unfinished must have been seen.',
    input: z.object({
      ...caseId,
      reason: codeSchema('case-closure-reason'),
      on: isoDateSchema,
      note: note(2000).default(''),
      /** Ids of the planned contacts, open handovers and tasks that were shown. */
      acknowledged: z.array(idSchema).max(500).default([]),
      /** What becomes of planned contacts: they stay in the diary, or are called off by us. */
      planned: z.enum(['keep', 'call-off']).default('keep'),
      /** What becomes of open tasks: they stay with whoever has them, or are called off with the case. */
      tasks: z.enum(['keep', 'call-off']).default('keep'),
    }),
    output: z.object({ calledOff: z.int(), withdrawn: z.int(), tasksCalledOff: z.int() }),
    access: 'cases.write',
    about: aboutCase,
    audit: { action: 'case-closed', object: objectCase, fields: () => ['state'] },
    topics: [...topics, 'contacts', 'tasks'],
  }),
  'cases.reopen': command({
    summary: 'Takes up the work of a closed case as a new case that follows it.',
    input: newCase.extend(caseId),
    output: begun,
    access: 'cases.write',
    about: aboutCase,
    audit: { action: 'case-reopened', object: (_, output) => output?.caseId ?? null },
    topics,
  }),
  'cases.assign': command({
    summary: 'Gives somebody a role on a case: a worker, or by name somebody of another organisation.',
    input: z
      .object({
        ...caseId,
        role: z.enum(['coordinator', 'behaviourist', 'lead-professional', 'involved']),
        workerId: idSchema.nullable().default(null),
        external: z
          .object({ name: line(120), organisation: optionalLine(120).default(''), phone: optionalLine(40).default('') })
          .nullable()
          .default(null),
      })
      .refine(({ workerId, external }) => (workerId === null) !== (external === null), {
        path: ['workerId'],
        message: 'Choose a worker or name somebody else',
      }),
    output: z.object({ roleId: idSchema }),
    access: 'cases.write',
    about: aboutCase,
    audit: { action: 'role-assigned', object: objectCase, fields: ({ role }) => [role] },
    topics,
  }),
  'cases.endRole': command({
    summary: 'Ends somebody’s part in a case. The coordinator of an open case can only hand over.',
    input: z.object({ ...caseId, roleId: idSchema }),
    output: z.object({}),
    access: 'cases.write',
    about: aboutCase,
    audit: { action: 'role-ended', object: objectCase, fields: () => ['roles'] },
    topics,
  }),
};
