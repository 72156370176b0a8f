import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { line, note, optionalLine } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { nameView, personFieldViews, placeView } from './person-view.ts';

const elementView = z.object({
  element: z.string(),
  /** Null while nobody has said anything about it. */
  standing: z.string().nullable(),
  note: z.string(),
  at: z.string().nullable(),
  by: z.string(),
});

const homeFacts = {
  id: idSchema,
  name: z.string(),
  neighbourhood: placeView,
  kind: z.string(),
  beds: z.int().nullable(),
  phone: z.string(),
  practice: placeView.nullable(),
  lead: placeView.nullable(),
  /** People on record whose residence names the home. */
  residents: z.int(),
};

/** What may be typed about a care home. */
export const careHomeFields = {
  name: line(120),
  kind: codeSchema('care-home-kind'),
  beds: z.int().min(1, 'Enter how many beds there are').max(400, 'Enter at most 400 beds').nullable(),
  phone: optionalLine(40),
  practiceId: idSchema.nullable(),
  leadWorkerId: idSchema.nullable(),
};

const topics = ['stays', 'people', 'drafts'] as const;
const one = { careHomeId: idSchema };
const objectHome = ({ careHomeId }: { careHomeId: string }) => careHomeId;

/** Care homes of the neighbourhood, their residents, and the seven elements of enhanced health in care homes (R16). */
export const careHomes = {
  'careHomes.list': query({
    summary: 'The care homes of the own neighbourhoods, and homes that residences name but nobody has recorded.',
    input: z.object({}),
    output: z.object({
      homes: z.array(z.object({ ...homeFacts, inPlace: z.int(), elements: z.int() })),
      /** Homes that closed, the last first; `residents` are people whose residence still names one. */
      closed: z.array(
        z.object({ id: idSchema, name: z.string(), neighbourhood: placeView, endedOn: z.string(), residents: z.int() }),
      ),
      /** Names in residences that are none of a home on record. */
      unknown: z.array(z.object({ name: z.string(), neighbourhood: placeView, residents: z.int() })),
      neighbourhoods: z.array(placeView),
      practices: z.array(placeView),
    }),
    access: 'stays.read',
    audit: { action: 'care-homes-read', burstSeconds: 30 },
    topics: ['stays', 'people', 'team'],
  }),
  'careHomes.open': query({
    summary: 'A care home with its residents and how its seven elements stand and stood.',
    input: z.object(one),
    output: z.object({
      home: z.object({ ...homeFacts, heads: headsSchema, endedOn: z.string().nullable() }),
      elements: z.array(elementView),
      /** What was said before about the elements, newest first. */
      history: z.array(elementView),
      residents: z.array(
        z.object({
          id: idSchema,
          name: nameView,
          birth: personFieldViews.birth,
          nhsNumber: z.string().nullable(),
          tier: z.string().nullable(),
          lastContactAt: z.string().nullable(),
          plan: z.object({ status: z.string(), reviewDueOn: z.string().nullable() }).nullable(),
          away: z.string().nullable(),
        }),
      ),
    }),
    access: 'stays.read',
    audit: { action: 'care-home-read', object: objectHome, burstSeconds: 30 },
    topics: ['stays', 'people', 'cases', 'contacts', 'plans', 'team'],
  }),
  'careHomes.add': command({
    summary: 'Puts a care home on record.',
    input: z.object({ neighbourhoodId: idSchema, ...careHomeFields }),
    output: z.object({ careHomeId: idSchema }),
    access: 'stays.write',
    about: ({ neighbourhoodId }) => [{ neighbourhood: neighbourhoodId }],
    audit: { action: 'care-home-added', object: (_, output) => output?.careHomeId ?? null },
    topics,
  }),
  'careHomes.edit': command({
    summary: 'Changes what is recorded of a care home; residences that name it follow a new name.',
    input: z.object({ ...one, heads: headsSchema, patch: z.object(careHomeFields).partial() }),
    output: z.object({ changed: z.array(z.string()) }),
    access: 'stays.write',
    audit: { action: 'care-home-edited', object: objectHome, fields: ({ patch }) => Object.keys(patch) },
    topics,
  }),
  'careHomes.close': command({
    summary: 'Closes a care home on a day, or opens it again; its history and what residences say stay.',
    input: z.object({ ...one, heads: headsSchema, endedOn: isoDateSchema.nullable() }),
    output: z.object({ heads: headsSchema }),
    access: 'stays.write',
    audit: { action: 'care-home-closed', object: objectHome, fields: () => ['ended'] },
    topics,
  }),
  'careHomes.setElement': command({
    summary: 'Says how one of the seven elements stands in a care home; what was said before is its history.',
    input: z.object({
      ...one,
      element: codeSchema('care-home-element'),
      standing: codeSchema('care-home-standing'),
      note: note(500).default(''),
    }),
    output: z.object({}),
    access: 'stays.write',
    audit: { action: 'care-home-element-set', object: objectHome, fields: ({ element }) => [element] },
    topics: ['stays', 'drafts'],
  }),
  'careHomes.link': command({
    summary: 'Makes residences that name a home otherwise name this one.',
    input: z.object({ ...one, named: line(200) }),
    output: z.object({ people: z.int() }),
    access: 'stays.write',
    audit: { action: 'care-home-linked', object: objectHome },
    topics,
  }),
};
