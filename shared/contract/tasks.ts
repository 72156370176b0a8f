import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { note, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { command, query, type Subject } from './endpoint.ts';
import { taskFields, taskView } from './task-view.ts';

export const taskStates = ['open', 'snoozed', 'done', 'cancelled'] as const;
export const taskDues = ['overdue', 'today', 'week', 'none'] as const;

const one = { taskId: idSchema, heads: headsSchema };
const many = z.array(idSchema).min(1).max(200);
const aboutTask = ({ taskId }: { taskId: string }) => [{ task: taskId }];
const objectTask = ({ taskId }: { taskId: string }) => taskId;
// A prompt or a plan may have made the task, and its state shows there.
const topics = ['tasks', 'plans', 'cases'] as const;
const changed = z.object({ changed: z.array(z.string()) });

/**
 * Tasks: what has to be done, by when, by whom, and what made it. A task may be about nobody; without an owner it belongs to
 * the team of its neighbourhood. Other parts of the record (plans, stays, pathways, alerts) add tasks of their own.
 */
export const tasks = {
  'tasks.list': query({
    summary: 'A window of the own tasks, or of those of the own teams, the most pressing first.',
    input: z.object({
      whose: z.enum(['mine', 'team']).default('mine'),
      /** Open tasks that are not put off, when left out. */
      state: z.enum(taskStates).default('open'),
      due: z.enum(taskDues).optional(),
      /** Of the team's tasks: those of one worker. */
      ownerId: idSchema.optional(),
      /** Of the team's tasks: those that nobody has taken. */
      nobody: z.boolean().optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ total: z.int(), rows: z.array(taskView) }),
    access: 'tasks.read',
    audit: { action: 'tasks-read', burstSeconds: 30 },
    topics: ['tasks', 'people', 'team'],
  }),
  'tasks.ofPerson': query({
    summary: 'Open tasks about a person and the last ones that were done.',
    input: z.object({ personId: idSchema }),
    output: z.object({ open: z.array(taskView), done: z.array(taskView) }),
    access: 'tasks.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'person-tasks', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['tasks', 'team'],
  }),
  'tasks.open': query({
    summary: 'One task with everything about it.',
    input: z.object({ taskId: idSchema }),
    output: taskView,
    access: 'tasks.read',
    about: aboutTask,
    audit: { action: 'task-read', object: objectTask, burstSeconds: 30 },
    topics: ['tasks', 'people', 'team'],
  }),
  'tasks.add': command({
    summary: 'Adds a task, about a person or about nobody, for oneself, a colleague, or the team.',
    input: z
      .object({
        personId: idSchema.nullable().default(null),
        caseId: idSchema.nullable().default(null),
        /** Needed for a task about nobody. */
        neighbourhoodId: idSchema.nullable().default(null),
        ownerId: idSchema.nullable(),
        ...taskFields,
      })
      .refine(({ personId, neighbourhoodId }) => personId !== null || neighbourhoodId !== null, {
        path: ['neighbourhoodId'],
        message: 'Say whose team the task belongs to',
      }),
    output: z.object({ taskId: idSchema }),
    access: 'tasks.write',
    about: ({ personId, caseId, neighbourhoodId }): Subject[] => [
      ...(personId === null ? [] : [{ person: personId }]),
      ...(caseId === null ? [] : [{ case: caseId }]),
      ...(personId === null && neighbourhoodId !== null ? [{ neighbourhood: neighbourhoodId }] : []),
    ],
    audit: { action: 'task-added', object: (_, output) => output?.taskId ?? null },
    topics,
  }),
  'tasks.edit': command({
    summary: 'Changes what a task says, when it is due, how pressing it is, or who has it.',
    input: z.object({
      ...one,
      patch: z.object({ ...taskFields, ownerId: idSchema.nullable() }).partial(),
    }),
    output: changed,
    access: 'tasks.write',
    about: aboutTask,
    audit: { action: 'task-edited', object: objectTask, fields: ({ patch }) => Object.keys(patch) },
    topics,
  }),
  'tasks.finish': command({
    summary: 'Marks a task as done, with what came of it.',
    input: z.object({ ...one, outcome: note(1000).default('') }),
    output: z.object({}),
    access: 'tasks.write',
    about: aboutTask,
    audit: { action: 'task-done', object: objectTask, fields: () => ['state'] },
    topics,
  }),
  'tasks.cancel': command({
    summary: 'Calls a task off, with the reason.',
    input: z.object({ ...one, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'tasks.write',
    about: aboutTask,
    audit: { action: 'task-cancelled', object: objectTask, fields: () => ['state'] },
    topics,
  }),
  'tasks.snooze': command({
    summary: 'Puts a task off until a day, with the reason; it comes back by itself.',
    input: z.object({ ...one, until: isoDateSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'tasks.write',
    about: aboutTask,
    audit: { action: 'task-snoozed', object: objectTask, fields: () => ['snooze'] },
    topics,
  }),
  'tasks.wake': command({
    summary: 'Takes a task up again before the day until which it was put off.',
    input: z.object(one),
    output: z.object({}),
    access: 'tasks.write',
    about: aboutTask,
    audit: { action: 'task-woken', object: objectTask, fields: () => ['snooze'] },
    topics,
  }),
  'tasks.takeOver': command({
    summary: 'Takes a task of the team or of a colleague upon oneself.',
    input: z.object(one),
    output: z.object({}),
    access: 'tasks.write',
    about: aboutTask,
    audit: { action: 'task-taken', object: objectTask, fields: () => ['owner'] },
    topics,
  }),
  'tasks.reassign': command({
    summary: 'Gives tasks to a worker, or back to the team; all of them or none.',
    input: z.object({ taskIds: many, ownerId: idSchema.nullable() }),
    output: z.object({ changed: z.int() }),
    access: 'tasks.reassign',
    about: ({ taskIds }) => taskIds.map((id) => ({ task: id })),
    audit: { action: 'tasks-reassigned', object: ({ taskIds }) => taskIds.join(','), fields: () => ['owner'] },
    topics,
  }),
  'tasks.undo': command({
    summary: 'Takes back what one command of this worker just did to tasks; the entry stays in the history.',
    input: z.object({ taskIds: many }),
    output: z.object({}),
    access: 'tasks.write',
    about: ({ taskIds }) => taskIds.map((id) => ({ task: id })),
    audit: { action: 'task-undone', object: ({ taskIds }) => taskIds.join(','), fields: () => ['state'] },
    topics,
  }),
};
