import { z } from 'zod';
import { codeSchema } from '../domain/code-lists.ts';
import { line, note, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { contactFields, contactPerson, contactView, interventionSchema, planShape } from './contact-entry.ts';
import { draftView } from './drafts.ts';
import { command, query } from './endpoint.ts';
import { workerView } from './person-view.ts';

/** A contact that has happened (or was called off), with what may be left out. */
const logShape = {
  ...contactFields,
  minutes: contactFields.minutes.default(null),
  subject: contactFields.subject.default(null),
  location: contactFields.location.default(null),
  cancellation: contactFields.cancellation.default(null),
  consultationType: contactFields.consultationType.default(null),
  activities: contactFields.activities.default([]),
  purpose: contactFields.purpose.default(null),
  note: contactFields.note.default(''),
  jointWith: contactFields.jointWith.default([]),
  nextDueOn: contactFields.nextDueOn.default(null),
  behaviour: contactFields.behaviour.default(null),
  interventions: contactFields.interventions.default([]),
};

/** What this worker chose last, as a new entry begins. Codes that no longer exist are left out. */
const choices = z.object({
  mechanism: codeSchema('consultation-mechanism'),
  /** By mechanism: a visit and a call do not take the same time. */
  by: z.record(
    z.string(),
    z.object({
      minutes: z.int().nullable(),
      location: codeSchema('activity-location').nullable(),
      activities: z.array(codeSchema('activity-type')),
      purpose: codeSchema('contact-purpose').nullable(),
    }),
  ),
});

const prepared = z.object({
  person: contactPerson.nullable(),
  /** Cases that are not closed. */
  cases: z.array(
    z.object({
      id: idSchema,
      neighbourhood: z.string(),
      status: z.string(),
      openedOn: z.string(),
      coordinator: z.string().nullable(),
    }),
  ),
  /** The case that the entry most likely belongs to. */
  caseId: idSchema.nullable(),
  choices,
  /** First contact of that case: nothing of it has been seen before. */
  first: z.boolean(),
  missedInRow: z.int(),
  /** Planned for this person until the end of today, and the one asked for, newest first: the entry may complete one. */
  planned: z.array(
    z.object({
      id: idSchema,
      heads: headsSchema,
      startsAt: z.string(),
      mechanism: z.string(),
      minutes: z.int().nullable(),
      location: z.string().nullable(),
      purpose: z.string().nullable(),
      note: z.string(),
      worker: workerView,
    }),
  ),
  /** When the next contact would be due by the need tier if this one succeeds today; null without an open case. */
  due: z.object({ on: z.string(), sentence: z.string() }).nullable(),
  /** Rulers and goals of the last contact that recorded any. */
  lastBehaviour: z
    .object({
      at: z.string(),
      readiness: z.int().nullable(),
      importance: z.int().nullable(),
      confidence: z.int().nullable(),
      stage: z.string().nullable(),
      goals: z.array(z.object({ goal: z.string(), rating: z.int() })),
    })
    .nullable(),
  /** Active goals of the care plan, the most important first: they can be rated again in the entry. */
  goals: z.array(
    z.object({
      id: idSchema,
      words: z.string(),
      /** What the five levels mean for this goal, by `-2` … `2`. */
      scale: z.record(z.string(), z.string()).nullable(),
      lastRating: z.int().nullable(),
    }),
  ),
  /** Whether the behaviour-change part opens by itself. */
  behaviourOpen: z.boolean(),
  colleagues: z.array(workerView),
  draft: draftView.nullable(),
});

/** One line of a contact's history. Values are as stored: codes, numbers, lists. */
const historyEntry = z.object({
  at: z.string(),
  by: z.string(),
  /** `undone`: its outcome was taken back, so that it is planned again. */
  what: z.enum(['planned', 'replanned', 'logged', 'amended', 'undone', 'voided']),
  fields: z.array(z.object({ field: z.string(), before: z.json(), after: z.json() })),
});

/** Care contacts: before, at and after the entry. */
export const contacts = {
  'contacts.prepare': query({
    summary: 'What the panel for a new care contact begins with.',
    input: z.object({
      personId: idSchema.nullable().default(null),
      caseId: idSchema.nullable().default(null),
      /** The planned contact whose outcome is to be recorded, though its day may still be ahead. */
      contactId: idSchema.nullable().default(null),
    }),
    output: prepared,
    access: 'contacts.write',
    about: ({ personId, caseId }) => [
      ...(personId ? [{ person: personId }] : []),
      ...(caseId ? [{ case: caseId }] : []),
    ],
    audit: { action: 'contact-started', object: ({ personId, caseId }) => personId ?? caseId, burstSeconds: 30 },
    topics: ['contacts', 'cases', 'people', 'team', 'drafts', 'plans'],
  }),
  'contacts.log': command({
    summary: 'Records a care contact that took place, was missed or was called off; may complete a planned one.',
    input: z.object({
      personId: idSchema,
      caseId: idSchema.nullable().default(null),
      ...logShape,
      /** The planned contact that this completes, as it was shown. */
      completes: z.object({ contactId: idSchema, heads: headsSchema }).nullable().default(null),
      /** The next appointment, planned at the same time. */
      plan: z.object(planShape).nullable().default(null),
    }),
    output: z.object({ contactId: idSchema, plannedId: idSchema.nullable() }),
    access: 'contacts.write',
    about: ({ personId }) => [{ person: personId }],
    audit: {
      action: 'contact-logged',
      object: (_, output) => output?.contactId ?? null,
      fields: ({ completes }) => (completes ? ['completed'] : []),
    },
    topics: ['contacts', 'cases', 'people', 'drafts', 'plans'],
  }),
  'contacts.logGroup': command({
    summary: 'Records a group session: one entry, a contact for each person with their attendance.',
    input: z.object({
      title: line(120),
      startsAt: contactFields.startsAt,
      minutes: z.int(),
      location: contactFields.location.default(null),
      mechanism: contactFields.mechanism.default('01'),
      purpose: contactFields.purpose.default(null),
      activities: contactFields.activities.default([]),
      note: note(20_000).default(''),
      jointWith: contactFields.jointWith.default([]),
      people: z
        .array(
          z.object({
            personId: idSchema,
            attendance: contactFields.attendance,
            cancellation: contactFields.cancellation.default(null),
            note: note(20_000).default(''),
            interventions: z.array(interventionSchema).max(15).default([]),
          }),
        )
        .min(1, 'Add at least one person')
        .max(60, 'At most 60 people in one entry'),
    }),
    output: z.object({ groupId: idSchema, contactIds: z.array(idSchema) }),
    access: 'contacts.write',
    about: ({ people }) => people.map(({ personId }) => ({ person: personId })),
    audit: { action: 'group-contact-logged', object: (_, output) => output?.groupId ?? null },
    topics: ['contacts', 'cases', 'people', 'drafts'],
  }),
  'contacts.undo': command({
    summary: 'Takes back an entry that was just logged: voids what it made, and plans again what it completed.',
    input: z.object({ contactIds: z.array(idSchema).min(1).max(60) }),
    output: z.object({}),
    access: 'contacts.write',
    about: ({ contactIds }) => contactIds.map((contact) => ({ contact })),
    audit: { action: 'contact-undone', object: ({ contactIds }) => contactIds[0] ?? null },
    topics: ['contacts', 'cases', 'people', 'plans'],
  }),
  'contacts.open': query({
    summary: 'One care contact with the history of its amendments.',
    input: z.object({ contactId: idSchema }),
    output: z.object({
      contact: contactView,
      history: z.array(historyEntry),
      /** Fields for which two entries stand side by side, each with its values, the shown one first. */
      contested: z.array(
        z.object({
          field: z.string(),
          /** Name of the stored field: `field` of `people.resolveConflict`. */
          column: z.string(),
          /** `change` is what settles it: `keep` of `people.resolveConflict`. */
          values: z.array(z.object({ change: z.string(), value: z.json(), at: z.string(), by: z.string() })),
        }),
      ),
      colleagues: z.array(workerView),
      mayAmend: z.boolean(),
      mayVoid: z.boolean(),
    }),
    access: 'contacts.read',
    about: ({ contactId }) => [{ contact: contactId }],
    audit: { action: 'contact-read', object: ({ contactId }) => contactId, burstSeconds: 30 },
    topics: ['contacts', 'people', 'team'],
  }),
  'contacts.amend': command({
    summary: 'Changes fields of an own entry; what it said before stays in its history.',
    input: z.object({
      contactId: idSchema,
      heads: headsSchema,
      patch: z.object(contactFields).partial(),
    }),
    output: z.object({ changed: z.array(z.string()) }),
    access: 'contacts.write',
    about: ({ contactId }) => [{ contact: contactId }],
    audit: {
      action: 'contact-amended',
      object: ({ contactId }) => contactId,
      fields: ({ patch }) => Object.keys(patch),
    },
    topics: ['contacts', 'cases', 'people', 'plans'],
  }),
  'contacts.void': command({
    summary: 'Marks an entry as void, with the reason. By its author or a team lead.',
    input: z.object({ contactId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'contacts.write',
    about: ({ contactId }) => [{ contact: contactId }],
    // The reason stands in the entry; it may hold personal data, which the audit trail must not.
    audit: { action: 'contact-voided', object: ({ contactId }) => contactId },
    topics: ['contacts', 'cases', 'people', 'plans'],
  }),
};
