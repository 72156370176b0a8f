import { z } from 'zod';

/**
 * What a care plan says, whole: frozen as JSON in `care_plans.agreed` at the moment of agreement, and made in the same
 * shape from the rows while it is being written. Codes are plain text, since a frozen plan outlives code lists.
 * Dates are `YYYY-MM-DD`. A later version adds parts with a default; what was frozen is never rewritten.
 */

/** What to do when things go wrong. */
export const contingencySchema = z.object({
  /** Early warning signs, one each. */
  signs: z.array(z.string()).default([]),
  /** If …, then …. */
  steps: z.array(z.object({ when: z.string(), do: z.string() })).default([]),
  calls: z.array(z.object({ name: z.string(), phone: z.string() })).default([]),
});
export type Contingency = z.output<typeof contingencySchema>;

/** What helps with one condition, in three colours as on the paper plans people know. */
export const selfManagementSchema = z.object({
  /** Everyday steps, one each. */
  everyday: z.array(z.string()).default([]),
  green: z.object({ signs: z.string(), do: z.string() }),
  amber: z.object({ signs: z.string(), do: z.string() }),
  red: z.object({ signs: z.string(), do: z.string() }),
});
export type SelfManagement = z.output<typeof selfManagementSchema>;

/** Who does an action. `name` is missing for the person themselves, and where a worker is not known on this device. */
export const actionOwnerSchema = z.object({
  kind: z.enum(['worker', 'person', 'carer', 'organisation']),
  name: z.string().nullable(),
});
export type ActionOwner = z.output<typeof actionOwnerSchema>;

const need = z.object({
  id: z.string(),
  domain: z.string(),
  words: z.string(),
  level: z.int().nullable(),
});

const goal = z.object({
  id: z.string(),
  needId: z.string().nullable(),
  domain: z.string(),
  words: z.string(),
  baseline: z.object({ words: z.string(), rating: z.int().nullable() }).nullable(),
  /** What each of the five levels means, by `-2` … `2`. */
  scale: z.record(z.string(), z.string()).nullable(),
  importance: z.int().nullable(),
  targetOn: z.string().nullable(),
  /** A status of the goal lifecycle. */
  status: z.string(),
  /** The latest rating. */
  rating: z.object({ rating: z.int(), on: z.string() }).nullable(),
});

const action = z.object({
  id: z.string(),
  needId: z.string().nullable(),
  goalId: z.string().nullable(),
  words: z.string(),
  owner: actionOwnerSchema,
  dueOn: z.string().nullable(),
  status: z.enum(['planned', 'done', 'dropped']),
  outcome: z.string().nullable(),
});

const selfManagementPlan = z.object({
  id: z.string(),
  condition: z.string(),
  content: selfManagementSchema,
  agreedOn: z.string().nullable(),
  reviewDueOn: z.string().nullable(),
});

const decision = z.object({
  id: z.string(),
  /** A code of `care-decision`. */
  kind: z.string(),
  /** A code of `death-location` (for the two places) or of `decision-state`. */
  value: z.string(),
  keptWhere: z.string().nullable(),
  decidedOn: z.string().nullable(),
  reviewOn: z.string().nullable(),
  note: z.string().nullable(),
});

/** What the plan says, whether it is agreed or still being written. Texts that nobody has written are ''. */
export const planContentSchema = z.object({
  whatMatters: z.string(),
  strengths: z.string(),
  communication: z.string(),
  contingency: contingencySchema,
  /** Needs that had not ended. */
  needs: z.array(need),
  /** Goals that were open, and those completed since the version before. */
  goals: z.array(goal),
  /** Actions that were planned, and those finished since the version before. */
  actions: z.array(action),
  /** Self-management plans that had not ended. */
  selfManagement: z.array(selfManagementPlan),
  /** Of each kind the newest. */
  decisions: z.array(decision),
});
export type PlanContent = z.output<typeof planContentSchema>;

/** With whom and when it was agreed. `with` are codes of `care-plan-agreement`; `by` is the worker's name. */
export const agreementSchema = z.object({
  on: z.string(),
  by: z.string(),
  with: z.array(z.string()),
  note: z.string(),
});
export type Agreement = z.output<typeof agreementSchema>;

/** An agreed plan as it is kept for ever. */
export const frozenPlanSchema = planContentSchema.extend({
  version: z.int(),
  agreement: agreementSchema,
  reviewDueOn: z.string(),
});
export type FrozenPlan = z.output<typeof frozenPlanSchema>;
