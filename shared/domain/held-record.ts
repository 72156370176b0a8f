import { formatInstant } from './british-date.ts';
import type { PlanBlock, PlanDocument, PlanSection } from './plan-document.ts';

/**
 * The record that the person keeps at home: their care plan, and around it what they may want to show or look up. It is
 * theirs, so flags that workers raise have no place in it. Also its easy-read form.
 */
export interface HeldSection {
  readonly id: PlanSection['id'] | 'health' | 'people' | 'next';
  readonly heading: string;
  readonly blocks: readonly PlanBlock[];
}

export interface Helper {
  readonly role: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly phone: string | null;
}

/** What is on record beside the plan, in words. */
export interface HeldFacts {
  /** A phrase for each need in talking, writing and visiting. */
  readonly communication: readonly string[];
  readonly conditions: readonly string[];
  readonly coordinator: Helper | null;
  readonly helpers: readonly Helper[];
  /** The next contact that is planned; `at` is a UTC instant. */
  readonly next: { readonly at: string; readonly how: string; readonly who: string } | null;
}

const list = (items: readonly string[]): PlanBlock[] => (items.length > 0 ? [{ kind: 'list', items }] : []);
const words = (text: string): PlanBlock => ({ kind: 'text', text });
const helperWords = ({ role, name, organisation, phone }: Helper): string =>
  `${role}: ${[name, organisation, phone].filter(Boolean).join(', ')}`;

/** The sections of the record in reading order; those that would say nothing are left out. */
export function heldSections(plan: PlanDocument, facts: HeldFacts): HeldSection[] {
  const written = new Map<string, HeldSection>(plan.sections.map((section) => [section.id, section]));
  const communication = written.get('communication');
  const people = [...(facts.coordinator ? [facts.coordinator] : []), ...facts.helpers].map(helperWords);
  const own: HeldSection[] = [
    {
      id: 'communication',
      heading: communication?.heading ?? 'How to communicate with me',
      blocks: [...list(facts.communication), ...(communication?.blocks ?? [])],
    },
    { id: 'health', heading: 'My health', blocks: list(facts.conditions) },
    { id: 'people', heading: 'Who helps me', blocks: list(people) },
    {
      id: 'next',
      heading: 'When we meet next',
      blocks: facts.next ? [words(`${formatInstant(facts.next.at)}: ${facts.next.how}, ${facts.next.who}.`)] : [],
    },
  ];
  for (const section of own) written.set(section.id, section);
  return order.flatMap((id) => written.get(id) ?? []).filter(({ blocks }) => blocks.length > 0);
}

const order: readonly HeldSection['id'][] = [
  'what-matters',
  'strengths',
  'communication',
  'health',
  'needs',
  'goals',
  'actions',
  'self-management',
  'contingency',
  'decisions',
  'people',
  'next',
  'agreement',
];

/** Headings and an opening line of the easy-read form, in the shortest words that say it. */
const easy: Readonly<Record<HeldSection['id'], { readonly heading: string; readonly opening: string }>> = {
  'what-matters': { heading: 'What is important to me', opening: 'This is what I care about most.' },
  strengths: { heading: 'What I am good at', opening: 'These things help me.' },
  communication: { heading: 'How to talk to me', opening: 'Please read this before you talk to me.' },
  health: { heading: 'My health', opening: 'These are my health problems.' },
  needs: { heading: 'What I need help with', opening: 'I need help with these things.' },
  goals: { heading: 'What I want', opening: 'These are my goals.' },
  actions: { heading: 'Who will do what', opening: 'We agreed to do these things.' },
  'self-management': { heading: 'How I stay well', opening: 'I do these things for my health.' },
  contingency: { heading: 'If I feel worse', opening: 'This says what to do and who to call.' },
  decisions: { heading: 'My wishes', opening: 'I have said what I want.' },
  people: { heading: 'People who help me', opening: 'I can ask these people.' },
  next: { heading: 'My next visit', opening: 'We meet again on this day.' },
  agreement: { heading: 'We talked about this plan', opening: 'This says who agreed to the plan.' },
};

/** Lines of an easy-read section: short, one idea each. */
export interface EasySection {
  readonly id: HeldSection['id'];
  readonly heading: string;
  readonly opening: string;
  readonly lines: readonly { readonly kind: 'heading' | 'line'; readonly text: string }[];
}

/**
 * The easy-read form: simpler headings, an opening line, and every sentence or part of one on a line of its own. What
 * people wrote keeps its words: only a person can make those simpler.
 */
export function easySections(sections: readonly HeldSection[]): EasySection[] {
  return sections.map(({ id, blocks }) => ({
    id,
    ...easy[id],
    lines: blocks.flatMap((block): EasySection['lines'] =>
      block.kind === 'heading'
        ? [{ kind: 'heading', text: block.text }]
        : (block.kind === 'text' ? [block.text] : block.items).flatMap(easyLines),
    ),
  }));
}

/** What ends in a colon announces what follows: a small heading. */
const easyLines = (text: string): EasySection['lines'] =>
  text.endsWith(':')
    ? [{ kind: 'heading', text: text.slice(0, -1) }]
    : ideas(text).map((idea) => ({ kind: 'line', text: idea }));

/** Ends of an idea: a full stop before another sentence (not that of a title), a semicolon, a dash between blanks, a new line. */
const endOfIdea = /(?<!\b(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e)\.)(?<=[.!?])\s+(?=\p{Lu}|\d)|;\s+|\s[–—]\s|\n+/u;

/** A text in its single ideas, each beginning with a capital letter. */
export function ideas(text: string): string[] {
  return text
    .split(endOfIdea)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toLocaleUpperCase('en-GB') + part.slice(1));
}

/** Layouts of a printed record. */
export const printLayouts = ['standard', 'large', 'easy-read'] as const;
export type PrintLayout = (typeof printLayouts)[number];

const asked: Readonly<Record<string, PrintLayout>> = {
  'easy-read': 'easy-read',
  'plain-english': 'easy-read',
  makaton: 'easy-read',
  '11': 'large',
};

/** The layout that the person asked for. @param formats codes of `information-format`, in the order recorded */
export function layoutFor(formats: readonly string[]): PrintLayout {
  return formats.map((code) => asked[code]).find((layout) => layout !== undefined) ?? 'standard';
}
