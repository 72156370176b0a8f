import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { line, note, optionalLine, requiredNote } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';

/** What may be typed in a care plan, field by field, without defaults: an edit names some of them. */

const lines = z.array(line(300)).max(30);
const section = note(10_000);

/** The sections of the plan itself. */
export const planSectionFields = {
  whatMatters: section,
  strengths: section,
  communication: section,
  contingency: z.object({
    signs: lines,
    steps: z.array(z.object({ when: line(300), do: line(500) })).max(30),
    calls: z.array(z.object({ name: line(120), phone: optionalLine(60) })).max(20),
  }),
  reviewDueOn: isoDateSchema.nullable(),
};

export const needFields = {
  domain: codeSchema('life-domain'),
  words: requiredNote(2000),
  level: z.int().min(0).max(4).nullable(),
};

const rating = z.int().min(-2).max(2);

export const goalFields = {
  needId: idSchema.nullable(),
  domain: codeSchema('life-domain'),
  /** In the person's own words. */
  words: requiredNote(1000),
  baseline: z.object({ words: note(1000), rating: rating.nullable() }).nullable(),
  /** What the five levels of goal-attainment scaling mean for this goal; '' where nobody described one. */
  scale: z
    .object({
      '-2': optionalLine(300),
      '-1': optionalLine(300),
      '0': optionalLine(300),
      '1': optionalLine(300),
      '2': optionalLine(300),
    })
    .nullable(),
  importance: z.int().min(0).max(10).nullable(),
  targetOn: isoDateSchema.nullable(),
};

export const ratingFields = { rating, note: note(2000) };

export const actionFields = {
  needId: idSchema.nullable(),
  goalId: idSchema.nullable(),
  words: requiredNote(1000),
  owner: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('worker'), id: idSchema }),
    z.object({ kind: z.literal('person') }),
    z.object({ kind: z.literal('carer'), name: optionalLine(120) }),
    z.object({ kind: z.literal('organisation'), name: line(120) }),
  ]),
  dueOn: isoDateSchema.nullable(),
};

const zone = z.object({ signs: note(1000), do: note(1000) });

export const selfManagementFields = {
  condition: codeSchema('condition'),
  content: z.object({ everyday: lines, green: zone, amber: zone, red: zone }),
  agreedOn: isoDateSchema.nullable(),
  reviewDueOn: isoDateSchema.nullable(),
};

export const decisionFields = {
  kind: codeSchema('care-decision'),
  /** A code of `death-location` for the two places, else of `decision-state`; see `shared/domain/decision-rules.ts`. */
  value: z.string().max(20),
  keptWhere: optionalLine(300).default(''),
  decidedOn: isoDateSchema.nullable().default(null),
  reviewOn: isoDateSchema.nullable().default(null),
  note: note(2000).default(''),
};

export const agreementFields = {
  /** The day on which it was agreed. */
  on: isoDateSchema,
  with: z.array(codeSchema('care-plan-agreement')).max(6),
  note: note(2000).default(''),
};

/** Parts of a plan that can be taken back with a reason. */
export const planParts = ['need', 'goal', 'rating', 'action', 'selfManagement', 'decision', 'copy'] as const;
export type PlanPart = (typeof planParts)[number];
