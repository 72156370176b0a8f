import { formatDate, formatInstant, instantSchema, isoDateSchema } from '../../../shared/domain/british-date.ts';
import { caseStatusLabel, caseStatusSchema } from '../../../shared/domain/case-status.ts';
import type { CodeListName } from '../../../shared/domain/code-lists.ts';
import { instrumentOf } from '../../../shared/domain/instruments.ts';
import { needLevelWords } from '../../../shared/domain/need-level.ts';
import { personFieldLabels, personFieldWords, wordOf } from '../../../shared/domain/person-words.ts';
import { fieldOf, fieldValue, parseJson } from '../store/person-columns.ts';
import { roleWords } from './person-timeline.ts';
import { planColumns } from './plan-words.ts';

/** How stored fields of a person's record are called and read aloud, for the history and for conflicts. */

type Stored = string | number | null;

/** Names for the ids that stand in fields. */
export interface Names {
  readonly place: (id: string) => string;
  readonly worker: (id: string) => string;
}

/** What a row of each table is called. */
export const entityWords: Readonly<Record<string, string>> = {
  people: 'Person',
  person_identifiers: 'Number of another system',
  relationships: 'Relationship',
  household_members: 'Household',
  flags: 'Flag',
  conditions: 'Condition',
  segments: 'Segment',
  sharing_decisions: 'Sharing decision',
  cases: 'Case',
  case_roles: 'Role on the case',
  transfers: 'Handover',
  contacts: 'Care contact',
  care_plans: 'Care plan',
  plan_copies: 'Copy of the care plan',
  needs: 'Need',
  goals: 'Goal',
  goal_ratings: 'Goal rating',
  plan_actions: 'Action',
  self_management_plans: 'Self-management plan',
  care_decisions: 'Preference or decision',
  assessment_answers: 'Assessment',
  instrument_results: 'Score',
  supervision_cases: 'Case review',
  tasks: 'Task',
  prompt_decisions: 'Prompt',
  case_pathways: 'Pathway',
  pathway_steps: 'Pathway step',
  checks: 'Check',
  carer_breaks: "Carer's break",
  stays: 'Stay',
  stay_checks: 'Discharge checklist',
  telehealth_enrolments: 'Telehealth',
  telehealth_alerts: 'Telehealth alert',
  feedback: 'Feedback',
};

/** One stored field: its name, and how its value is said where it is no plain text or date. */
export interface Column {
  readonly label: string;
  readonly say?: (value: Stored, names: Names) => string;
}
const code = (label: string, list: CodeListName): Column => ({ label, say: (value) => wordOf(list, value) });
const worker = (label: string): Column => ({ label, say: (value, names) => names.worker(String(value)) });
const place = (label: string): Column => ({ label, say: (value, names) => names.place(String(value)) });
const yesNo = (label: string): Column => ({ label, say: (value) => (value === 1 ? 'Yes' : 'No') });
const part = (label: string, name: string): Column => ({
  label,
  say: (value) => String(parseJson<Record<string, unknown>>(String(value))?.[name] ?? ''),
});

const shared: Readonly<Record<string, Column>> = {
  started_on: { label: 'Started' },
  ended_on: { label: 'Ended' },
  started_at: { label: 'Started' },
  ended_at: { label: 'Ended' },
  reason: { label: 'Reason' },
  note: { label: 'Note' },
  source: { label: 'Source' },
  person_id: { label: 'Record', say: () => 'moved with a merge' },
  worker_id: worker('Worker'),
  recorded_by: worker('Recorded by'),
  voided: part('Taken back', 'reason'),
};

