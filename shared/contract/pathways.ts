import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { stepSchema, suggestSchema } from '../domain/pathways.ts';
import { line, note, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { workerView } from './person-view.ts';

/** How a step was settled. `withPathway`: it was open when the whole pathway was ended. */
const resultView = z.object({
  how: z.enum(['done', 'not-needed']),
  on: z.string(),
  by: z.string(),
  evidence: z.string().nullable(),
  reason: z.string().nullable(),
  withPathway: z.boolean(),
});

const stepView = z.object({
  id: idSchema,
  heads: headsSchema,
  code: z.string(),
  words: z.string(),
  who: z.string(),
  /** What shows that it is done. */
  evidence: z.string().nullable(),
  dueOn: z.string().nullable(),
  result: resultView.nullable(),
  /** The newest task that was made of it. */
  task: z.object({ id: idSchema, status: z.string(), owner: z.string().nullable() }).nullable(),
});
export type PathwayStepView = z.infer<typeof stepView>;

const pathwayView = z.object({
  id: idSchema,
  heads: headsSchema,
  caseId: idSchema,
  templateId: idSchema,
  name: z.string(),
  about: z.string(),
  /** Of the template, when the pathway began; the template may have changed since. */
  version: z.int(),
  startedOn: z.string(),
  startedBy: workerView.nullable(),
  ended: z.object({ how: z.string(), on: z.string(), by: z.string(), note: z.string().nullable() }).nullable(),
  /** The case was closed: nothing more is due. */
  caseClosed: z.boolean(),
  progress: z.object({
    done: z.int(),
    notNeeded: z.int(),
    open: z.int(),
    overdue: z.int(),
    nextDueOn: z.string().nullable(),
  }),
  steps: z.array(stepView),
});
export type PathwayView = z.infer<typeof pathwayView>;

const templateView = z.object({
  id: idSchema,
  heads: headsSchema,
  name: z.string(),
  about: z.string(),
  version: z.int(),
  endedOn: z.string().nullable(),
  suggest: suggestSchema,
  steps: z.array(stepSchema),
  /** Open pathways on this device that began with it. */
  inUse: z.int(),
});
export type PathwayTemplateView = z.infer<typeof templateView>;

/** Pathways of cases, and the templates that they begin with. */
export const pathways = {
  'pathways.ofPerson': query({
    summary: 'The pathways of a person with their steps, and those that could begin, each with what speaks for it.',
    input: z.object({ personId: idSchema }),
    output: z.object({
      /** Under way first, then ended ones, newest first. */
      pathways: z.array(pathwayView),
      available: z.array(
        z.object({
          templateId: idSchema,
          name: z.string(),
          about: z.string(),
          version: z.int(),
          steps: z.array(z.object({ words: z.string(), who: z.string(), dueOn: z.string() })),
          /** What on record speaks for it, one sentence each. */
          reasons: z.array(z.string()),
        }),
      ),
      /** Cases that a pathway can begin on. */
      cases: z.array(z.object({ id: idSchema, neighbourhood: z.string() })),
    }),
    access: 'pathways.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'pathways-read', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['pathways', 'people', 'cases', 'tasks', 'stays', 'team'],
  }),
  'pathways.start': command({
    summary: 'Begins a pathway on a case: its steps get their due dates.',
    input: z.object({
      caseId: idSchema,
      templateId: idSchema,
      /** As it was shown: a template that changed meanwhile is shown again first. */
      version: z.int(),
      startedOn: isoDateSchema.optional(),
    }),
    output: z.object({ pathwayId: idSchema }),
    access: 'pathways.write',
    about: ({ caseId }) => [{ case: caseId }],
    audit: { action: 'pathway-started', object: (_, output) => output?.pathwayId ?? null },
    topics: ['pathways', 'people'],
  }),
  'pathways.recordStep': command({
    summary: 'Records that a step is done, with what shows it, or not needed, with the reason; or takes that back.',
    input: z.object({
      stepId: idSchema,
      heads: headsSchema,
      result: z
        .discriminatedUnion('how', [
          z.object({ how: z.literal('done'), on: isoDateSchema.optional(), evidence: note(1000).default('') }),
          z.object({ how: z.literal('not-needed'), reason: requiredNote(500) }),
        ])
        .nullable(),
    }),
    /** Heads after the change, for taking it back. */
    output: z.object({ heads: headsSchema }),
    access: 'pathways.write',
    about: ({ stepId }) => [{ step: stepId }],
    audit: {
      action: 'pathway-step-recorded',
      object: ({ stepId }) => stepId,
      fields: ({ result }) => [result === null ? 'taken back' : result.how],
    },
    topics: ['pathways', 'people', 'tasks'],
  }),
  'pathways.end': command({
    summary: 'Ends a pathway; steps that are open count as not needed. Null takes the end back.',
    input: z.object({
      pathwayId: idSchema,
      heads: headsSchema,
      end: z.object({ how: codeSchema('pathway-end'), note: note(500).default('') }).nullable(),
    }),
    output: z.object({ heads: headsSchema }),
    access: 'pathways.write',
    about: ({ pathwayId }) => [{ pathway: pathwayId }],
    audit: {
      action: 'pathway-ended',
      object: ({ pathwayId }) => pathwayId,
      fields: ({ end }) => [end === null ? 'taken back' : 'ended'],
    },
    topics: ['pathways', 'people', 'tasks'],
  }),
  'pathways.void': command({
    summary: 'Takes back a pathway that was begun in error, with the reason.',
    input: z.object({ pathwayId: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'pathways.write',
    about: ({ pathwayId }) => [{ pathway: pathwayId }],
    audit: { action: 'pathway-voided', object: ({ pathwayId }) => pathwayId },
    topics: ['pathways', 'people', 'tasks'],
  }),
  'pathways.makeTask': command({
    summary: 'Makes a task of a step that somebody of the team does.',
    input: z.object({
      stepId: idSchema,
      /** Null: whoever of the team takes it. */
      ownerId: idSchema.nullable().default(null),
    }),
    output: z.object({ taskId: idSchema }),
    access: 'pathways.write',
    about: ({ stepId }) => [{ step: stepId }],
    audit: { action: 'pathway-task-made', object: ({ stepId }) => stepId },
    topics: ['pathways', 'tasks'],
  }),
  'pathways.templates': query({
    summary: 'The pathway templates with their steps, for those who edit them.',
    input: z.object({}),
    output: z.object({ templates: z.array(templateView) }),
    access: 'settings.write',
    topics: ['settings', 'pathways'],
  }),
  'pathways.saveTemplate': command({
    summary: 'Saves a pathway template as its next version, or a new one. Cases keep the steps they began with.',
    input: z.object({
      templateId: idSchema.nullable().default(null),
      heads: headsSchema.default({}),
      name: line(60),
      about: note(300),
      suggest: suggestSchema,
      steps: z.array(stepSchema).min(1, 'Add at least one step').max(40, 'At most 40 steps'),
    }),
    output: z.object({ templateId: idSchema, version: z.int() }),
    access: 'settings.write',
    audit: { action: 'pathway-template-saved', object: (_, output) => output?.templateId ?? null },
    topics: ['settings', 'pathways'],
  }),
  'pathways.endTemplate': command({
    summary: 'Takes a template out of use, or back into use. Pathways that are under way go on.',
    input: z.object({ templateId: idSchema, heads: headsSchema, ended: z.boolean() }),
    output: z.object({ heads: headsSchema }),
    access: 'settings.write',
    audit: {
      action: 'pathway-template-ended',
      object: ({ templateId }) => templateId,
      fields: ({ ended }) => [ended ? 'ended' : 'taken up again'],
    },
    topics: ['settings', 'pathways'],
  }),
};
