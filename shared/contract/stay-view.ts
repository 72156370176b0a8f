import { z } from 'zod';
import { headsSchema, idSchema } from '../ids.ts';
import { nameView, personFieldViews, placeView } from './person-view.ts';

/** What a stay says. Codes are text: a stay of a newer version is shown with codes that this one does not know. */
const stayFacts = {
  id: idSchema,
  kind: z.string(),
  provider: z.string(),
  ward: z.string(),
  emergency: z.boolean(),
  mentalHealth: z.boolean(),
  admittedOn: z.string(),
  expectedOn: z.string().nullable(),
  readyOn: z.string().nullable(),
  delay: z.object({ reason: z.string(), note: z.string() }).nullable(),
  dischargedOn: z.string().nullable(),
  destination: z.string().nullable(),
  /** Days so far, or of the whole stay. */
  days: z.int(),
  /** Days for which the person was ready to leave and could not. */
  daysLost: z.int(),
  /** Null where nothing is to follow. */
  followUp: z
    .object({
      dueOn: z.string(),
      doneOn: z.string().nullable(),
      contactId: idSchema.nullable(),
      owner: z.string().nullable(),
    })
    .nullable(),
  /** Null for all but reablement. */
  day91: z.object({ dueOn: z.string(), outcome: z.string().nullable() }).nullable(),
};

/** A stay on the page of its person. */
export const stayView = z.object({
  ...stayFacts,
  heads: headsSchema,
  reason: z.string(),
  /** Items of the discharge checklist that somebody ticked. */
  checklist: z.array(z.object({ item: z.string(), how: z.string(), on: z.string(), by: z.string() })),
  recordedBy: z.string(),
  voided: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type StayView = z.output<typeof stayView>;

/** A stay in the list of who is away. */
export const awayRow = z.object({
  ...stayFacts,
  person: z.object({
    id: idSchema,
    name: nameView,
    birth: personFieldViews.birth,
    nhsNumber: z.string().nullable(),
  }),
  neighbourhood: placeView,
  coordinator: placeView.nullable(),
});
export type AwayRow = z.output<typeof awayRow>;
