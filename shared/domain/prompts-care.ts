import { addYears, formatDate } from './british-date.ts';
import { eligibility } from './checks.ts';
import { type CodeOf, codeShort } from './code-lists.ts';
import type { Prompt, PromptCase } from './prompt-facts.ts';
import type { PromptLimits } from './prompt-limits.ts';
import { worseBy } from './score-change.ts';
import { day91Due, reablementDay } from './stay-rules.ts';

/** Prompts about checks, scores, carers and age: P9, P10, P11, P13, P20. */
export function carePrompts(facts: PromptCase, limits: PromptLimits, today: string): Prompt[] {
  const always = [
    ...facts.scores.flatMap((score) => scorePrompts(score)),
    ...facts.reablement.map((stay) => day91(stay, today)),
  ];
  const open =
    facts.status === 'open'
      ? [
          carer(facts),
          annual('learning-disability-check', facts.learningDisabilityCheck, facts, limits, today),
          annual('smi-physical-check', facts.smiCheck, facts, limits, today),
          transition(facts, limits, today),
        ]
      : [];
  return [...always, ...open].filter((prompt) => prompt !== null);
}

function carer({ flags, carerOffered }: PromptCase): Prompt | null {
  const flag = flags.find((code) => code === 'carer' || code === 'young-carer');
  if (carerOffered || flag === undefined) return null;
  return {
    id: 'P9',
    key: 'P9',
    sentence: 'Is a carer, and no carer’s assessment was offered.',
    facts: [{ label: 'Flag', value: codeShort('flag', flag as CodeOf<'flag'>) }],
    since: null,
    severity: 'notice',
  };
}

function annual(
  kind: 'learning-disability-check' | 'smi-physical-check',
  done: string | null,
  { born, flags, conditions }: PromptCase,
  limits: PromptLimits,
  today: string,
): Prompt | null {
  const months = limits['P10-months'] ?? 12;
  if (done !== null && addMonths(done, months) >= today) return null;
  const person = { birth: born === null ? null : { date: born }, died: false, flags, conditions };
  if (!eligibility(kind, person, today).eligible) return null;
  const words = codeShort('check', kind);
  return {
    id: 'P10',
    key: `P10:${kind}:${done ?? 'never'}`,
    sentence:
      done === null
        ? `No ${words} is recorded; one is due every ${months} months.`
        : `The last ${words} was on ${formatDate(done)}, more than ${months} months ago.`,
    facts: [{ label: `Last ${words}`, value: done === null ? 'None recorded' : formatDate(done) }],
    since: done === null ? null : addMonths(done, months),
    severity: 'notice',
  };
}

function scorePrompts({ id, instrument, on, score, before, unsafe }: PromptCase['scores'][number]): Prompt[] {
  const found: Prompt[] = [];
  if (unsafe)
    found.push({
      id: 'P11',
      key: `P11:${id}:safety`,
      sentence: `An answer of ${formatDate(on)} asks for a look at safety, and nothing about it is recorded.`,
      facts: [{ label: 'Filled in', value: formatDate(on) }],
      since: on,
      severity: 'urgent',
    });
  const worse = worseBy(instrument, before, score);
  if (worse !== null)
    found.push({
      id: 'P11',
      key: `P11:${id}:worse`,
      sentence: `${worse.name} went from ${before} to ${score}, worse by the ${worse.amount} points that count as reliable.`,
      facts: [
        { label: 'Before', value: String(before) },
        { label: 'Now', value: `${score}, ${formatDate(on)}` },
      ],
      since: on,
      severity: 'warning',
    });
  return found;
}

function day91({ id, on }: PromptCase['reablement'][number], today: string): Prompt | null {
  const due = day91Due('reablement', on);
  if (due === null || due > today) return null;
  return {
    id: 'P13',
    key: `P13:${id}`,
    sentence: `Day ${reablementDay} of reablement was ${formatDate(due)}: find out whether the person is still at home.`,
    facts: [
      { label: 'Reablement began', value: formatDate(on) },
      { label: `Day ${reablementDay}`, value: formatDate(due) },
    ],
    since: due,
    severity: 'warning',
  };
}

function transition({ born }: PromptCase, limits: PromptLimits, today: string): Prompt | null {
  if (born === null) return null;
  const from = addMonths(born, limits['P20-months'] ?? 210);
  // From the nineteenth birthday on it is history.
  if (today < from || today >= addYears(born, 19)) return null;
  return {
    id: 'P20',
    key: 'P20',
    sentence: `Old enough since ${formatDate(from)} for the move to adult services to be planned.`,
    facts: [{ label: 'Old enough', value: formatDate(from) }],
    since: from,
    severity: 'warning',
  };
}

/** The same day so many months later; the last day of a shorter month. */
function addMonths(date: string, months: number): string {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00.000Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const month = first.toISOString().slice(0, 7);
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${month}-${String(Math.min(Number(date.slice(8)), last)).padStart(2, '0')}`;
}
