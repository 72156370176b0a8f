import { z } from 'zod';
import { note, requiredNote } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { nameView, placeView, workerView } from './person-view.ts';

export const breakGlass = {
  'people.breakGlass': command({
    summary: 'Opens the record of somebody looked after by another team for four hours; the team lead sees the reason.',
    input: z.object({ personId: idSchema, reason: requiredNote(500) }),
    output: z.object({ until: z.string() }),
    access: 'people.break-glass',
    audit: { action: 'glass-broken', object: (input) => input.personId, reason: (input) => input.reason },
    topics: ['people', 'review'],
  }),
  'people.breakGlassList': query({
    summary: 'Who opened records of other teams, why, and what the review said. Leads see their own neighbourhoods.',
    input: z.object({
      state: z.enum(['to-review', 'reviewed', 'all']).default('to-review'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          id: idSchema,
          personId: idSchema,
          /** Null for a reviewer, who sees no record. */
          personName: nameView.nullable(),
          neighbourhood: placeView,
          worker: workerView,
          reason: z.string(),
          startedAt: z.string(),
          expiresAt: z.string(),
          review: z
            .object({ verdict: z.string(), by: z.string(), at: z.string(), note: z.string().nullable() })
            .nullable(),
        }),
      ),
    }),
    access: 'oversight.read',
    audit: { action: 'glass-list-read', burstSeconds: 30 },
    topics: ['people', 'review'],
  }),
  'people.reviewBreakGlass': command({
    summary: 'Records whether opening a record of another team was right.',
    input: z.object({
      breakGlassId: idSchema,
      verdict: z.enum(['appropriate', 'not-appropriate', 'follow-up']),
      note: note(1000).optional(),
    }),
    output: z.object({}),
    access: 'oversight.read',
    audit: { action: 'glass-reviewed', object: (input) => input.breakGlassId, fields: () => ['review'] },
    topics: ['people', 'review'],
  }),
};