const columns: Readonly<Record<string, Readonly<Record<string, Column>>>> = {
  ...planColumns,
  people: {
    tier_override: part('Need tier by hand', 'tier'),
    neighbourhood_by_hand: yesNo('Neighbourhood set by hand'),
    merged_into: { label: 'Merged', say: () => 'into another record' },
  },
  person_identifiers: { system: { label: 'System' }, value: { label: 'Number' } },
  relationships: {
    kind: code('Relationship', 'relationship-type'),
    other_name: { label: 'Name' },
    other_phone: { label: 'Telephone' },
    other_person_id: { label: 'Person', say: () => 'a person on record' },
    emergency_contact: yesNo('Emergency contact'),
  },
  household_members: { household_id: { label: 'Household', say: () => 'a household on record' } },
  flags: { code: code('Flag', 'flag') },
  conditions: { code: code('Condition', 'condition'), diagnosed_on: { label: 'Diagnosed' } },
  segments: { code: code('Segment', 'segment'), basis: { label: 'Basis' } },
  sharing_decisions: {
    purpose: code('Purpose', 'sharing-purpose'),
    decision: code('Decision', 'sharing-decision'),
    organisation_kind: code('Kind of organisation', 'organisation-kind'),
    organisation_id: { label: 'Organisation', say: () => 'an organisation by name' },
    decided_on: { label: 'Decided' },
  },
  cases: {
    state: { label: 'Status', say: stateWords },
    neighbourhood_id: place('Neighbourhood'),
    opened_on: { label: 'Opened' },
    source: code('Source', 'source-of-referral'),
    purpose: { label: 'Purpose' },
    follows_case_id: { label: 'Follows', say: () => 'an earlier case' },
  },
  case_roles: {
    role: { label: 'Role', say: (value) => roleWords[String(value)] ?? String(value) },
    external: part('Name', 'name'),
    case_id: { label: 'Case', say: () => 'of this person' },
  },
  assessment_answers: {
    domain: code('Life domain', 'life-domain'),
    level: { label: 'Need level', say: (value) => needLevelWords(value) },
    helps: { label: 'What helps' },
    asked_on: { label: 'Asked' },
    asked_by: worker('Asked by'),
  },
  instrument_results: {
    instrument: { label: 'Instrument', say: (value) => instrumentOf(String(value))?.name ?? String(value) },
    taken_at: { label: 'Filled in' },
    taken_by: worker('Entered by'),
  },
  supervision_cases: {
    brought_by: worker('Brought by'),
    brought_on: { label: 'Brought' },
    review: part('Review', 'note'),
  },
  transfers: {
    from_worker_id: worker('From'),
    to_worker_id: worker('To'),
    proposed_by: worker('Proposed by'),
    proposed_at: { label: 'Proposed' },
    return_on: { label: 'Comes back' },
    answer: part('Answer', 'state'),
    case_id: { label: 'Case', say: () => 'of this person' },
  },
  stays: {
    kind: code('Kind', 'stay-kind'),
    emergency: yesNo('Emergency'),
    mental_health: yesNo('Mental health'),
    admitted_on: { label: 'Admitted' },
    expected_on: { label: 'Expected to leave' },
    ready_on: { label: 'Ready to leave' },
    delay: {
      label: 'Reason of delay',
      say: (value) => wordOf('delay-reason', parseJson<{ reason?: string }>(String(value))?.reason),
    },
    discharged_on: { label: 'Discharged' },
    destination: code('Destination', 'discharge-destination'),
    follow_up: {
      label: 'Follow-up',
      say: (value) => {
        const { due_on, done_on } = parseJson<{ due_on?: string; done_on?: string }>(String(value)) ?? {};
        return done_on ? `done on ${formatDate(done_on)}` : `due on ${formatDate(due_on ?? '')}`;
      },
    },
    day91: {
      label: 'Day 91',
      say: (value) => wordOf('day91-outcome', parseJson<{ outcome?: string }>(String(value))?.outcome),
    },
    case_id: { label: 'Case', say: () => 'of this person' },
  },
  stay_checks: {
    item: code('Item', 'discharge-check'),
    stay_id: { label: 'Stay', say: () => 'of this person' },
    result: { label: 'Result', say: stayItemWords },
  },
  feedback: {
    kind: code('Kind', 'feedback-kind'),
    words: { label: 'Words' },
    said_by: code('Said by', 'feedback-source'),
    received_on: { label: 'Received' },
    state: {
      label: 'Status',
      say: (value) => {
        const { status, note } = parseJson<{ status?: string; note?: string }>(String(value)) ?? {};
        return [wordOf('feedback-status', status), note].filter(Boolean).join(': ');
      },
    },
    case_id: { label: 'Case', say: () => 'of this person' },
  },
  telehealth_enrolments: {
    kit: code('Kit', 'telehealth-kit'),
    ended: {
      label: 'Ended',
      say: (value) => wordOf('telehealth-end-reason', parseJson<{ reason?: string }>(String(value))?.reason),
    },
  },
  telehealth_alerts: {
    words: { label: 'Alert' },
    raised_at: { label: 'Raised' },
    enrolment_id: { label: 'Telehealth', say: () => 'of this person' },
    task_id: { label: 'Task', say: () => 'of this person' },
  },
};

function stayItemWords(value: Stored): string {
  const result = parseJson<{ how?: string }>(String(value));
  return result?.how === 'not-needed' ? 'Not needed' : 'Done';
}

function stateWords(value: Stored): string {
  const state = parseJson<{ status?: string; reason?: string }>(String(value));
  const status = caseStatusSchema.safeParse(state?.status);
  const word = status.success ? caseStatusLabel(status.data) : String(state?.status ?? '');
  const list = state?.status === 'closed' ? 'case-closure-reason' : 'hold-reason';
  return state?.reason ? `${word}: ${wordOf(list, state.reason)}` : word;
}

/** Fields whose values stand on the entry itself and nowhere else: answers may say what no list or history should. */
const kept: Readonly<Record<string, ReadonlySet<string>>> = {
  instrument_results: new Set(['answers', 'alert', 'safety', 'note', 'contact_id']),
};

/** Whether the history may show a field at all. */
export const isShownInHistory = (entity: string, column: string): boolean => !kept[entity]?.has(column);

const columnOf = (entity: string, column: string): Column | undefined => columns[entity]?.[column] ?? shared[column];

/** The name of a field as the contract has it: that of the person's own fields, else the column's. */
export const fieldNameOf = (entity: string, column: string): string =>
  (entity === 'people' ? fieldOf(column) : undefined) ?? column;

/** What a field is called. */
export function fieldLabel(entity: string, column: string): string {
  const field = entity === 'people' ? fieldOf(column) : undefined;
  if (field) return personFieldLabels[field];
  const words = column.replace(/_(on|at|id)$/, '').replaceAll('_', ' ');
  return columnOf(entity, column)?.label ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** A stored value as people read it; null when nothing is recorded. */
export function storedWords(entity: string, column: string, value: Stored, names: Names): string | null {
  if (value === null) return null;
  const field = entity === 'people' ? fieldOf(column) : undefined;
  if (field) return personFieldWords(field, fieldValue(field, value), names.place);
  const say = columnOf(entity, column)?.say;
  if (say) return say(value, names);
  if (isoDateSchema.safeParse(value).success) return formatDate(String(value));
  return instantSchema.safeParse(value).success ? formatInstant(String(value)) : String(value);
}
