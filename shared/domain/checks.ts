import { ageOn } from './age.ts';
import { addDays, formatDate } from './british-date.ts';
import { type CodeOf, codeEntry, codeLabel, codeShort, codesOf } from './code-lists.ts';

/**
 * Checks, screenings and vaccinations: who is eligible, and when the next is due. The rules are data in
 * `resources/code-lists/check.json`, which names their sources; here they are read for one person, and
 * `electron/engine/store/registers.ts` reads the same data for a whole list. A test holds the two together.
 */

export type CheckKind = CodeOf<'check'>;

export interface AgeSpan {
  readonly from: number;
  /** Completed years, included. */
  readonly to?: number;
  readonly bornFrom?: string;
}
/** The rule of a kind. Ages and grounds must both be met, unless `or` says that either is enough. */
export interface CheckRule {
  readonly ages?: readonly AgeSpan[];
  readonly flags?: readonly string[];
  readonly conditions?: readonly string[];
  readonly unless?: readonly string[];
  readonly or?: boolean;
  /** Due again after so many months; once when there is neither this nor a season. */
  readonly everyMonths?: number;
  /** `MM-DD` from which it is due each year. */
  readonly season?: string;
}

export const ruleOf = (kind: CheckKind): CheckRule => codeEntry('check', kind).rule as CheckRule;
/** Codes of the parts of a check that has several. */
export const partsOf = (kind: CheckKind): readonly string[] => codeEntry('check', kind).parts ?? [];

/** What is known of a person. Flags and conditions that hold. */
export interface CheckPerson {
  /** Whole date, or only the year. */
  readonly birth: { readonly date?: string | undefined; readonly year?: number | undefined } | null;
  readonly died: boolean;
  readonly flags: readonly string[];
  readonly conditions: readonly string[];
}

export interface Eligibility {
  readonly eligible: boolean;
  /** One phrase that says why, or why not. */
  readonly because: string;
}

/** Whether a check is for this person, with the reason. */
export function eligibility(kind: CheckKind, person: CheckPerson, today: string): Eligibility {
  const rule = ruleOf(kind);
  if (person.died) return { eligible: false, because: 'Has died' };
  const flag = rule.flags?.find((code) => person.flags.includes(code));
  const condition = rule.conditions?.find((code) => person.conditions.includes(code));
  const obstacle = rule.unless?.find((code) => person.conditions.includes(code));
  const age = ageIn(person.birth, today);
  const span = rule.ages?.find((each) => isOfAge(person.birth, each, today));
  const ground =
    flag !== undefined
      ? codeLabel('flag', flag as CodeOf<'flag'>)
      : condition !== undefined
        ? codeShort('condition', condition as CodeOf<'condition'>)
        : undefined;
  const needsGround = rule.flags !== undefined || rule.conditions !== undefined;
  if (obstacle !== undefined)
    return { eligible: false, because: `Not with ${codeShort('condition', obstacle as CodeOf<'condition'>)}` };
  const aged = span === undefined ? undefined : `Aged ${age} (${spanWords(span)})`;
  if (rule.or) {
    const because = ground ?? aged;
    return because === undefined
      ? { eligible: false, because: `Neither of the age (${agesWords(rule)}) nor with a condition for it` }
      : { eligible: true, because };
  }
  if (needsGround && ground === undefined) return { eligible: false, because: 'Nothing on record asks for it' };
  if (rule.ages !== undefined && aged === undefined)
    return { eligible: false, because: `Not of the age (${agesWords(rule)})` };
  return { eligible: true, because: ground ?? aged ?? '' };
}

const ageIn = (birth: CheckPerson['birth'], today: string): number | null =>
  (birth && ageOn(birth.date ?? birth.year ?? 9999, today)?.years) ?? null;

function isOfAge(birth: CheckPerson['birth'], span: AgeSpan, today: string): boolean {
  if (!birth) return false;
  const { after, until } = bornWithin(span, today);
  if (birth.date !== undefined) return birth.date > after && birth.date <= until;
  // Only the year is known: the age reached in this calendar year.
  if (birth.year === undefined) return false;
  return String(birth.year) > after.slice(0, 4) && String(birth.year) <= until.slice(0, 4);
}

/**
 * Birth dates of those who are of an age on a day: later than `after`, at the latest `until`. Compared as text, so a bound
 * may be a 29 February that its year does not have: somebody born on one completes a year on 1 March.
 */
export function bornWithin({ from, to, bornFrom }: AgeSpan, today: string): { after: string; until: string } {
  const yearsBefore = (years: number) =>
    `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`;
  const oldest = to === undefined ? '0000-00-00' : yearsBefore(to + 1);
  const first = bornFrom === undefined ? '' : addDays(bornFrom, -1);
  return { after: oldest > first ? oldest : first, until: yearsBefore(from) };
}

function spanWords({ from, to, bornFrom }: AgeSpan): string {
  const ages = to === undefined ? `from ${from}` : `${from} to ${to}`;
  return bornFrom === undefined ? ages : `${ages}, born from ${formatDate(bornFrom)}`;
}
const agesWords = ({ ages = [] }: CheckRule): string => ages.map(spanWords).join('; ');

/** The same day so many months later; the last day of the month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const whole = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(whole / 12)).padStart(4, '0')}-${String((whole % 12) + 1).padStart(2, '0')}-01`;
  const last = Number(addDays(nextMonth(first), -1).slice(8));
  return `${first.slice(0, 8)}${String(Math.min(day, last)).padStart(2, '0')}`;
}
const nextMonth = (first: string): string => `${addDays(first, 31).slice(0, 7)}-01`;

/** First day of the season that has begun last. */
function seasonStart(season: string, today: string): string {
  const thisYear = `${today.slice(0, 4)}-${season}`;
  return thisYear <= today ? thisYear : `${Number(today.slice(0, 4)) - 1}-${season}`;
}

