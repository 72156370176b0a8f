import { z } from 'zod';
import { requiredNote } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { personRow } from './person-view.ts';

const both = (input: { keptId: string; mergedId: string }) => [{ person: input.keptId }, { person: input.mergedId }];
const pair = { keptId: idSchema, mergedId: idSchema };
const topics = ['people', 'cases', 'contacts', 'review'] as const;

export const merges = {
  'people.mergePreview': query({
    summary: 'Two records side by side: which fields differ, what would move, and what stands against merging them.',
    input: z.object(pair),
    output: z.object({
      kept: personRow,
      merged: personRow,
      fields: z.array(
        z.object({
          field: z.string(),
          label: z.string(),
          kept: z.string().nullable(),
          merged: z.string().nullable(),
          suggested: z.enum(['kept', 'merged']),
        }),
      ),
      /** What moves to the kept record: words in the plural or singular with their number, `3 care contacts`. */
      moves: z.array(z.string()),
      /** To be thought about. */
      warnings: z.array(z.string()),
      /** Rules that forbid it; empty when it can be done. */
      obstacles: z.array(z.string()),
    }),
    access: 'people.merge',
    about: both,
    audit: { action: 'merge-previewed', object: (input) => input.keptId },
    topics: ['people', 'cases'],
  }),
  'people.merge': command({
    summary:
      'Makes two records of one person one: the kept record takes the chosen fields and everything recorded on the other.',
    input: z.object({
      ...pair,
      /** Field → whose value stands; the kept record's where not named. */
      choices: z.record(z.string(), z.enum(['kept', 'merged'])).default({}),
      reason: requiredNote(500),
    }),
    output: z.object({ mergeId: idSchema }),
    access: 'people.merge',
    about: both,
    audit: {
      action: 'people-merged',
      object: (input) => input.keptId,
      fields: (input) => Object.keys(input.choices).filter((field) => input.choices[field] === 'merged'),
      reason: (input) => input.reason,
    },
    topics,
  }),
  'people.unmerge': command({
    summary: 'Undoes a merge: both records are as they were, but for what was entered since.',
    input: z.object({ mergeId: idSchema, reason: requiredNote(500) }),
    output: z.object({
      keptId: idSchema,
      mergedId: idSchema,
      /** Fields of the kept record that were changed since the merge, and so were left as they are. */
      leftAsTheyAre: z.array(z.string()),
    }),
    access: 'people.merge',
    audit: {
      action: 'people-unmerged',
      object: (_, output) => output?.keptId ?? null,
      reason: (input) => input.reason,
    },
    topics,
  }),
};
