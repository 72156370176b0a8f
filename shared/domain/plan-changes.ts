import { formatDate } from './british-date.ts';
import type { PlanContent } from './frozen-plan.ts';
import { goalStatusLabel } from './goal-lifecycle.ts';
import { goalRatings, ratingNumber } from './goal-rating.ts';
import { wordOf } from './person-words.ts';
import { decisionWords } from './plan-document.ts';

/** One difference between two versions: a part that came, went, or says something else. */
export interface PlanChange {
  /** Heading of the part of the plan. */
  readonly section: string;
  /** Which goal, need, action …; null where the section is one text. */
  readonly title: string | null;
  readonly kind: 'added' | 'removed' | 'changed';
  /** What differs, each as text: '' where one side says nothing. */
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

interface Item {
  readonly section: string;
  readonly id: string;
  readonly title: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

/** What changed between two versions, part by part in reading order. Parts are matched by their ids, not by their place. */
export function planChanges(before: PlanContent, after: PlanContent): PlanChange[] {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const key = ({ section, id }: Item) => `${section} ${id}`;
  const earlier = new Map(old.map((item) => [key(item), item]));
  const later = new Set(now.map(key));
  const changes = now.flatMap((item) => difference(earlier.get(key(item)), item));
  const gone = old.filter((item) => !later.has(key(item))).flatMap((item) => difference(item, undefined));
  return sections.flatMap((section) => [...changes, ...gone].filter((change) => change.section === section));
}

function difference(before: Item | undefined, after: Item | undefined): PlanChange[] {
  const item = after ?? before;
  if (!item) return [];
  const labels = [...new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(after?.fields ?? {})])];
  const fields = labels
    .map((label) => ({ label, before: before?.fields[label] ?? '', after: after?.fields[label] ?? '' }))
    .filter((field) => field.before !== field.after);
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  if (fields.length === 0 && kind === 'changed') return [];
  return [{ section: item.section, title: item.title, kind, fields }];
}

const names = {
  whatMatters: 'What matters to me',
  strengths: 'My strengths',
  communication: 'How to communicate with me',
  needs: 'Needs',
  goals: 'Goals',
  actions: 'Actions',
  selfManagement: 'Self-management plans',
  contingency: 'If things get worse',
  decisions: 'Preferences and decisions',
} as const;
const sections: readonly string[] = Object.values(names);

const text = (section: string, words: string): Item[] =>
  words === '' ? [] : [{ section, id: 'text', title: null, fields: { '': words } }];
const day = (date: string | null): string => (date === null ? '' : formatDate(date));
/** Only what says something is compared. */
const said = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

function itemsOf(plan: PlanContent): Item[] {
  const { signs, steps, calls } = plan.contingency;
  const contingency = {
    'Early warning signs': signs.join('\n'),
    'If … then …': steps.map((step) => `If ${step.when}, then ${step.do}`).join('\n'),
    'Who to call': calls.map(({ name, phone }) => `${name} ${phone}`.trim()).join('\n'),
  };
  const anyContingency = Object.values(contingency).some((words) => words !== '');
  return [
    ...text(names.whatMatters, plan.whatMatters),
    ...text(names.strengths, plan.strengths),
    ...text(names.communication, plan.communication),
    ...plan.needs.map((need) => ({
      section: names.needs,
      id: need.id,
      title: wordOf('life-domain', need.domain),
      fields: said({ Need: need.words, Level: need.level === null ? '' : wordOf('need-level', String(need.level)) }),
    })),
    ...plan.goals.map(goalItem),
    ...plan.actions.map((action) => ({
      section: names.actions,
      id: action.id,
      title: action.words,
      fields: said({
        Action: action.words,
        Who: action.owner.name ?? action.owner.kind,
        Due: day(action.dueOn),
        Status: action.status,
        Outcome: action.outcome ?? '',
      }),
    })),
    ...plan.selfManagement.map(({ id, condition, content, reviewDueOn }) => ({
      section: names.selfManagement,
      id,
      title: wordOf('condition', condition),
      fields: said({
        'Every day': content.everyday.join('\n'),
        'Green: signs': content.green.signs,
        'Green: what to do': content.green.do,
        'Amber: signs': content.amber.signs,
        'Amber: what to do': content.amber.do,
        'Red: signs': content.red.signs,
        'Red: what to do': content.red.do,
        Review: day(reviewDueOn),
      }),
    })),
    ...(anyContingency ? [{ section: names.contingency, id: 'text', title: null, fields: said(contingency) }] : []),
    ...plan.decisions.map((decision) => ({
      section: names.decisions,
      // A later decision of the same kind replaces the earlier one.
      id: decision.kind,
      title: wordOf('care-decision', decision.kind),
      fields: said({
        'What is known': decisionWords(decision.kind, decision.value),
        'Where it is kept': decision.keptWhere ?? '',
        Date: day(decision.decidedOn),
        Review: day(decision.reviewOn),
        Note: decision.note ?? '',
      }),
    })),
  ];
}

function goalItem(goal: PlanContent['goals'][number]): Item {
  const levels = goalRatings.map((rating): [string, string] => [
    `Level ${ratingNumber(rating)}`,
    goal.scale?.[String(rating)] ?? '',
  ]);
  return {
    section: names.goals,
    id: goal.id,
    title: goal.words,
    fields: said({
      Goal: goal.words,
      'Life domain': wordOf('life-domain', goal.domain),
      'Where it started': goal.baseline?.words ?? '',
      ...Object.fromEntries(levels),
      Importance: goal.importance === null ? '' : `${goal.importance} out of 10`,
      'Target date': day(goal.targetOn),
      Status: goalStatusLabel(goal.status),
      Rating: goal.rating === null ? '' : `${ratingNumber(goal.rating.rating)} on ${day(goal.rating.on)}`,
    }),
  };
}
