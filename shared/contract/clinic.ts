import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { contactPerson } from './contact-entry.ts';
import { query } from './endpoint.ts';
import { workerView } from './person-view.ts';

const appointment = z.object({
  contactId: idSchema,
  startsAt: z.string(),
  minutes: z.int().nullable(),
  /** Null while it is still to come. */
  attendance: z.string().nullable(),
  purpose: z.string().nullable(),
  person: contactPerson,
  /** What was agreed at the last session that recorded behaviour-change work; null when there was none. */
  last: z
    .object({ at: z.string(), homework: z.string(), confidence: z.int().nullable(), goals: z.array(z.string()) })
    .nullable(),
});

const watched = z.object({
  person: contactPerson,
  caseId: idSchema,
  sessions: z.int(),
  lastSeenAt: z.string().nullable(),
  nextPlannedAt: z.string().nullable(),
  /** In one sentence. */
  reason: z.string(),
});

/** A behaviourist's view of the work: today's practice clinics, and whom to think about again. */
export const clinic = {
  'clinic.open': query({
    summary: 'A behaviourist’s appointments of today by practice, who is not improving and who has stopped coming.',
    input: z.object({
      /** Whose clinic; the own one if left out. A lead may open those of their teams. */
      workerId: idSchema.nullable().default(null),
    }),
    output: z.object({
      worker: workerView,
      /** Behaviourists whose clinics this worker may open, beside the own one. */
      behaviourists: z.array(workerView),
      practices: z.array(z.object({ name: z.string(), appointments: z.array(appointment) })),
      /** Open cases with this behaviourist. */
      cases: z.int(),
      notImproving: z.array(watched),
      stoppedComing: z.array(watched),
    }),
    access: 'supervision.read',
    audit: { action: 'clinic-read', object: ({ workerId }) => workerId, burstSeconds: 30 },
    topics: ['contacts', 'cases', 'people', 'assessments', 'team'],
  }),
  'clinic.person': query({
    summary: 'The course of one person: rulers, goals and attendance over time. Scores come with `instruments.open`.',
    input: z.object({ personId: idSchema }),
    output: z.object({
      /** Oldest first. */
      rulers: z.array(
        z.object({
          contactId: idSchema,
          at: z.string(),
          readiness: z.int().nullable(),
          importance: z.int().nullable(),
          confidence: z.int().nullable(),
        }),
      ),
      /** In the person's words, each with its ratings from −2 to +2, oldest first. */
      goals: z.array(
        z.object({
          goal: z.string(),
          ratings: z.array(z.object({ id: z.string(), at: z.string(), rating: z.int() })),
        }),
      ),
      /** The last 20 contacts that were to take place, newest first. */
      attendance: z.array(
        z.object({
          contactId: idSchema,
          at: z.string(),
          attendance: z.string(),
          purpose: z.string().nullable(),
          worker: workerView,
        }),
      ),
    }),
    access: 'assessments.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'progress-read', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['contacts', 'plans', 'people', 'team'],
  }),
};
