import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { line, note, requiredNote } from '../domain/plain-text.ts';
import { taskPriorities } from '../domain/task-rules.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { nameView } from './person-view.ts';

const aboutEnrolment = ({ enrolmentId }: { enrolmentId: string }) => [{ enrolment: enrolmentId }];
const objectEnrolment = ({ enrolmentId }: { enrolmentId: string }) => enrolmentId;
// An alert is always a task as well.
const topics = ['stays', 'tasks', 'people', 'drafts'] as const;

const alertView = z.object({
  id: idSchema,
  raisedAt: z.string(),
  words: z.string(),
  taskId: idSchema,
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  status: z.string(),
  outcome: z.string().nullable(),
});
export type AlertView = z.output<typeof alertView>;

const enrolmentView = z.object({
  id: idSchema,
  heads: headsSchema,
  kit: z.string(),
  startedOn: z.string(),
  ended: z.object({ on: z.string(), reason: z.string() }).nullable(),
  note: z.string(),
  recordedBy: z.string(),
  /** Newest first. */
  alerts: z.array(alertView),
});
export type EnrolmentView = z.output<typeof enrolmentView>;

/** Telehealth and assistive technology (R17): who has which kit, and alerts that always have an owner. */
export const telehealth = {
  'telehealth.ofPerson': query({
    summary: 'The telehealth of a person with its alerts, that in use first.',
    input: z.object({ personId: idSchema }),
    output: z.object({ enrolments: z.array(enrolmentView) }),
    access: 'stays.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'telehealth-read', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['stays', 'tasks', 'team'],
  }),
  'telehealth.enrol': command({
    summary: 'Records that somebody has a kit at home.',
    input: z.object({
      personId: idSchema,
      kit: codeSchema('telehealth-kit'),
      startedOn: isoDateSchema,
      note: note(500).default(''),
    }),
    output: z.object({ enrolmentId: idSchema }),
    access: 'stays.write',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'telehealth-enrolled', object: (_, output) => output?.enrolmentId ?? null },
    topics,
  }),
  'telehealth.end': command({
    summary: 'Ends telehealth, with the reason; or takes the end back.',
    input: z.object({
      enrolmentId: idSchema,
      heads: headsSchema,
      ended: z.object({ on: isoDateSchema, reason: codeSchema('telehealth-end-reason') }).nullable(),
    }),
    output: z.object({}),
    access: 'stays.write',
    about: aboutEnrolment,
    audit: { action: 'telehealth-ended', object: objectEnrolment, fields: () => ['ended'] },
    topics,
  }),
  'telehealth.void': command({
    summary: 'Marks telehealth as recorded in error, with the reason; by its author or a team lead.',
    input: z.object({ enrolmentId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'stays.write',
    about: aboutEnrolment,
    audit: { action: 'telehealth-voided', object: objectEnrolment },
    topics,
  }),
  'telehealth.alert': command({
    summary: 'Records an alert as the task of a worker; without an owner it is refused.',
    input: z.object({
      enrolmentId: idSchema,
      words: line(200),
      /** Null is refused: an alert that nobody owns is how harm happens. */
      ownerId: idSchema.nullable(),
      dueOn: isoDateSchema,
      priority: z.enum(taskPriorities).default('urgent'),
    }),
    output: z.object({ alertId: idSchema, taskId: idSchema }),
    access: 'stays.write',
    about: aboutEnrolment,
    audit: { action: 'telehealth-alert', object: (_, output) => output?.alertId ?? null },
    topics,
  }),
  'telehealth.voidAlert': command({
    summary: 'Marks an alert as recorded in error, with the reason; its open task goes with it.',
    input: z.object({ alertId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'stays.write',
    about: ({ alertId }) => [{ alert: alertId }],
    audit: { action: 'telehealth-alert-voided', object: ({ alertId }) => alertId },
    topics,
  }),
  'telehealth.openAlerts': query({
    summary: 'Alerts whose task is open: of my people or my team, the longest open first.',
    input: z.object({ whose: z.enum(['mine', 'team']).default('mine') }),
    output: z.object({
      rows: z.array(alertView.extend({ kit: z.string(), person: z.object({ id: idSchema, name: nameView }) })),
    }),
    access: 'stays.read',
    audit: { action: 'telehealth-alerts-read', burstSeconds: 30 },
    topics: ['stays', 'tasks', 'people', 'cases'],
  }),
};