/** When a check is due again after it was done; null when once is enough. */
export function nextDueOn(kind: CheckKind, doneOn: string): string | null {
  const { everyMonths, season } = ruleOf(kind);
  if (everyMonths !== undefined) return addMonths(doneOn, everyMonths);
  if (season === undefined) return null;
  const start = seasonStart(season, doneOn);
  return `${Number(start.slice(0, 4)) + 1}-${season}`;
}

/** What still counts on a day: checks that were done after `doneAfter`, offers that were made after `offerAfter`. */
export interface Window {
  readonly doneAfter: string;
  readonly offerAfter: string;
}

/** Months for which an offer of something that is done once is not repeated. */
const offerMonths = 12;

/** The bounds of what counts: a check done on a later day than `doneAfter` is not due yet on `today`. */
export function windowOf(kind: CheckKind, today: string): Window {
  const { everyMonths, season } = ruleOf(kind);
  if (season !== undefined) {
    const before = addDays(seasonStart(season, today), -1);
    return { doneAfter: before, offerAfter: before };
  }
  const offerAfter = latestDueBy(everyMonths ?? offerMonths, today);
  return { doneAfter: everyMonths === undefined ? '0000-00-00' : offerAfter, offerAfter };
}

/** The latest day from which so many months have passed by `today`. */
function latestDueBy(months: number, today: string): string {
  let day = addMonths(today, -months);
  while (addMonths(addDays(day, 1), months) <= today) day = addDays(day, 1);
  return day;
}

/** One entry: an offer with its answer, a check that was done, or both. */
export interface CheckEntry {
  readonly offeredOn: string | null;
  readonly response: 'accepted' | 'declined' | null;
  readonly doneOn: string | null;
}

export const checkStates = ['due', 'offered', 'accepted', 'declined', 'done'] as const;
export type CheckState = (typeof checkStates)[number];

export interface CheckStanding {
  readonly state: CheckState;
  readonly lastDoneOn: string | null;
  readonly lastOfferedOn: string | null;
  /** When it is next due; in the past while it is due, null when it never was done or once was enough. */
  readonly dueOn: string | null;
}

/**
 * How a check of one kind stands from its entries: done while that still counts; otherwise as the newest offer that still
 * counts and was made after the last time; otherwise due.
 */
export function standingOf(kind: CheckKind, entries: readonly CheckEntry[], today: string): CheckStanding {
  const latest = (dates: readonly (string | null)[]) =>
    dates.reduce<string | null>((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
  const { doneAfter, offerAfter } = windowOf(kind, today);
  const lastDoneOn = latest(entries.map(({ doneOn }) => doneOn));
  const lastOfferedOn = latest(entries.map(({ offeredOn }) => offeredOn));
  const dueOn = lastDoneOn === null ? null : nextDueOn(kind, lastDoneOn);
  const done = lastDoneOn !== null && lastDoneOn > doneAfter;
  const open = entries.filter(
    ({ offeredOn, doneOn }) =>
      doneOn === null && offeredOn !== null && offeredOn > offerAfter && offeredOn >= (lastDoneOn ?? ''),
  );
  const offer = open.reduce<CheckEntry | null>(
    (a, b) => (a === null || (b.offeredOn ?? '') >= (a.offeredOn ?? '') ? b : a),
    null,
  );
  const state = done ? 'done' : offer === null ? 'due' : (offer.response ?? 'offered');
  return { state, lastDoneOn, lastOfferedOn, dueOn };
}

export const stateWords: Readonly<Record<CheckState, string>> = {
  due: 'Due',
  offered: 'Offered',
  accepted: 'Accepted',
  declined: 'Declined',
  done: 'Done',
};

/** Parts of a check with the day on which each was done and what came out. */
export type CheckParts = Readonly<Record<string, { readonly on: string; readonly result?: string | undefined }>>;

/** Parts that a check still lacks, in the order of the list. */
export const missingParts = (kind: CheckKind, parts: CheckParts): readonly string[] =>
  partsOf(kind).filter((part) => parts[part] === undefined);

/** The vaccinations of the list. */
export const vaccinations: readonly CheckKind[] = codesOf('check').filter(
  (kind) => codeEntry('check', kind).vaccination === true,
);

/** An entry with the parts that it holds. */
export interface RoundEntry extends CheckEntry {
  readonly parts: CheckParts;
}

/**
 * The round under way, which the next entry carries on: the last entry of the list that is not done and whose offer or parts
 * still count, made no earlier than the check was last done. A declined offer is one: people change their minds.
 */
export function roundOf<E extends RoundEntry>(kind: CheckKind, entries: readonly E[], today: string): E | null {
  const { doneAfter, offerAfter } = windowOf(kind, today);
  const done = entries.map(({ doneOn }) => doneOn ?? '').reduce((a, b) => (a > b ? a : b), '');
  if (done > doneAfter) return null;
  const under = entries.filter((entry) => {
    if (entry.doneOn !== null) return false;
    const dates = [entry.offeredOn ?? '', ...Object.values(entry.parts).map(({ on }) => on)];
    return dates.some((date) => date > offerAfter && date >= done);
  });
  return under.at(-1) ?? null;
}
