import type { RecordEntry } from '../../../shared/contract/endpoint.ts';
import type { DB } from './tables.ts';

/** Where each kind of entry of a person's record is stored. Each of these tables names its person in `person_id`. */
export const entryTables = {
  case: 'cases',
  contact: 'contacts',
  plan: 'care_plans',
  copy: 'plan_copies',
  need: 'needs',
  goal: 'goals',
  rating: 'goal_ratings',
  action: 'plan_actions',
  selfManagement: 'self_management_plans',
  decision: 'care_decisions',
  answer: 'assessment_answers',
  result: 'instrument_results',
  supervision: 'supervision_cases',
  task: 'tasks',
  promptDecision: 'prompt_decisions',
  pathway: 'case_pathways',
  step: 'pathway_steps',
  check: 'checks',
  break: 'carer_breaks',
  stay: 'stays',
  stayCheck: 'stay_checks',
  enrolment: 'telehealth_enrolments',
  alert: 'telehealth_alerts',
  feedback: 'feedback',
} as const satisfies Record<Exclude<RecordEntry, 'transfer'>, keyof DB>;
export type EntryTable = (typeof entryTables)[keyof typeof entryTables];
