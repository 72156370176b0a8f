import { z } from 'zod';
import { codeSchema } from '../domain/code-lists.ts';
import { note, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { contactPerson } from './contact-entry.ts';
import { command, query } from './endpoint.ts';
import { workerView } from './person-view.ts';

const broughtCase = z.object({
  id: idSchema,
  heads: headsSchema,
  person: contactPerson,
  caseId: idSchema,
  broughtBy: workerView,
  broughtOn: z.string(),
  question: z.string(),
  /** Null while it waits. */
  review: z.object({ on: z.string(), by: z.string(), note: z.string(), decision: z.string() }).nullable(),
  mayReview: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type BroughtCase = z.output<typeof broughtCase>;

/** Case review: a behaviourist brings a case with a question, a lead reviews it with notes and a decision. */
export const supervision = {
  'supervision.list': query({
    summary: 'Cases brought to supervision: those waiting, and those reviewed. Behaviourists see their own.',
    input: z.object({
      /** Only those about this person. */
      personId: idSchema.nullable().default(null),
    }),
    output: z.object({ waiting: z.array(broughtCase), reviewed: z.array(broughtCase) }),
    access: 'supervision.read',
    about: ({ personId }) => (personId === null ? [] : [{ person: personId }]),
    audit: { action: 'supervision-read', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['assessments', 'people', 'team'],
  }),
  'supervision.bring': command({
    summary: 'Brings a case to supervision with a question.',
    input: z.object({ personId: idSchema, question: requiredNote(2000) }),
    output: z.object({ supervisionId: idSchema }),
    access: 'supervision.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'supervision-brought', object: (_, output) => output?.supervisionId ?? null },
    topics: ['assessments'],
  }),
  'supervision.review': command({
    summary: 'Records what a case review came to.',
    input: z.object({
      supervisionId: idSchema,
      heads: headsSchema,
      decision: codeSchema('supervision-decision'),
      note: note(5000),
    }),
    output: z.object({}),
    access: 'supervision.review',
    about: ({ supervisionId }) => [{ supervision: supervisionId }],
    audit: { action: 'supervision-reviewed', object: ({ supervisionId }) => supervisionId },
    topics: ['assessments'],
  }),
  'supervision.withdraw': command({
    summary: 'Takes a case back that was brought to supervision, with the reason. By whoever brought it, or a lead.',
    input: z.object({ supervisionId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'supervision.read',
    about: ({ supervisionId }) => [{ supervision: supervisionId }],
    audit: { action: 'supervision-withdrawn', object: ({ supervisionId }) => supervisionId },
    topics: ['assessments'],
  }),
};
