import type { Prompt, PromptCase, Severity } from './prompt-facts.ts';
import type { PromptLimits } from './prompt-limits.ts';
import { carePrompts } from './prompts-care.ts';
import { contactPrompts } from './prompts-contact.ts';
import { planPrompts } from './prompts-plan.ts';

/** Every prompt, in words for filters and settings. P7, P12 and P18 need referrals and devices, which do not exist yet. */
export const promptWords = {
  P1: 'New case not contacted',
  P2: 'No contact in time',
  P3: 'No agreed plan',
  P4: 'Plan review overdue',
  P5: 'Missed contacts in a row',
  P6: 'Follow-up after discharge',
  P8: 'End of life without preferences',
  P9: 'Carer without an assessment offer',
  P10: 'Annual check due',
  P11: 'Score needs a look',
  P13: 'Day-91 check due',
  P14: 'Need without goal or action',
  P15: 'No sharing decision',
  P16: 'Condition without self-management plan',
  P17: 'No coordinator',
  P19: 'Pathway step overdue',
  P20: 'Transition to adult services',
} as const;
export type PromptId = keyof typeof promptWords;
export const promptIds = Object.keys(promptWords) as [PromptId, ...PromptId[]];

const rank: Readonly<Record<Severity, number>> = { urgent: 0, warning: 1, notice: 2 };

/**
 * The prompts of a case today, the most pressing first, without those that were decided upon and whose decision still
 * holds. Computed from facts whenever somebody looks, never stored.
 */
export function promptsOf(facts: PromptCase, limits: PromptLimits, today: string): Prompt[] {
  const raised = raisedPrompts(facts, limits, today);
  if (facts.decided.length === 0) return raised;
  const quiet = new Set(facts.decided.filter(({ until }) => until === null || until > today).map(({ key }) => key));
  return raised.filter(({ key }) => !quiet.has(key));
}

/** The same with those decided upon. */
export function raisedPrompts(facts: PromptCase, limits: PromptLimits, today: string): Prompt[] {
  if (facts.status !== 'open' && facts.status !== 'on-hold') return [];
  const all = [
    ...contactPrompts(facts, limits, today),
    ...planPrompts(facts, limits, today),
    ...carePrompts(facts, limits, today),
  ];
  return all.sort((a, b) => rank[a.severity] - rank[b.severity] || compare(a.since, b.since));
}

/** Earlier first; what has no date last. */
function compare(a: string | null, b: string | null): number {
  return (a ?? '9') < (b ?? '9') ? -1 : a === b ? 0 : 1;
}

/** One prompt in words for a list: the first, and how many more. */
export function promptsInWords(prompts: readonly { readonly id: string }[]): string {
  const [first] = prompts;
  if (!first) return '';
  const words = Object.hasOwn(promptWords, first.id) ? promptWords[first.id as PromptId] : first.id;
  return prompts.length === 1 ? words : `${words} and ${prompts.length - 1} more`;
}
