import { formatDate, formatInstant } from '../../../shared/domain/british-date.ts';
import { contingencySchema, selfManagementSchema } from '../../../shared/domain/frozen-plan.ts';
import { goalStatusLabel } from '../../../shared/domain/goal-lifecycle.ts';
import { goalRatings, ratingNumber } from '../../../shared/domain/goal-rating.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { decisionWords } from '../../../shared/domain/plan-document.ts';
import { type PlanStatus, planStatusLabel } from '../../../shared/domain/plan-status.ts';
import { parseJson } from '../store/person-columns.ts';
import type { Column } from './record-words.ts';

/** How the stored fields of a care plan are called and read aloud. */

const code = (label: string, list: Parameters<typeof wordOf>[0]): Column => ({
  label,
  say: (value) => wordOf(list, String(value)),
});
const worker = (label: string): Column => ({ label, say: (value, names) => names.worker(String(value)) });
const state = (label: (status: string) => string): Column => ({
  label: 'Status',
  say: (value) => {
    const { status = '', reason, outcome } = parseJson<Record<string, string>>(String(value)) ?? {};
    return [label(status), reason, outcome].filter(Boolean).join(': ');
  },
});
const owners: Readonly<Record<string, string>> = { person: 'The person', carer: 'Carer', organisation: 'Organisation' };

const ofThePerson = (label: string): Column => ({ label, say: () => 'one of this person' });

/** Columns of the tables of a care plan. */
export const planColumns: Readonly<Record<string, Readonly<Record<string, Column>>>> = {
  care_plans: {
    state: state((status) => planStatusLabel(status as PlanStatus) ?? status),
    what_matters: { label: 'What matters to me' },
    strengths: { label: 'My strengths' },
    communication: { label: 'How to communicate with me' },
    contingency: { label: 'If things get worse', say: (value) => contingencyWords(String(value)) },
    agreement: {
      label: 'Agreed',
      say: (value) => {
        const { on, with: codes = [] } = parseJson<{ on?: string; with?: string[] }>(String(value)) ?? {};
        return [on ? formatDate(on) : '', ...codes.map((agreed) => wordOf('care-plan-agreement', agreed))]
          .filter(Boolean)
          .join(', ');
      },
    },
    agreed: { label: 'Plan as agreed', say: () => 'the whole plan' },
    review_due_on: { label: 'Review due' },
    started_by: worker('Begun by'),
    follows_plan_id: { label: 'Follows', say: () => 'the version before' },
    case_id: { label: 'Case', say: () => 'of this person' },
  },
  plan_copies: {
    plan_id: { label: 'Plan', say: () => 'a version of this plan' },
    format: code('Format', 'plan-copy-format'),
    given_by: worker('Given by'),
  },
  needs: {
    domain: code('Life domain', 'life-domain'),
    words: { label: 'Need' },
    level: code('Level', 'need-level'),
    raised_by: worker('Raised by'),
    ended: {
      label: 'Ended',
      say: (value) => {
        const { on, how } = parseJson<{ on?: string; how?: string }>(String(value)) ?? {};
        return [how === 'met' ? 'Met' : 'No longer there', on ? formatDate(on) : ''].filter(Boolean).join(', ');
      },
    },
  },
  goals: {
    state: state(goalStatusLabel),
    words: { label: 'Goal' },
    domain: code('Life domain', 'life-domain'),
    baseline: {
      label: 'Where it started',
      say: (value) => parseJson<{ words?: string }>(String(value))?.words ?? '',
    },
    scale: { label: 'Levels', say: (value) => scaleWords(String(value)) },
    importance: { label: 'Importance', say: (value) => `${value} out of 10` },
    need_id: ofThePerson('Need'),
    case_id: { label: 'Case', say: () => 'of this person' },
  },
  goal_ratings: {
    rating: { label: 'Rating', say: (value) => ratingNumber(Number(value)) },
    rated_at: { label: 'Rated', say: (value) => formatInstant(String(value)) },
    rated_by: worker('Rated by'),
    goal_id: ofThePerson('Goal'),
    contact_id: { label: 'Care contact', say: () => 'at a care contact' },
  },
  plan_actions: {
    words: { label: 'Action' },
    state: state((status) => ({ planned: 'Planned', done: 'Done', dropped: 'Dropped' })[status] ?? status),
    owner: {
      label: 'Who does it',
      say: (value, names) => {
        const { kind = '', id, name } = parseJson<Record<string, string>>(String(value)) ?? {};
        return kind === 'worker' ? names.worker(id ?? '') : [owners[kind] ?? kind, name].filter(Boolean).join(': ');
      },
    },
    need_id: ofThePerson('Need'),
    goal_id: ofThePerson('Goal'),
  },
  self_management_plans: {
    condition: code('Condition', 'condition'),
    content: { label: 'What helps', say: (value) => selfManagementWords(String(value)) },
    written_by: worker('Written by'),
  },
  care_decisions: {
    kind: code('Preference or decision', 'care-decision'),
    value: { label: 'What is known', say: (value) => decisionWords('place-', String(value)) },
    kept_where: { label: 'Where it is kept' },
  },
};

function contingencyWords(column: string): string {
  const parsed = contingencySchema.safeParse(parseJson(column));
  if (!parsed.success) return '';
  const { signs, steps, calls } = parsed.data;
  return [
    ...signs.map((sign) => `Sign: ${sign}`),
    ...steps.map((step) => `If ${step.when}, then ${step.do}`),
    ...calls.map(({ name, phone }) => `Call: ${[name, phone].filter(Boolean).join(' ')}`),
  ].join('\n');
}

function selfManagementWords(column: string): string {
  const parsed = selfManagementSchema.safeParse(parseJson(column));
  if (!parsed.success) return '';
  const { everyday, green, amber, red } = parsed.data;
  const zones = Object.entries({ Green: green, Amber: amber, Red: red });
  return [
    ...everyday.map((step) => `Every day: ${step}`),
    ...zones.flatMap(([name, zone]) => (zone.signs || zone.do ? [`${name}: ${zone.signs} – ${zone.do}`] : [])),
  ].join('\n');
}

function scaleWords(column: string): string {
  const scale = parseJson<Record<string, string>>(column) ?? {};
  return goalRatings
    .flatMap((rating) => (scale[String(rating)] ? [`${ratingNumber(rating)}: ${scale[String(rating)]}`] : []))
    .join('\n');
}
