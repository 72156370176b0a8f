import { z } from 'zod';
import { agreementSchema, contingencySchema, planContentSchema, selfManagementSchema } from '../domain/frozen-plan.ts';
import { planStatusSchema } from '../domain/plan-status.ts';
import { headsSchema, idSchema } from '../ids.ts';
import { workerView } from './person-view.ts';

/** Parts of a care plan as they are shown. Codes are text: they may come from a newer version. */

const copyView = z.object({
  id: idSchema,
  givenOn: z.string(),
  format: z.string(),
  givenTo: z.string(),
  by: z.string(),
});

export const versionView = z.object({
  id: idSchema,
  version: z.int(),
  status: planStatusSchema,
  startedOn: z.string(),
  startedBy: z.string(),
  /** Null for a draft. */
  agreement: agreementSchema.nullable(),
  reviewDueOn: z.string().nullable(),
  copies: z.array(copyView),
});
export type VersionView = z.output<typeof versionView>;

/** The version that is being written. */
const workingView = z.object({
  id: idSchema,
  version: z.int(),
  heads: headsSchema,
  followsPlanId: idSchema.nullable(),
  whatMatters: z.string(),
  strengths: z.string(),
  communication: z.string(),
  contingency: contingencySchema,
  reviewDueOn: z.string().nullable(),
});

export const needView = z.object({
  id: idSchema,
  heads: headsSchema,
  domain: z.string(),
  words: z.string(),
  level: z.int().nullable(),
  raisedOn: z.string(),
  raisedBy: z.string(),
  ended: z.object({ on: z.string(), how: z.enum(['met', 'no-longer']), note: z.string() }).nullable(),
});
export type NeedView = z.output<typeof needView>;

const ratingView = z.object({
  id: idSchema,
  rating: z.int(),
  at: z.string(),
  by: z.string(),
  note: z.string(),
  /** The care contact at which it was rated. */
  contactId: idSchema.nullable(),
});

export const goalView = z.object({
  id: idSchema,
  heads: headsSchema,
  needId: idSchema.nullable(),
  domain: z.string(),
  words: z.string(),
  baseline: z.object({ words: z.string(), rating: z.int().nullable() }).nullable(),
  scale: z.record(z.string(), z.string()).nullable(),
  importance: z.int().nullable(),
  targetOn: z.string().nullable(),
  status: z.string(),
  statusOn: z.string(),
  statusReason: z.string(),
  startedOn: z.string(),
  /** Oldest first. */
  ratings: z.array(ratingView),
});
export type GoalView = z.output<typeof goalView>;

export const actionView = z.object({
  id: idSchema,
  heads: headsSchema,
  needId: idSchema.nullable(),
  goalId: idSchema.nullable(),
  words: z.string(),
  owner: z.object({
    kind: z.enum(['worker', 'person', 'carer', 'organisation']),
    id: idSchema.nullable(),
    name: z.string().nullable(),
  }),
  dueOn: z.string().nullable(),
  /** Of a worker's action this is the state of its task. */
  status: z.enum(['planned', 'done', 'dropped']),
  statusOn: z.string().nullable(),
  outcome: z.string(),
  taskId: idSchema.nullable(),
});
export type ActionView = z.output<typeof actionView>;

export const selfManagementView = z.object({
  id: idSchema,
  heads: headsSchema,
  condition: z.string(),
  content: selfManagementSchema,
  agreedOn: z.string().nullable(),
  reviewDueOn: z.string().nullable(),
  writtenBy: z.string(),
  endedOn: z.string().nullable(),
});
export type SelfManagementView = z.output<typeof selfManagementView>;

export const decisionView = z.object({
  id: idSchema,
  kind: z.string(),
  value: z.string(),
  keptWhere: z.string().nullable(),
  decidedOn: z.string().nullable(),
  reviewOn: z.string().nullable(),
  note: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  /** False for one that a later one of its kind replaced. */
  current: z.boolean(),
});
export type DecisionView = z.output<typeof decisionView>;

const conflictView = z.object({
  entity: z.string(),
  row: idSchema,
  field: z.string(),
  label: z.string(),
  values: z.array(
    z.object({
      /** Id of the change that gave this value: `keep` of `people.resolveConflict`. */
      change: z.string(),
      words: z.string(),
      by: z.string(),
      at: z.string(),
      device: z.string(),
      shown: z.boolean(),
    }),
  ),
});
export type PlanConflict = z.output<typeof conflictView>;

/** A need that the shared assessment found and the plan does not have yet. */
const suggestionView = z.object({
  domain: z.string(),
  level: z.int(),
  words: z.string(),
  askedOn: z.string(),
  askedBy: z.string(),
});

/** Everything that the page of a care plan shows. */
export const planPageView = z.object({
  /** The version that holds, or null before the first was agreed. */
  current: versionView.nullable(),
  /** The version that is being written, or null. */
  working: workingView.nullable(),
  /** A draft that was begun on another device at the same time: it is set aside once its text was taken over. */
  otherDrafts: z.array(workingView.extend({ startedOn: z.string(), startedBy: z.string() })),
  /** What the plan says now; what would be frozen if it were agreed. */
  content: planContentSchema,
  /** Newest first. */
  versions: z.array(versionView),
  needs: z.array(needView),
  goals: z.array(goalView),
  actions: z.array(actionView),
  selfManagement: z.array(selfManagementView),
  /** Newest first of each kind. */
  decisions: z.array(decisionView),
  /** Conditions on record for which a self-management plan is expected and missing. */
  conditionsWithoutPlan: z.array(z.string()),
  suggestions: z.array(suggestionView),
  conflicts: z.array(conflictView),
  /** Workers who can own an action, the one at the keyboard first. */
  workers: z.array(workerView),
});
export type PlanPageView = z.output<typeof planPageView>;
