import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { line } from '../domain/plain-text.ts';
import { taskPriorities } from '../domain/task-rules.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { casePerson } from './caseload.ts';
import { placeView } from './person-view.ts';

/** What is typed about a task. */
export const taskFields = {
  words: line(300),
  dueOn: isoDateSchema.nullable(),
  priority: z.enum(taskPriorities),
};

/** A task as lists show it. */
export const taskView = z.object({
  id: idSchema,
  heads: headsSchema,
  words: z.string(),
  dueOn: z.string().nullable(),
  priority: z.string(),
  /** What made it; `words` says so, `id` is that row (for a prompt its key), null for a task added by hand. */
  origin: z.object({ kind: z.string(), id: z.string().nullable(), words: z.string() }),
  /** Null: the team of its neighbourhood. */
  owner: placeView.nullable(),
  /** Null when it is about nobody in particular, or about somebody whose record is not this worker's to see. */
  person: casePerson.nullable(),
  personHidden: z.boolean(),
  caseId: idSchema.nullable(),
  neighbourhood: placeView,
  createdAt: z.string(),
  createdBy: placeView,
  state: z.object({
    status: z.string(),
    at: z.string(),
    by: placeView.nullable(),
    outcome: z.string().nullable(),
  }),
  /** While it is put off: until when, and why. */
  snooze: z.object({ until: z.string(), reason: z.string(), by: placeView }).nullable(),
});
export type TaskView = z.output<typeof taskView>;
