import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { note } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { contactFields, contactPerson, planFields, planShape } from './contact-entry.ts';
import { command, query } from './endpoint.ts';
import { workerView } from './person-view.ts';

const entry = z.object({
  id: idSchema,
  heads: headsSchema,
  startsAt: z.string(),
  minutes: z.int().nullable(),
  mechanism: z.string(),
  location: z.string().nullable(),
  purpose: z.string().nullable(),
  /** Null while it is planned. */
  attendance: z.string().nullable(),
  note: z.string(),
  worker: workerView,
  jointWith: z.array(workerView),
  /** Title of the group session, if it was one. */
  group: z.string().nullable(),
  caseId: idSchema.nullable(),
  /** Null when the person is not one of this worker's teams. */
  person: contactPerson.nullable(),
});
export type DiaryEntry = z.output<typeof entry>;

/** Planned contacts: a care contact before it happens. */
export const diary = {
  'contacts.diary': query({
    summary: 'The contacts of a worker in a range of days, planned and done, in order of time.',
    input: z.object({
      from: isoDateSchema,
      to: isoDateSchema,
      /** Whose diary; the own one if left out. */
      workerId: idSchema.nullable().default(null),
    }),
    output: z.object({
      worker: workerView,
      entries: z.array(entry),
      /** Planned before `from` and still without an outcome. */
      overdue: z.array(entry),
      colleagues: z.array(workerView),
    }),
    access: 'contacts.read',
    audit: { action: 'diary-read', object: ({ workerId }) => workerId, burstSeconds: 30 },
    topics: ['contacts', 'people', 'team'],
  }),
  'contacts.plan': command({
    summary: 'Puts a contact with a person into a diary.',
    input: z.object({
      personId: idSchema,
      caseId: idSchema.nullable().default(null),
      /** In whose diary; the own one if left out. */
      workerId: idSchema.nullable().default(null),
      ...planShape,
    }),
    output: z.object({ contactId: idSchema }),
    access: 'contacts.write',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'contact-planned', object: (_, output) => output?.contactId ?? null },
    topics: ['contacts', 'cases', 'people'],
  }),
  'contacts.replan': command({
    summary: 'Moves or changes a planned contact.',
    input: z.object({
      contactId: idSchema,
      heads: headsSchema,
      patch: z.object({ ...planFields, workerId: idSchema }).partial(),
    }),
    output: z.object({ changed: z.array(z.string()) }),
    access: 'contacts.write',
    about: ({ contactId }) => [{ contact: contactId }],
    audit: {
      action: 'contact-replanned',
      object: ({ contactId }) => contactId,
      fields: ({ patch }) => Object.keys(patch),
    },
    topics: ['contacts', 'cases', 'people'],
  }),
  'contacts.cancelPlanned': command({
    summary: 'Calls off a planned contact, saying by whom and why.',
    input: z.object({
      contactId: idSchema,
      heads: headsSchema,
      /** 2: by the person or for them; 4: by us. */
      attendance: codeSchema('attendance').extract(['2', '4']),
      cancellation: contactFields.cancellation.unwrap(),
      note: note(20_000).default(''),
    }),
    output: z.object({}),
    access: 'contacts.write',
    about: ({ contactId }) => [{ contact: contactId }],
    audit: { action: 'contact-cancelled', object: ({ contactId }) => contactId },
    topics: ['contacts', 'cases', 'people'],
  }),
};
