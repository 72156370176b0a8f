import { z } from 'zod';
import { requiredNote } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { personRow, placeView } from './person-view.ts';

/** Facts that hold across devices only when people see to it (J8), and edits that met (J4). */
export const findingKinds = [
  'same-nhs-number',
  'likely-duplicate',
  'two-coordinators',
  'two-open-cases',
  'no-coordinator',
  'contested',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** `kind:` and the ids that it is about: the same finding has the same id on every device. */
export const findingIdSchema = z.string().regex(/^[a-z-]{1,30}:[0-9A-Za-z:+._-]{1,400}$/, 'is not a finding');

export const findingView = z.object({
  id: findingIdSchema,
  kind: z.enum(findingKinds),
  /** What was found, in one sentence without names. */
  sentence: z.string(),
  /** Reasons, for a likely duplicate. */
  reasons: z.array(z.string()),
  /** The people whom it is about, the provisional winner first. */
  people: z.array(personRow),
  caseId: idSchema.nullable(),
  neighbourhood: placeView,
  /** What counts until a person decides; the same on every device. */
  provisional: z.string(),
});
export type FindingView = z.infer<typeof findingView>;

export const review = {
  'review.list': query({
    summary:
      'What people have to settle in the own neighbourhoods: duplicates, two coordinators, two open cases, edits that met.',
    input: z.object({
      kinds: z.array(z.enum(findingKinds)).min(1).optional(),
      neighbourhoodIds: z.array(idSchema).min(1).max(50).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: z.int(),
      counts: z.record(z.enum(findingKinds), z.int()),
      /** The search for likely duplicates stopped at its limit: settle these first. */
      more: z.boolean(),
      rows: z.array(findingView),
    }),
    access: 'review.read',
    about: ({ neighbourhoodIds }) => (neighbourhoodIds ?? []).map((neighbourhood) => ({ neighbourhood })),
    audit: { action: 'review-read', burstSeconds: 30 },
    topics: ['review', 'people', 'cases'],
    heavy: true,
  }),
  'review.decide': command({
    summary: 'Settles a finding with a reason: different people, or accepted as it is.',
    input: z.object({
      finding: findingIdSchema,
      decision: z.enum(['not-the-same', 'accepted']),
      reason: requiredNote(500),
    }),
    output: z.object({}),
    access: 'review.decide',
    audit: { action: 'finding-decided', object: (input) => input.finding, reason: (input) => input.reason },
    topics: ['review'],
  }),
};
