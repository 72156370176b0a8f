import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { frozenPlanSchema } from '../domain/frozen-plan.ts';
import { line, requiredNote } from '../domain/plain-text.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';
import { agreementFields, planParts, planSectionFields } from './plan-entry.ts';
import { planPageView, versionView } from './plan-view.ts';

const person = ({ personId }: { personId: string }) => [{ person: personId }];
const plan = ({ planId }: { planId: string }) => [{ plan: planId }];

/** Care plans: versions, sections, agreement, review, copies. */
export const plans = {
  'plans.open': query({
    summary: "A person's care plan: what holds, what is being written, and everything that belongs to it.",
    input: z.object({ personId: idSchema }),
    output: planPageView,
    access: 'plans.read',
    about: person,
    audit: { action: 'plan-opened', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['plans', 'tasks', 'assessments', 'people'],
  }),
  'plans.brief': query({
    summary: 'What the current plan says in short, for the overview of a person.',
    input: z.object({ personId: idSchema }),
    output: z.object({
      current: versionView
        .pick({ id: true, version: true, status: true, agreement: true, reviewDueOn: true })
        .nullable(),
      /** Whether a version is being written. */
      drafting: z.boolean(),
      whatMatters: z.string(),
      /** Open goals, the most important first. */
      goals: z.array(
        z.object({
          id: idSchema,
          words: z.string(),
          status: z.string(),
          /** Latest rating with its meaning for this goal. */
          rating: z.object({ rating: z.int(), on: z.string(), meaning: z.string() }).nullable(),
        }),
      ),
      /** Actions that are planned, and how many of them are past their day. */
      actions: z.object({ planned: z.int(), overdue: z.int() }),
    }),
    access: 'plans.read',
    about: person,
    audit: { action: 'plan-seen', object: ({ personId }) => personId, burstSeconds: 30 },
    topics: ['plans', 'tasks'],
  }),
  'plans.version': query({
    summary: 'One agreed version as it was frozen, and the agreed version before it, to compare.',
    input: z.object({
      planId: idSchema,
      /** Compare with this version instead. */ withId: idSchema.nullable().default(null),
    }),
    output: z.object({
      version: versionView,
      plan: frozenPlanSchema,
      before: z.object({ id: idSchema, plan: frozenPlanSchema }).nullable(),
    }),
    access: 'plans.read',
    about: ({ planId, withId }) => [{ plan: planId }, ...(withId === null ? [] : [{ plan: withId }])],
    audit: { action: 'plan-version-read', object: ({ planId }) => planId, burstSeconds: 30 },
    topics: ['plans'],
  }),
  'plans.start': command({
    summary: 'Begins a version: the first draft, or the review of the plan that holds.',
    input: z.object({ personId: idSchema }),
    output: z.object({ planId: idSchema }),
    access: 'plans.write',
    about: person,
    audit: { action: 'plan-started', object: (_, output) => output?.planId ?? null },
    topics: ['plans'],
  }),
  'plans.write': command({
    summary: 'Changes sections of the version that is being written.',
    input: z.object({ planId: idSchema, heads: headsSchema, patch: z.object(planSectionFields).partial() }),
    output: z.object({ changed: z.array(z.string()) }),
    access: 'plans.write',
    about: plan,
    audit: { action: 'plan-written', object: ({ planId }) => planId, fields: ({ patch }) => Object.keys(patch) },
    topics: ['plans', 'drafts'],
  }),
  'plans.agree': command({
    summary:
      'Agrees the version that is being written with the person: it is frozen, and the one before is superseded.',
    input: z.object({
      planId: idSchema,
      heads: headsSchema,
      agreement: z.object(agreementFields),
      reviewDueOn: isoDateSchema,
    }),
    output: z.object({}),
    access: 'plans.write',
    about: plan,
    audit: { action: 'plan-agreed', object: ({ planId }) => planId },
    topics: ['plans', 'tasks'],
  }),
  'plans.setAside': command({
    summary: 'Sets a draft aside. A plan under review then holds as before, with a new review date if one is given.',
    input: z.object({
      planId: idSchema,
      reason: requiredNote(500),
      reviewDueOn: isoDateSchema.nullable().default(null),
    }),
    output: z.object({}),
    access: 'plans.write',
    about: plan,
    // The reason stands in the plan; it may hold personal data, which the audit trail must not.
    audit: { action: 'plan-set-aside', object: ({ planId }) => planId },
    topics: ['plans'],
  }),
  'plans.giveCopy': command({
    summary: 'Records that somebody was given a copy of an agreed version.',
    input: z.object({
      planId: idSchema,
      givenOn: isoDateSchema,
      format: codeSchema('plan-copy-format'),
      givenTo: line(120),
    }),
    output: z.object({ copyId: idSchema }),
    access: 'plans.write',
    about: plan,
    audit: { action: 'plan-copy-given', object: ({ planId }) => planId },
    topics: ['plans'],
  }),
  'plans.withdraw': command({
    summary: 'Takes back a part of the plan that was entered in error, with the reason. It stays in the history.',
    input: z.object({ part: z.enum(planParts), id: idSchema, reason: requiredNote(500) }),
    output: z.object({}),
    access: 'plans.write',
    about: ({ part, id }) => [partSubject(part, id)],
    audit: { action: 'plan-part-withdrawn', object: ({ id }) => id, fields: ({ part }) => [part] },
    topics: ['plans', 'tasks'],
  }),
};

function partSubject(part: (typeof planParts)[number], id: string) {
  switch (part) {
    case 'need':
      return { need: id };
    case 'goal':
      return { goal: id };
    case 'rating':
      return { rating: id };
    case 'action':
      return { action: id };
    case 'selfManagement':
      return { selfManagement: id };
    case 'decision':
      return { decision: id };
    case 'copy':
      return { copy: id };
  }
}
