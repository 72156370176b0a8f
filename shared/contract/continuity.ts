import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { query } from './endpoint.ts';
import { workerView } from './person-view.ts';

/** How many different workers a person has had to meet. */
export const continuity = {
  'people.continuity': query({
    summary: 'The workers whom a person has met in the last twelve months: how often, and when last.',
    input: z.object({ personId: idSchema }),
    output: z.object({
      /** First day that counts, `YYYY-MM-DD`. */
      since: z.string(),
      /** Successful contacts since then. */
      contacts: z.int(),
      /** The most often met first. */
      met: z.array(z.object({ worker: workerView, times: z.int(), inPerson: z.int(), lastAt: z.string() })),
    }),
    access: 'people.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'continuity-read', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['contacts', 'team'],
  }),
};
