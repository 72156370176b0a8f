import { z } from 'zod';
import { roles } from '../domain/permissions.ts';
import { idSchema } from '../ids.ts';
import { query } from './endpoint.ts';
import { placeView, workerView } from './person-view.ts';

/** A worker as one chooses them for a role. */
export const teamMember = workerView.extend({
  roles: z.array(z.enum(roles)),
  neighbourhoods: z.array(placeView),
  /** Unfinished cases that they coordinate. */
  cases: z.int(),
  /** On leave today: until when, inclusive. */
  awayUntil: z.string().nullable(),
});
export type TeamMember = z.output<typeof teamMember>;

export const team = {
  'team.workers': query({
    summary: 'Workers to choose from, by name, with their caseload.',
    input: z.object({ neighbourhoodId: idSchema.optional(), role: z.enum(roles).optional() }),
    output: z.object({ workers: z.array(teamMember) }),
    access: 'signed-in',
    topics: ['team', 'cases'],
  }),
};
