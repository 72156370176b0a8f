import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { note, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { nameView, personFieldViews, placeView } from './person-view.ts';

/** What somebody said. Codes are text: an entry of a newer version is shown with codes that this one does not know. */
const said = {
  id: idSchema,
  kind: z.string(),
  /** As they were said or written. */
  words: z.string(),
  saidBy: z.string(),
  receivedOn: z.string(),
  recordedBy: z.string(),
  status: z.string(),
  /** Days until the first answer, or until today while there is none. */
  days: z.int(),
  /** A complaint without an answer: the day by which it should be acknowledged. */
  dueOn: z.string().nullable(),
};
/** A step that was taken, with what was done. */
const step = z.object({ status: z.string(), on: z.string(), by: z.string(), note: z.string() });

export const feedbackView = z.object({
  ...said,
  heads: headsSchema,
  /** Since it was recorded, oldest first; without the recording itself. */
  steps: z.array(step),
  voided: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  mayVoid: z.boolean(),
});
export type FeedbackView = z.output<typeof feedbackView>;

export const feedbackRow = z.object({
  ...said,
  /** The last step, when there is one. */
  last: step.nullable(),
  person: z.object({
    id: idSchema,
    name: nameView,
    birth: personFieldViews.birth,
    nhsNumber: z.string().nullable(),
  }),
  neighbourhood: placeView,
  coordinator: placeView.nullable(),
});
export type FeedbackRow = z.output<typeof feedbackRow>;

const about = ({ feedbackId }: { feedbackId: string }) => [{ feedback: feedbackId }];
const object = ({ feedbackId }: { feedbackId: string }) => feedbackId;
const person = ({ personId }: { personId: string }) => [{ person: personId }];

/** What people say about their care, in their own words, and what was done about it. */
export const feedback = {
  'feedback.ofPerson': query({
    summary: 'What was said about the care of a person, newest first, with the steps that were taken.',
    input: z.object({ personId: idSchema }),
    output: z.object({ feedback: z.array(feedbackView) }),
    access: 'feedback.read',
    about: person,
    audit: { action: 'feedback-read', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['feedback', 'team'],
  }),
  'feedback.record': command({
    summary: 'Records what was said, in the words of those who said it.',
    input: z.object({
      personId: idSchema,
      kind: codeSchema('feedback-kind'),
      words: requiredNote(5000),
      saidBy: codeSchema('feedback-source'),
      receivedOn: isoDateSchema,
    }),
    output: z.object({ feedbackId: idSchema }),
    access: 'feedback.write',
    about: person,
    audit: { action: 'feedback-recorded', object: (_, output) => output?.feedbackId ?? null },
    topics: ['feedback', 'people'],
  }),
  'feedback.follow': command({
    summary: 'Takes the next step: answered, closed, or open again, with the day and what was done.',
    input: z.object({
      feedbackId: idSchema,
      heads: headsSchema,
      status: codeSchema('feedback-status'),
      on: isoDateSchema,
      note: note(2000).default(''),
    }),
    output: z.object({}),
    access: 'feedback.write',
    about,
    audit: { action: 'feedback-followed', object, fields: ({ status }) => [status] },
    topics: ['feedback', 'people'],
  }),
  'feedback.undo': command({
    summary: 'Takes back what this worker has just recorded or followed.',
    input: z.object({ feedbackId: idSchema }),
    output: z.object({}),
    access: 'feedback.write',
    about,
    audit: { action: 'feedback-undone', object },
    topics: ['feedback', 'people'],
  }),
  'feedback.void': command({
    summary: 'Marks feedback as recorded in error, with the reason. By whoever recorded it or a team lead.',
    input: z.object({ feedbackId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'feedback.write',
    about,
    audit: { action: 'feedback-voided', object },
    topics: ['feedback', 'people'],
  }),
  'feedback.list': query({
    summary: 'Feedback of my people or of my teams, what nobody has answered first and the oldest of it on top.',
    input: z.object({
      /** People on whose case the worker has a role; otherwise everybody of the own teams. */
      whose: z.enum(['mine', 'team']).default('mine'),
      kind: codeSchema('feedback-kind').optional(),
      status: codeSchema('feedback-status').optional(),
      /** Narrows what the worker may see to people of one neighbourhood. */
      neighbourhoodId: idSchema.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(feedbackRow),
      /** How many are at each status, other filters as asked. */
      counts: z.record(codeSchema('feedback-status'), z.int()),
      neighbourhoods: z.array(z.object({ id: idSchema, name: z.string() })),
    }),
    access: 'feedback.read',
    audit: { action: 'feedback-listed', burstSeconds: 30 },
    topics: ['feedback', 'people', 'cases'],
  }),
};
