import { z } from 'zod';
import { query } from './endpoint.ts';
import { placeView } from './person-view.ts';

export const places = {
  'places.list': query({
    summary: 'Every neighbourhood and practice of the city in use: where somebody may be registered.',
    input: z.object({}),
    output: z.object({ neighbourhoods: z.array(placeView), practices: z.array(placeView) }),
    access: 'signed-in',
    topics: ['team'],
  }),
};
