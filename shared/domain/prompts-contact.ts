import { addDays, daysBetween, formatDate } from './british-date.ts';
import { codeLabel } from './code-lists.ts';
import type { NeedTier } from './need-tier-table.ts';
import type { Prompt, PromptCase } from './prompt-facts.ts';
import type { PromptLimits } from './prompt-limits.ts';
import { addWorkingDays } from './working-days.ts';

/** Prompts about being in touch: P1, P2, P5, P6, P17. */
export function contactPrompts(facts: PromptCase, limits: PromptLimits, today: string): Prompt[] {
  const found = facts.status === 'open' ? [newCase, interval, missed] : [];
  return [
    ...found.flatMap((rule) => rule(facts, limits, today) ?? []),
    ...facts.discharges.flatMap((discharge) => followUp(discharge, facts, limits, today) ?? []),
    ...(facts.coordinatorId === null ? [nobody(facts)] : []),
  ];
}

type Rule = (facts: PromptCase, limits: PromptLimits, today: string) => Prompt | null;
const limit = (limits: PromptLimits, id: string): number => limits[id] ?? 0;

const newCase: Rule = ({ caseId, openedOn, lastContactOn }, limits, today) => {
  if (lastContactOn !== null) return null;
  const days = limit(limits, 'P1-working-days');
  // No span of working days is shorter than as many days: most cases need no calendar.
  if (daysBetween(openedOn, today) <= days) return null;
  const due = addWorkingDays(openedOn, days);
  if (due >= today) return null;
  return {
    id: 'P1',
    key: `P1:${caseId}`,
    sentence: `Opened on ${formatDate(openedOn)}, and nobody has reached the person within ${days} working days.`,
    facts: [
      { label: 'Opened', value: formatDate(openedOn) },
      { label: 'First contact was due', value: formatDate(due) },
    ],
    since: due,
    severity: 'urgent',
  };
};

const interval: Rule = ({ caseId, tier, lastContactOn }, limits, today) => {
  if (lastContactOn === null) return null;
  const days = limits[`P2-${tier}`];
  if (days === undefined) return null;
  const due = addDays(lastContactOn, days);
  if (due >= today) return null;
  return {
    id: 'P2',
    key: `P2:${caseId}:${lastContactOn}`,
    sentence: `Last successful contact on ${formatDate(lastContactOn)}; at ${codeLabel('need-tier', tier as NeedTier).toLowerCase()} one is due within ${days} days.`,
    facts: [
      { label: 'Last successful contact', value: formatDate(lastContactOn) },
      { label: 'Next was due', value: formatDate(due) },
    ],
    since: due,
    severity: 'warning',
  };
};

const missed: Rule = ({ caseId, missedInRow, lastContactOn }, limits) => {
  if (missedInRow < limit(limits, 'P5-missed')) return null;
  return {
    id: 'P5',
    key: `P5:${caseId}:${lastContactOn ?? 'never'}:${missedInRow}`,
    sentence: `Missed the last ${missedInRow} contacts in a row.`,
    facts: [
      { label: 'Missed in a row', value: String(missedInRow) },
      { label: 'Last successful contact', value: lastContactOn === null ? 'None yet' : formatDate(lastContactOn) },
    ],
    since: null,
    severity: 'warning',
  };
};

function followUp(
  { id, on, mentalHealth }: PromptCase['discharges'][number],
  { lastContactOn }: PromptCase,
  limits: PromptLimits,
  today: string,
): Prompt | null {
  if (on > today || (lastContactOn !== null && lastContactOn >= on)) return null;
  const days = limit(limits, mentalHealth ? 'P6-mental-health' : 'P6-other');
  const due = addDays(on, days);
  const from = mentalHealth ? 'mental health care' : 'hospital';
  return {
    id: 'P6',
    key: `P6:${id}`,
    sentence: `Discharged from ${from} on ${formatDate(on)}; the follow-up ${due < today ? 'was' : 'is'} due by ${formatDate(due)}.`,
    facts: [
      { label: 'Discharged', value: formatDate(on) },
      { label: 'Follow-up due', value: formatDate(due) },
    ],
    since: on,
    severity: due < today ? 'urgent' : 'warning',
  };
}

function nobody({ caseId, openedOn }: PromptCase): Prompt {
  return {
    id: 'P17',
    key: `P17:${caseId}`,
    sentence: `Nobody coordinates this case, opened on ${formatDate(openedOn)}.`,
    facts: [{ label: 'Opened', value: formatDate(openedOn) }],
    since: openedOn,
    severity: 'urgent',
  };
}
