import { z } from 'zod';
import { qualityGaps } from '../domain/quality-gaps.ts';
import { idSchema } from '../ids.ts';
import { query } from './endpoint.ts';
import { nameView, personFieldViews, placeView } from './person-view.ts';

const gap = z.enum(qualityGaps);
const list = {
  /** Own caseload: cases whose coordinator or behaviourist the worker is; otherwise those of the own teams. */
  whose: z.enum(['mine', 'team']).default('mine'),
  /** Narrows what the worker may see to cases of one neighbourhood. */
  neighbourhoodId: idSchema.optional(),
};

const qualityRow = z.object({
  person: z.object({
    id: idSchema,
    name: nameView,
    birth: personFieldViews.birth,
    nhsNumber: z.string().nullable(),
  }),
  neighbourhood: placeView,
  coordinator: placeView.nullable(),
  /** Day from which a case of this person has been open, `YYYY-MM-DD`. */
  openedOn: z.string(),
});
export type QualityRow = z.output<typeof qualityRow>;

/** What is missing in the records of people on the caseload. */
export const quality = {
  'quality.summary': query({
    summary: 'How many people on a caseload have each thing missing, with how many it can be said of.',
    input: z.object(list),
    output: z.object({
      /** People with a case that is open or on hold. */
      people: z.int(),
      gaps: z.array(z.object({ gap, count: z.int(), of: z.int() })),
      neighbourhoods: z.array(z.object({ id: idSchema, name: z.string() })),
    }),
    access: 'cases.read',
    audit: { action: 'quality-read', burstSeconds: 30 },
    topics: ['people', 'cases', 'contacts', 'plans', 'assessments'],
    heavy: true,
  }),
  'quality.rows': query({
    summary: 'The people behind one figure of the data quality page, by name.',
    input: z.object({
      ...list,
      gap,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(qualityRow) }),
    access: 'cases.read',
    audit: { action: 'quality-listed', fields: ({ gap: asked }) => [asked], burstSeconds: 30 },
    topics: ['people', 'cases', 'contacts', 'plans', 'assessments'],
    heavy: true,
  }),
};
