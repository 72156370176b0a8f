import { z } from 'zod';
import { query } from './endpoint.ts';
import { placeView } from './person-view.ts';

export const places = {
  'places.list': query({
    summary: 'Every neighbourhood, practice and organisation of the city in use: what a record may name.',
    input: z.object({}),
    output: z.object({
      neighbourhoods: z.array(placeView),
      practices: z.array(placeView),
      organisations: z.array(placeView),
    }),
    access: 'signed-in',
    topics: ['team'],
  }),
};
