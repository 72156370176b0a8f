import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { addDays, formatDate } from './british-date.ts';
import { type CodeOf, codeEntry, codeLabel, codeSchema, codeShort, isCode } from './code-lists.ts';
import { line, optionalLine } from './plain-text.ts';
import { addWorkingDays } from './working-days.ts';

/** Pathways: steps in a row that a case may follow (R10). Templates are data; a case keeps the steps it began with. */

/** One step of a template: what, who, within how many days of the start, and what shows that it is done. */
export const stepSchema = z.object({
  code: idSchema,
  words: line(160),
  who: codeSchema('pathway-who'),
  within: z.object({ days: z.int().min(0).max(730), unit: z.enum(['working', 'calendar']) }),
  evidence: optionalLine(160),
});
export type TemplateStep = z.infer<typeof stepSchema>;

/** What on record makes a pathway worth a thought: codes of flags and conditions, kinds of stays. */
export const suggestSchema = z.object({
  flags: z.array(codeSchema('flag')).max(30),
  conditions: z.array(codeSchema('condition')).max(60),
  stays: z.array(z.string().max(40)).max(10),
});
export type Suggest = z.infer<typeof suggestSchema>;

/** The date by which a step should be done, counted from the day on which the pathway began. */
export function stepDueOn({ within }: Pick<TemplateStep, 'within'>, startedOn: string): string {
  return within.unit === 'working' ? addWorkingDays(startedOn, within.days) : addDays(startedOn, within.days);
}

/** `within 5 working days`, `on the first day`. */
export function withinWords({ days, unit }: TemplateStep['within']): string {
  if (days === 0) return 'on the first day';
  return `within ${days} ${unit === 'working' ? 'working ' : ''}${days === 1 ? 'day' : 'days'}`;
}

/** Whether a step is work of the team, so that it can become somebody's task. */
export const isTeamStep = (who: string): boolean =>
  isCode('pathway-who', who) && codeEntry('pathway-who', who).worker === true;

/** How far a pathway has come. Steps that are not needed count as settled, not as done. */
export interface Progress {
  readonly done: number;
  readonly notNeeded: number;
  readonly open: number;
  readonly overdue: number;
  /** Due date of the first open step, or null. */
  readonly nextDueOn: string | null;
}

interface StandingStep {
  readonly dueOn: string | null;
  readonly result: { readonly how: 'done' | 'not-needed' } | null;
}

/** Counts the steps of a pathway as they stand on a day. A step is overdue from the day after it was due. */
export function progressOf(steps: readonly StandingStep[], today: string): Progress {
  const open = steps.filter(({ result }) => result === null);
  const dates = open.map(({ dueOn }) => dueOn).filter((date) => date !== null);
  return {
    done: steps.filter(({ result }) => result?.how === 'done').length,
    notNeeded: steps.filter(({ result }) => result?.how === 'not-needed').length,
    open: open.length,
    overdue: dates.filter((date) => date < today).length,
    nextDueOn: dates.length === 0 ? null : dates.reduce((a, b) => (a < b ? a : b)),
  };
}

/** What is on record of a person that speaks for a pathway. Only what still holds. */
export interface Grounds {
  readonly flags: readonly { readonly code: string; readonly startedOn: string }[];
  readonly conditions: readonly { readonly code: string; readonly diagnosedOn: string | null }[];
  readonly stays: readonly {
    readonly kind: string;
    readonly admittedOn: string;
    readonly dischargedOn: string | null;
  }[];
}

/** Days after a discharge in which the stay still speaks for a pathway. */
const stayCounts = 30;
const stayWords: Readonly<Record<string, string>> = {
  hospital: 'hospital',
  'virtual-ward': 'a virtual ward',
  reablement: 'reablement',
  'intermediate-care': 'intermediate care',
  'care-home': 'a care home',
};

/** Why a pathway is worth a thought for somebody, one sentence for each ground; none when nothing on record speaks for it. */
export function reasonsFor(suggest: Suggest, grounds: Grounds, today: string): string[] {
  const flags = grounds.flags
    .filter(({ code }) => (suggest.flags as readonly string[]).includes(code))
    .map(({ code, startedOn }) => `${codeLabel('flag', code as CodeOf<'flag'>)}, since ${formatDate(startedOn)}`);
  const conditions = grounds.conditions
    .filter(({ code }) => (suggest.conditions as readonly string[]).includes(code))
    .map(({ code, diagnosedOn }) => {
      const words = codeShort('condition', code as CodeOf<'condition'>);
      return diagnosedOn === null ? `${words}, on record` : `${words}, since ${formatDate(diagnosedOn)}`;
    });
  const stays = grounds.stays
    .filter(({ kind }) => suggest.stays.includes(kind))
    .filter(({ dischargedOn }) => dischargedOn === null || dischargedOn >= addDays(today, -stayCounts))
    .map(({ kind, admittedOn, dischargedOn }) => {
      const words = stayWords[kind] ?? kind;
      return dischargedOn === null
        ? `In ${words} since ${formatDate(admittedOn)}`
        : `Home from ${words} on ${formatDate(dischargedOn)}`;
    });
  return [...flags, ...conditions, ...stays];
}
