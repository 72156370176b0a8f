import type { Selectable } from 'kysely';
import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';
import type { CareDecisions, CarePlans, GoalRatings, Goals, Needs, PlanCopies, SelfManagementPlans } from './tables.ts';

/** A row as it is stored; composite fields are JSON text. */
export type PlanRow = Selectable<CarePlans>;
export type CopyRow = PlanCopies;
export type NeedRow = Needs;
export type GoalRow = Selectable<Goals>;
export type RatingRow = GoalRatings;
export type SelfManagementRow = SelfManagementPlans;
export type DecisionRow = CareDecisions;

const plans = statement((q, p: { person: string }) =>
  q
    .selectFrom('care_plans')
    .selectAll()
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('version', 'desc')
    .orderBy('id', 'desc'),
);
const planById = statement((q, p: { id: string }) => q.selectFrom('care_plans').selectAll().where('id', '=', p.id));
const copies = statement((q, p: { person: string }) =>
  q
    .selectFrom('plan_copies')
    .selectAll()
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('given_on', 'desc')
    .orderBy('id', 'desc'),
);
const needs = statement((q, p: { person: string }) =>
  q.selectFrom('needs').selectAll().where('person_id', '=', p.person).where('voided', 'is', null).orderBy('id'),
);
const goals = statement((q, p: { person: string }) =>
  q.selectFrom('goals').selectAll().where('person_id', '=', p.person).where('voided', 'is', null).orderBy('id'),
);
const ratings = statement((q, p: { person: string }) =>
  q
    .selectFrom('goal_ratings')
    .selectAll()
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('rated_at')
    .orderBy('id'),
);
const selfManagement = statement((q, p: { person: string }) =>
  q
    .selectFrom('self_management_plans')
    .selectAll()
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('id'),
);
const decisions = statement((q, p: { person: string }) =>
  q
    .selectFrom('care_decisions')
    .selectAll()
    .where('person_id', '=', p.person)
    .where('voided', 'is', null)
    .orderBy('kind')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc'),
);

/** An answer of the shared assessment that names a level of need. */
export interface LevelledAnswer {
  readonly domain: string;
  readonly level: number | null;
  readonly note: string | null;
  readonly asked_on: string;
  readonly asked_by: string;
}
const answers = sqlStatement<{ person: string }, LevelledAnswer>(
  `SELECT domain, level, note, asked_on, asked_by FROM (
     SELECT *, row_number() OVER (PARTITION BY domain ORDER BY asked_on DESC, id DESC) AS place
     FROM assessment_answers WHERE person_id = ? AND voided IS NULL)
   WHERE place = 1`,
  'person',
);
const conditions = statement((q, p: { person: string }) =>
  q
    .selectFrom('conditions')
    .select('code')
    .distinct()
    .where('person_id', '=', p.person)
    .where('ended_on', 'is', null)
    .where('voided', 'is', null),
);

/** Versions of a person's plan that were not set aside, newest first. */
export const plansOf = (read: ReadHandle, person: string): PlanRow[] => read.all(plans, { person });

/** A version, or undefined. */
export const findPlan = (read: ReadHandle, id: string): PlanRow | undefined => read.get(planById, { id });

/** Copies that were given, newest first. */
export const copiesOf = (read: ReadHandle, person: string): CopyRow[] => read.all(copies, { person });

/** Needs, ended ones included, oldest first. */
export const needsOf = (read: ReadHandle, person: string): NeedRow[] => read.all(needs, { person });

/** Goals of every status, oldest first. */
export const goalsOf = (read: ReadHandle, person: string): GoalRow[] => read.all(goals, { person });

/** Ratings of all goals of a person, oldest first. */
export const ratingsOf = (read: ReadHandle, person: string): RatingRow[] => read.all(ratings, { person });

/** Self-management plans, ended ones included. */
export const selfManagementOf = (read: ReadHandle, person: string): SelfManagementRow[] =>
  read.all(selfManagement, { person });

/** Preferences and decisions, of each kind newest first. */
export const decisionsOf = (read: ReadHandle, person: string): DecisionRow[] => read.all(decisions, { person });

/** The newest answer of each life domain of the shared assessment. */
export const newestAnswers = (read: ReadHandle, person: string): LevelledAnswer[] => read.all(answers, { person });

/** Codes of the conditions that a person has. */
export const conditionCodes = (read: ReadHandle, person: string): string[] =>
  read.all(conditions, { person }).map(({ code }) => code);
