import { z } from 'zod';
import { instantSchema, isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { line, note } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { nameView, personFieldViews, workerView } from './person-view.ts';

/** A ruler as the person set it, 0 (not at all) to 10. */
const ruler = z.int().min(0).max(10).nullable();

/** The behaviour-change part of a contact. Goals are in the person's words, rated −2 (much less than hoped) to +2. */
export const behaviourSchema = z.object({
  techniques: z.array(codeSchema('behaviour-technique')).max(25).default([]),
  readiness: ruler.default(null),
  importance: ruler.default(null),
  confidence: ruler.default(null),
  stage: codeSchema('stage-of-change').nullable().default(null),
  homework: note(2000).default(''),
  goals: z
    // `goalId`: the goal of the care plan that is rated again; its words are kept beside, as they were then.
    .array(z.object({ goal: line(200), rating: z.int().min(-2).max(2), goalId: idSchema.optional() }))
    .max(20)
    .default([]),
});
export type Behaviour = z.output<typeof behaviourSchema>;

/** One brief intervention: what it was about and what the person answered. */
export const interventionSchema = z.object({
  code: codeSchema('brief-intervention'),
  response: codeSchema('brief-intervention-response'),
});

/** What may be typed about a contact, field by field, without defaults: an amendment names some of them. */
export const contactFields = {
  /** UTC instant of its start. */
  startsAt: instantSchema,
  attendance: codeSchema('attendance'),
  mechanism: codeSchema('consultation-mechanism'),
  minutes: z.int().nullable(),
  subject: codeSchema('contact-subject').nullable(),
  location: codeSchema('activity-location').nullable(),
  cancellation: z.object({ reason: codeSchema('cancellation-reason') }).nullable(),
  consultationType: codeSchema('consultation-type').nullable(),
  activities: z.array(codeSchema('activity-type')).max(13),
  purpose: codeSchema('contact-purpose').nullable(),
  note: note(20_000),
  /** Workers who were there too. */
  jointWith: z.array(idSchema).max(20),
  nextDueOn: isoDateSchema.nullable(),
  behaviour: behaviourSchema.nullable(),
  interventions: z.array(interventionSchema).max(15),
};

/** Fields of an appointment before it happens. */
export const planFields = {
  startsAt: contactFields.startsAt,
  mechanism: contactFields.mechanism,
  minutes: contactFields.minutes,
  location: contactFields.location,
  purpose: contactFields.purpose,
  note: contactFields.note,
  jointWith: contactFields.jointWith,
};

/** An appointment with what may be left out. */
export const planShape = {
  ...planFields,
  minutes: planFields.minutes.default(null),
  location: planFields.location.default(null),
  purpose: planFields.purpose.default(null),
  note: planFields.note.default(''),
  jointWith: planFields.jointWith.default([]),
};

/** Enough of a person to know whom a contact is with. */
export const contactPerson = z.object({
  id: idSchema,
  name: nameView,
  birth: personFieldViews.birth,
  nhsNumber: z.string().nullable(),
  deceased: z.boolean(),
});

/** A contact as it is shown. Codes are text: an entry of a newer version is shown with codes that this one does not know. */
export const contactView = z.object({
  id: idSchema,
  heads: headsSchema,
  caseId: idSchema.nullable(),
  person: contactPerson,
  worker: workerView,
  jointWith: z.array(workerView),
  group: z.object({ id: idSchema, title: z.string(), people: z.int() }).nullable(),
  startsAt: z.string(),
  attendance: z.string().nullable(),
  mechanism: z.string(),
  minutes: z.int().nullable(),
  subject: z.string().nullable(),
  location: z.string().nullable(),
  cancellation: z.object({ reason: z.string() }).nullable(),
  consultationType: z.string().nullable(),
  activities: z.array(z.string()),
  purpose: z.string().nullable(),
  note: z.string(),
  nextDueOn: z.string().nullable(),
  behaviour: z
    .object({
      techniques: z.array(z.string()),
      readiness: z.int().nullable(),
      importance: z.int().nullable(),
      confidence: z.int().nullable(),
      stage: z.string().nullable(),
      homework: z.string(),
      goals: z.array(z.object({ goal: z.string(), rating: z.int(), goalId: z.string().optional() })),
    })
    .nullable(),
  interventions: z.array(z.object({ code: z.string(), response: z.string() })),
  voided: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type ContactView = z.output<typeof contactView>;
