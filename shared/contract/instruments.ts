import { z } from 'zod';
import { instantSchema } from '../domain/british-date.ts';
import { instrumentIdSchema } from '../domain/instrument-definition.ts';
import { note, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { contactPerson } from './contact-entry.ts';
import { command, query } from './endpoint.ts';
import { workerView } from './person-view.ts';

/** Item → value. Which items and values there are is the instrument's definition to say. */
const answersSchema = z.record(z.string().regex(/^[a-z][a-z0-9]{0,19}$/, 'is not an item'), z.number());

/** One sitting without its answers: what lists and trends may show. */
const resultView = z.object({
  id: idSchema,
  /** Text: a result of a newer version may be of an instrument that this one does not know. */
  instrument: z.string(),
  version: z.string(),
  takenAt: z.string(),
  takenBy: workerView,
  score: z.number().nullable(),
  band: z.string().nullable(),
  /** Figures by id, where the instrument is known; none is made of a sensitive answer alone. */
  figures: z.record(z.string(), z.number()),
  /** `due`: an answer asked for something at once, and what was done is not recorded. */
  safety: z.enum(['none', 'due', 'recorded']),
});
export type ResultView = z.output<typeof resultView>;

const safetyView = z.object({ on: z.string(), by: z.string(), note: z.string() });

/** Instruments: scores and levels over time. The definitions are data that both ends hold. */
export const instruments = {
  'instruments.open': query({
    summary: 'Every score and level of a person, newest first, without the answers.',
    input: z.object({ personId: idSchema }),
    output: z.object({
      person: contactPerson,
      results: z.array(resultView),
      /** How many were entered in error. */
      voided: z.int(),
      /** What this worker began and did not finish. */
      drafts: z.array(z.object({ instrument: z.string(), updatedAt: z.string() })),
    }),
    access: 'assessments.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'scores-read', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['assessments', 'people', 'team', 'drafts'],
  }),
  'instruments.result': query({
    summary: 'One sitting of an instrument with its answers and what was done for safety.',
    input: z.object({ resultId: idSchema }),
    output: z.object({
      person: contactPerson,
      result: resultView,
      heads: headsSchema,
      answers: z.record(z.string(), z.number()),
      /** The item that asked for something at once. */
      alert: z.string().nullable(),
      /** More than one when two devices recorded it at the same time: both stand. */
      safety: z.array(safetyView),
      note: z.string(),
      voided: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
      mayVoid: z.boolean(),
    }),
    access: 'assessments.read',
    about: ({ resultId }) => [{ result: resultId }],
    audit: { action: 'score-read', object: ({ resultId }) => resultId, burstSeconds: 30 },
    topics: ['assessments', 'people', 'team'],
  }),
  'instruments.record': command({
    summary: 'Scores a sitting of an instrument and keeps it with its answers. Refuses while an item is missing.',
    input: z.object({
      personId: idSchema,
      instrument: instrumentIdSchema,
      /** UTC instant. */
      takenAt: instantSchema,
      answers: answersSchema,
      note: note(5000).default(''),
      /** What was done about an answer that asks for it. Empty leaves it for later, which makes an urgent task. */
      safety: note(5000).default(''),
    }),
    output: z.object({
      resultId: idSchema,
      score: z.number().nullable(),
      band: z.string().nullable(),
      /** The urgent task, when safety was left for later. */
      taskId: idSchema.nullable(),
    }),
    access: 'assessments.write',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'score-recorded', object: (_, output) => output?.resultId ?? null },
    topics: ['assessments', 'tasks', 'people', 'drafts'],
  }),
  'instruments.recordSafety': command({
    summary: 'Records what was done about an answer that asks for it, and ends its urgent task.',
    input: z.object({ resultId: idSchema, heads: headsSchema, note: requiredNote(5000) }),
    output: z.object({}),
    access: 'assessments.write',
    about: ({ resultId }) => [{ result: resultId }],
    audit: { action: 'safety-recorded', object: ({ resultId }) => resultId },
    topics: ['assessments', 'tasks', 'people'],
  }),
  'instruments.void': command({
    summary: 'Marks a sitting as entered in error, with the reason. By whoever entered it or a team lead.',
    input: z.object({ resultId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'assessments.write',
    about: ({ resultId }) => [{ result: resultId }],
    audit: { action: 'score-voided', object: ({ resultId }) => resultId },
    topics: ['assessments', 'tasks', 'people'],
  }),
};
