import { daysBetween, formatDate } from './british-date.ts';
import { type CodeOf, codeLabel, codeShort } from './code-lists.ts';
import type { Prompt, PromptCase } from './prompt-facts.ts';
import type { PromptLimits } from './prompt-limits.ts';
import { addWorkingDays } from './working-days.ts';

/** Long-term conditions that have a self-management plan (R8). */
const selfManagedConditions = ['copd', 'asthma', 'diabetes'];

/** Prompts about what was agreed with the person: P3, P4, P8, P14, P15, P16, P19. */
export function planPrompts(facts: PromptCase, limits: PromptLimits, today: string): Prompt[] {
  if (facts.status !== 'open') return [];
  return [
    noPlan(facts, limits, today),
    review(facts, today),
    preferences(facts),
    ...facts.needs.map((need) => unmetNeed(need, limits)),
    sharing(facts),
    selfManagement(facts),
    step(facts, today),
  ].filter((prompt) => prompt !== null);
}

function noPlan({ caseId, plan, openedOn }: PromptCase, limits: PromptLimits, today: string): Prompt | null {
  const days = limits['P3-working-days'] ?? 0;
  if (plan !== null || daysBetween(openedOn, today) <= days) return null;
  const due = addWorkingDays(openedOn, days);
  if (due >= today) return null;
  return {
    id: 'P3',
    key: `P3:${caseId}`,
    sentence: `Opened on ${formatDate(openedOn)}, and no care plan was agreed within ${days} working days.`,
    facts: [
      { label: 'Opened', value: formatDate(openedOn) },
      { label: 'A plan was due', value: formatDate(due) },
    ],
    since: due,
    severity: 'warning',
  };
}

function review({ plan }: PromptCase, today: string): Prompt | null {
  if (plan === null || plan.reviewDue === null || plan.reviewDue >= today) return null;
  return {
    id: 'P4',
    key: `P4:${plan.id}:${plan.reviewDue}`,
    sentence: `The review of the care plan was due on ${formatDate(plan.reviewDue)}.`,
    facts: [{ label: 'Review was due', value: formatDate(plan.reviewDue) }],
    since: plan.reviewDue,
    severity: 'warning',
  };
}

function preferences({ flags, preferences: recorded }: PromptCase): Prompt | null {
  if (recorded || !flags.includes('end-of-life')) return null;
  return {
    id: 'P8',
    key: 'P8',
    sentence: 'On the end-of-life register, and neither a preferred place of care nor of death is recorded.',
    facts: [{ label: 'Flag', value: codeLabel('flag', 'end-of-life') }],
    since: null,
    severity: 'warning',
  };
}

function unmetNeed(need: PromptCase['needs'][number], limits: PromptLimits): Prompt | null {
  const from = limits['P14-level'] ?? 0;
  if (need.level < from) return null;
  const domain = codeLabel('life-domain', need.domain as CodeOf<'life-domain'>);
  return {
    id: 'P14',
    key: `P14:${need.id}:${need.level}`,
    sentence: `A need at level ${need.level} of 4 (${domain.toLowerCase()}) has no goal and no action.`,
    facts: [
      { label: 'Life domain', value: domain },
      { label: 'Level', value: `${need.level} of 4; counted from ${from}` },
      { label: 'Raised', value: formatDate(need.on) },
    ],
    since: need.on,
    severity: 'warning',
  };
}

function sharing({ sharing: decided, openedOn }: PromptCase): Prompt | null {
  if (decided) return null;
  return {
    id: 'P15',
    key: 'P15',
    sentence: 'It is not recorded whether the person agrees to sharing for their care.',
    facts: [{ label: 'Case opened', value: formatDate(openedOn) }],
    since: openedOn,
    severity: 'notice',
  };
}

function selfManagement({ conditions, selfManaged }: PromptCase): Prompt | null {
  const open = selfManagedConditions.filter((code) => conditions.includes(code) && !selfManaged.includes(code));
  if (open.length === 0) return null;
  const words = open.map((code) => codeShort('condition', code as CodeOf<'condition'>)).join(' and ');
  return {
    id: 'P16',
    key: `P16:${open.join('+')}`,
    sentence: `There is no self-management plan for ${words}.`,
    facts: [{ label: 'Conditions without a plan', value: words }],
    since: null,
    severity: 'notice',
  };
}

function step({ steps }: PromptCase, today: string): Prompt | null {
  const overdue = steps.filter(({ due }) => due < today);
  const [first] = overdue;
  if (!first) return null;
  const more = overdue.length === 1 ? '' : `, and ${overdue.length - 1} more`;
  return {
    id: 'P19',
    key: `P19:${first.id}`,
    sentence: `A pathway step was due on ${formatDate(first.due)}: ${first.words}${more}.`,
    facts: [
      { label: 'Step', value: first.words },
      { label: 'Due', value: formatDate(first.due) },
      { label: 'Steps overdue', value: String(overdue.length) },
    ],
    since: first.due,
    severity: 'warning',
  };
}
