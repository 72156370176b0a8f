import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { note, optionalLine, requiredNote } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { contactPerson } from './contact-entry.ts';
import { draftView } from './drafts.ts';
import { command, query } from './endpoint.ts';
import { workerView } from './person-view.ts';

/** What is said of one life domain: strengths first. Level is the need, 0 (none) to 4 (very high). */
export const answerFields = {
  strengths: note(5000),
  level: z.int().min(0).max(4).nullable(),
  helps: note(5000),
  note: note(5000),
  /** Who said so or where it stands: the person, a carer, a letter. */
  source: optionalLine(200),
};

const answerView = z.object({
  id: idSchema,
  strengths: z.string(),
  level: z.int().nullable(),
  helps: z.string(),
  note: z.string(),
  source: z.string(),
  askedOn: z.string(),
  askedBy: workerView,
  mayVoid: z.boolean(),
});
export type AnswerView = z.output<typeof answerView>;

/** The shared whole-person assessment: asked once, by whoever comes first, and seen by all (R6). */
export const assessments = {
  'assessments.open': query({
    summary: 'The newest answer of each life domain with its history, and this worker’s unfinished entry.',
    input: z.object({ personId: idSchema }),
    output: z.object({
      person: contactPerson,
      /** Every life domain in its order. */
      domains: z.array(
        z.object({
          domain: codeSchema('life-domain'),
          current: answerView.nullable(),
          /** Newest first. */
          earlier: z.array(answerView),
        }),
      ),
      draft: draftView.nullable(),
    }),
    access: 'assessments.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'assessment-read', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['assessments', 'people', 'team', 'drafts'],
  }),
  'assessments.save': command({
    summary: 'Adds an answer to each life domain named; the others stay as they are, and so do earlier answers.',
    input: z.object({
      personId: idSchema,
      askedOn: isoDateSchema,
      answers: z
        .array(
          z.object({
            domain: codeSchema('life-domain'),
            /** The answer that was shown as the newest; null when there was none. */
            follows: idSchema.nullable(),
            ...answerFields,
          }),
        )
        .min(1, 'Nothing was changed')
        .max(12),
    }),
    output: z.object({ answerIds: z.array(idSchema) }),
    access: 'assessments.write',
    about: ({ personId }) => [{ person: personId }],
    audit: {
      action: 'assessment-saved',
      object: ({ personId }) => personId,
      fields: ({ answers }) => answers.map(({ domain }) => domain),
    },
    topics: ['assessments', 'people', 'drafts'],
  }),
  'assessments.void': command({
    summary: 'Marks answers as entered in error, with the reason. By whoever entered them or a team lead.',
    input: z.object({ answerIds: z.array(idSchema).min(1).max(12), reason: requiredNote(500) }),
    output: z.object({}),
    access: 'assessments.write',
    about: ({ answerIds }) => answerIds.map((answer) => ({ answer })),
    audit: { action: 'assessment-voided', object: ({ answerIds }) => answerIds[0] ?? null },
    topics: ['assessments', 'people'],
  }),
};
