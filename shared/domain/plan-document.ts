import { formatDate } from './british-date.ts';
import type { Agreement, PlanContent } from './frozen-plan.ts';
import { goalIsOpen } from './goal-lifecycle.ts';
import { ratingMeaning } from './goal-rating.ts';
import { wordOf } from './person-words.ts';

/**
 * The plan as the person reads it, in plain words: headings, paragraphs and lists, without codes and without the
 * workers' words. What is shown beside the editor and what is printed (standard, large print, easy read) both come from here.
 */
export type PlanBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export interface PlanSection {
  /** A stable name, for layouts that give each section a picture or a page. */
  readonly id:
    | 'what-matters'
    | 'strengths'
    | 'communication'
    | 'needs'
    | 'goals'
    | 'actions'
    | 'self-management'
    | 'contingency'
    | 'decisions'
    | 'agreement';
  readonly heading: string;
  readonly blocks: readonly PlanBlock[];
}

export interface PlanDocument {
  readonly title: string;
  /** Sections that say something, in reading order. */
  readonly sections: readonly PlanSection[];
}

export interface PlanDocumentInput {
  readonly plan: PlanContent;
  /** Null while it is being written. */
  readonly agreement: Agreement | null;
  readonly reviewDueOn: string | null;
}

/** The person's view of a plan. Sections in which nothing was written are left out. */
export function planDocument({ plan, agreement, reviewDueOn }: PlanDocumentInput): PlanDocument {
  const sections: PlanSection[] = [
    { id: 'what-matters', heading: 'What matters to me', blocks: paragraphs(plan.whatMatters) },
    { id: 'strengths', heading: 'My strengths', blocks: paragraphs(plan.strengths) },
    { id: 'communication', heading: 'How to communicate with me', blocks: paragraphs(plan.communication) },
    { id: 'needs', heading: 'What I need help with', blocks: needBlocks(plan) },
    { id: 'goals', heading: 'My goals and hopes', blocks: goalBlocks(plan) },
    { id: 'actions', heading: 'Who does what', blocks: actionBlocks(plan) },
    { id: 'self-management', heading: 'Looking after myself', blocks: selfManagementBlocks(plan) },
    { id: 'contingency', heading: 'If things get worse', blocks: contingencyBlocks(plan) },
    { id: 'decisions', heading: 'My wishes and decisions', blocks: decisionBlocks(plan) },
    { id: 'agreement', heading: 'Agreed', blocks: agreementBlocks(agreement, reviewDueOn) },
  ];
  return { title: 'My care plan', sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

const text = (words: string): PlanBlock => ({ kind: 'text', text: words });
const heading = (words: string): PlanBlock => ({ kind: 'heading', text: words });
const list = (items: readonly string[]): PlanBlock[] => (items.length > 0 ? [{ kind: 'list', items }] : []);

function paragraphs(words: string): PlanBlock[] {
  return words
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(text);
}

function needBlocks({ needs }: PlanContent): PlanBlock[] {
  return list(needs.map(({ domain, words }) => `${wordOf('life-domain', domain)}: ${words}`));
}

function goalBlocks({ goals }: PlanContent): PlanBlock[] {
  return goals.flatMap((goal) => {
    const { words, baseline, scale, targetOn, status, rating, importance } = goal;
    const facts = [
      baseline === null || baseline.words === '' ? '' : `Where I started: ${baseline.words}`,
      rating === null ? '' : `Where I am now: ${ratingMeaning(scale, rating.rating)} (${formatDate(rating.on)})`,
      scale?.['0'] ? `I will have got there when: ${scale['0']}` : '',
      importance === null ? '' : `How important it is to me: ${importance} out of 10`,
      targetOn === null || !goalIsOpen(status) ? '' : `I hope to get there by ${formatDate(targetOn)}`,
      status === 'completed' ? 'I have reached this goal.' : '',
      status === 'on-hold' ? 'We have put this goal on hold for now.' : '',
      status === 'proposed' ? 'We are still talking about this goal.' : '',
    ].filter(Boolean);
    return [heading(words), ...list(facts)];
  });
}

/** Who does something, as the person says it. */
const OWNERS = { person: 'I', carer: 'My carer', organisation: 'An organisation', worker: 'My care team' } as const;

function actionBlocks({ actions }: PlanContent): PlanBlock[] {
  return list(
    actions
      .filter(({ status }) => status !== 'dropped')
      .map(({ words, owner, dueOn, status, outcome }) => {
        const who = owner.kind === 'person' ? 'I will do this' : (owner.name ?? OWNERS[owner.kind]);
        const when =
          status === 'done' ? `done${outcome ? `: ${outcome}` : ''}` : dueOn === null ? '' : `by ${formatDate(dueOn)}`;
        return `${words} – ${[who, when].filter(Boolean).join(', ')}`;
      }),
  );
}

function selfManagementBlocks({ selfManagement }: PlanContent): PlanBlock[] {
  return selfManagement.flatMap(({ condition, content, reviewDueOn }) => [
    heading(wordOf('condition', condition)),
    ...(content.everyday.length > 0 ? [text('Every day:'), ...list(content.everyday)] : []),
    ...zone('Green – I am well', content.green),
    ...zone('Amber – I need to take care', content.amber),
    ...zone('Red – I need help now', content.red),
    ...(reviewDueOn === null ? [] : [text(`We look at this again by ${formatDate(reviewDueOn)}.`)]),
  ]);
}

function zone(name: string, { signs, do: steps }: { signs: string; do: string }): PlanBlock[] {
  const items = [signs === '' ? '' : `Signs: ${signs}`, steps === '' ? '' : `What to do: ${steps}`].filter(Boolean);
  return items.length > 0 ? [text(`${name}:`), ...list(items)] : [];
}

function contingencyBlocks({ contingency: { signs, steps, calls } }: PlanContent): PlanBlock[] {
  return [
    ...(signs.length > 0 ? [text('Early signs that I am getting worse:'), ...list(signs)] : []),
    ...(steps.length > 0
      ? [text('What to do:'), ...list(steps.map((step) => `If ${step.when}, then ${step.do}`))]
      : []),
    ...(calls.length > 0
      ? [text('Who to call:'), ...list(calls.map(({ name, phone }) => (phone === '' ? name : `${name}: ${phone}`)))]
      : []),
  ];
}

function decisionBlocks({ decisions }: PlanContent): PlanBlock[] {
  if (decisions.length === 0) return [];
  const items = decisions.map(({ kind, value, keptWhere, decidedOn }) => {
    const facts = [
      decisionWords(kind, value),
      keptWhere === null ? '' : `kept: ${keptWhere}`,
      decidedOn === null ? '' : `dated ${formatDate(decidedOn)}`,
    ];
    return `${wordOf('care-decision', kind)}: ${facts.filter(Boolean).join(', ')}`;
  });
  return [...list(items), text('The signed papers themselves count, not this list.')];
}

/** What a preference or decision says in words: a place, or what is known of it. */
export const decisionWords = (kind: string, value: string): string => {
  const state = wordOf('decision-state', value);
  return state === value && kind.startsWith('place-') ? wordOf('death-location', value) : state;
};

function agreementBlocks(agreement: Agreement | null, reviewDueOn: string | null): PlanBlock[] {
  const agreed =
    agreement === null
      ? 'This plan has not been agreed yet.'
      : `Agreed on ${formatDate(agreement.on)} with: ${agreement.with.map((code) => wordOf('care-plan-agreement', code)).join('; ')}. Written down by ${agreement.by}.`;
  return [
    text(agreed),
    ...(agreement?.note ? [text(agreement.note)] : []),
    ...(reviewDueOn === null ? [] : [text(`We look at this plan together again by ${formatDate(reviewDueOn)}.`)]),
  ];
}
