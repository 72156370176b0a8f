import { z } from 'zod';
import { procedure } from './endpoint.ts';

/** Profiles of synthetic people, for demonstrations, tests and measurements. */
export const demo = {
  'demo.seed': procedure({
    summary: 'Fills an empty profile folder with synthetic people; refused where there is a profile.',
    input: z.object({
      size: z.enum(['demo', 'neighbourhood', 'city']),
      /** The same seed on the same day gives the same content. */
      seed: z.int().min(0).max(2_147_483_647).default(1),
    }),
    output: z.object({}),
    access: 'anyone',
    topics: ['session'],
  }),
};
