import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { caseloadRow, casePerson } from './caseload.ts';
import { query } from './endpoint.ts';
import { placeView } from './person-view.ts';
import { promptView } from './prompt-view.ts';
import { taskView } from './task-view.ts';

/** The first lines of a group and how many there are in all. */
const group = <T extends z.ZodType>(line: T) => z.object({ total: z.int(), rows: z.array(line) });

/** A case with, in one sentence, why it is shown. */
const caseLine = z.object({ row: caseloadRow, reason: z.string() });
export type CaseLine = z.output<typeof caseLine>;

const diaryLine = z.object({
  contactId: idSchema,
  caseId: idSchema.nullable(),
  startsAt: z.string(),
  minutes: z.int().nullable(),
  mechanism: z.string(),
  location: z.string().nullable(),
  purpose: z.string().nullable(),
  /** Null when the person is not one of this worker's. */
  person: casePerson.nullable(),
  /** A group session stands for all of its people. */
  group: z.object({ id: idSchema, title: z.string(), people: z.int() }).nullable(),
  reason: z.string(),
});
export type DiaryLine = z.output<typeof diaryLine>;

const transferLine = z.object({
  transferId: idSchema,
  case: caseloadRow,
  from: placeView.nullable(),
  /** Null: whoever covers. */
  to: placeView.nullable(),
  proposedBy: placeView,
  proposedAt: z.string(),
  /** Why the handover was proposed. */
  why: z.string(),
  returnOn: z.string().nullable(),
  /** Why it was declined. */
  declined: z.string().nullable(),
  reason: z.string(),
});
export type TransferLine = z.output<typeof transferLine>;

/** A task with, in one sentence, why it is shown. */
const taskLine = z.object({ task: taskView, reason: z.string() });
export type TaskLine = z.output<typeof taskLine>;

/** A prompt of one of the own cases. */
const promptLine = z.object({ row: caseloadRow, prompt: promptView });
export type PromptLine = z.output<typeof promptLine>;

const cases = group(caseLine);
const contacts = group(diaryLine);
const transfers = group(transferLine);

export const today = {
  'today.overview': query({
    summary: 'What needs the worker now, in groups, each line with its reason in one sentence.',
    input: z.object({}),
    output: z.object({
      date: z.string(),
      overdue: cases,
      dueToday: cases,
      dueThisWeek: cases,
      /** Planned for the rest of today. */
      diary: contacts,
      /** Planned for a time that has passed, without an outcome. */
      withoutOutcome: contacts,
      toAccept: transfers,
      waiting: transfers,
      /** Own proposals that were declined in the last 14 days and still need somebody. */
      declined: transfers,
      /** Cases covered for somebody whose return date has come. */
      handBack: transfers,
      /** Own tasks, and those of the team that nobody has taken, which are due or urgent. */
      tasks: group(taskLine),
      /** Of own cases; what stands in the groups above already (no contact in time, missed twice) is not said again. */
      prompts: group(promptLine),
      missedTwice: cases,
      newlyMine: cases,
      /** For team leads. */
      unallocated: cases.nullable(),
      /** Unfinished cases on which the worker is coordinator or behaviourist. */
      openCases: z.int(),
    }),
    access: 'cases.read',
    audit: { action: 'today-read', burstSeconds: 30 },
    topics: [
      'cases',
      'people',
      'contacts',
      'tasks',
      'plans',
      'assessments',
      'pathways',
      'checks',
      'stays',
      'settings',
      'team',
    ],
  }),
};
