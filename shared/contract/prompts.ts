import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { requiredNote } from '../domain/plain-text.ts';
import { promptLimitsSchema } from '../domain/prompt-limits.ts';
import { promptIds } from '../domain/prompts.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { placeView } from './person-view.ts';
import { promptView } from './prompt-view.ts';
import { taskFields } from './task-view.ts';

/** Which prompt of whom; the key is the one that was shown. */
const asked = {
  caseId: idSchema,
  prompt: z.enum(promptIds),
  key: z.string().min(1).max(200),
};
const aboutCase = ({ caseId }: { caseId: string }) => [{ case: caseId }];
const objectCase = ({ caseId }: { caseId: string }) => caseId;
const fields = ({ prompt }: { prompt: string }) => [prompt];
const topics = ['tasks', 'cases'] as const;

/**
 * Prompts: what the record itself asks for, computed from facts and explained in one sentence. P7 and P12 need referrals and
 * P18 needs devices; this version has neither, so those rules do not exist. Only people with a case have prompts.
 */
export const prompts = {
  'prompts.ofPerson': query({
    summary: 'The prompts of a person’s cases, and what was decided about others of today.',
    input: z.object({ personId: idSchema }),
    output: z.object({
      prompts: z.array(promptView.extend({ caseId: idSchema })),
      /** Raised by the facts of today, but put off, dismissed, or a task already. */
      decided: z.array(
        promptView.extend({
          decision: z.string(),
          until: z.string().nullable(),
          reason: z.string().nullable(),
          by: placeView,
          at: z.string(),
        }),
      ),
    }),
    access: 'tasks.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'person-prompts', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['tasks', 'cases', 'people', 'contacts', 'plans', 'assessments', 'pathways', 'checks', 'stays', 'settings'],
  }),
  'prompts.snooze': command({
    summary: 'Puts a prompt off until a day, with the reason.',
    input: z.object({ ...asked, until: isoDateSchema, reason: requiredNote(500) }),
    output: z.object({ decisionId: idSchema }),
    access: 'tasks.write',
    about: aboutCase,
    audit: { action: 'prompt-snoozed', object: objectCase, fields },
    topics,
  }),
  'prompts.dismiss': command({
    summary: 'Dismisses a prompt with a reason; new facts raise it anew.',
    input: z.object({ ...asked, reason: requiredNote(500) }),
    output: z.object({ decisionId: idSchema }),
    access: 'tasks.write',
    about: aboutCase,
    audit: { action: 'prompt-dismissed', object: objectCase, fields },
    topics,
  }),
  'prompts.makeTask': command({
    summary: 'Makes a task of a prompt; calling the task off brings the prompt back.',
    input: z.object({ ...asked, ownerId: idSchema.nullable(), ...taskFields }),
    output: z.object({ decisionId: idSchema, taskId: idSchema }),
    access: 'tasks.write',
    about: aboutCase,
    audit: { action: 'prompt-made-task', object: objectCase, fields },
    topics,
  }),
  'prompts.undo': command({
    summary: 'Takes back what this worker just decided about a prompt, with the task that came of it.',
    input: z.object({ decisionId: idSchema }),
    output: z.object({}),
    access: 'tasks.write',
    about: ({ decisionId }) => [{ promptDecision: decisionId }],
    audit: { action: 'prompt-undone', object: ({ decisionId }) => decisionId },
    topics,
  }),
  'prompts.limits': query({
    summary: 'The limits of the prompt rules in force, with who set them before.',
    input: z.object({}),
    output: z.object({
      limits: z.record(z.string(), z.int()),
      /** Empty while the shipped values hold. */
      heads: headsSchema,
      history: z.array(
        z.object({
          at: z.string(),
          by: z.string(),
          changed: z.array(z.object({ id: z.string(), from: z.int(), to: z.int() })),
        }),
      ),
    }),
    access: 'signed-in',
    topics: ['settings'],
  }),
  'prompts.setLimits': command({
    summary: 'Sets the limits of the prompt rules for the whole city.',
    input: z.object({ limits: promptLimitsSchema, heads: headsSchema }),
    output: z.object({ changed: z.boolean() }),
    access: 'settings.write',
    audit: { action: 'prompt-limits-set', fields: ({ limits }) => Object.keys(limits) },
    topics: ['settings', 'cases'],
  }),
};
