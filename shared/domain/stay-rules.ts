import { addDays, daysBetween, formatDate } from './british-date.ts';
import { type CodeOf, codeEntry, codeLabel } from './code-lists.ts';

/** What a stay may say, and what follows from leaving it. Dates are calendar dates, `YYYY-MM-DD`. */
export type StayKind = CodeOf<'stay-kind'>;
export type Destination = CodeOf<'discharge-destination'>;

/** Days after discharge from a mental health stay (NHS England: within 72 hours), and after any other. */
export const followUpDays = { mentalHealth: 3, other: 7 } as const;

/** Adult Social Care Outcomes Framework 2D: the day after leaving hospital into reablement on which it is asked. */
export const reablementDay = 91;

/**
 * When somebody should have seen the person after they left; null where nothing is to follow: kinds that have their own
 * check, people who died, and people who went on to another ward.
 */
export function followUpDue(stay: {
  readonly kind: StayKind;
  readonly mentalHealth: boolean;
  readonly dischargedOn: string;
  readonly destination: Destination | null;
}): string | null {
  if (codeEntry('stay-kind', stay.kind).followUp !== true) return null;
  const to = stay.destination === null ? undefined : codeEntry('discharge-destination', stay.destination);
  if (to?.died === true || to?.ward === true) return null;
  return addDays(stay.dischargedOn, stay.mentalHealth ? followUpDays.mentalHealth : followUpDays.other);
}

/**
 * The day on which it is asked whether the person is still at home: day 91 from the start of reablement, which is the day
 * of leaving hospital (Adult Social Care Outcomes Framework 2D). Null for other kinds.
 */
export const day91Due = (kind: string, startedOn: string): string | null =>
  kind === 'reablement' ? addDays(startedOn, reablementDay) : null;

/** Whole days of a stay up to its end or today; on the day of admission 0. */
export const daysStayed = (admittedOn: string, dischargedOn: string | null, today: string): number =>
  Math.max(0, daysBetween(admittedOn, dischargedOn ?? today));

/** Days for which somebody was ready to leave and could not; 0 while they are not ready. */
export const daysLost = (readyOn: string | null, dischargedOn: string | null, today: string): number =>
  readyOn === null ? 0 : Math.max(0, daysBetween(readyOn, dischargedOn ?? today));

/** The part of a stay that the rules look at. */
export interface StayDraft {
  readonly kind: StayKind;
  readonly admittedOn: string;
  readonly expectedOn: string | null;
  readonly readyOn: string | null;
  readonly delay: { readonly reason: string } | null;
  readonly dischargedOn: string | null;
  readonly destination: Destination | null;
}

/** What of a person bounds the dates of their stays. */
export interface Lifetime {
  /** A date or a year. */
  readonly born: string | null;
  readonly died: string | null;
}

/** One thing to put right; `path` is the field of the draft. */
export interface StayProblem {
  readonly path: keyof StayDraft;
  readonly message: string;
}

/** Everything that is wrong with a stay, in the order of the form; an empty list when it can be saved. */
export function checkStay(draft: StayDraft, { born, died }: Lifetime, today: string): StayProblem[] {
  const problems: StayProblem[] = [];
  const add = (path: keyof StayDraft, message: string) => problems.push({ path, message });
  const { admittedOn, expectedOn, readyOn, delay, dischargedOn, destination } = draft;
  if (admittedOn > today)
    add('admittedOn', 'An admission can be recorded once it has happened: enter today or earlier');
  else if (born !== null && admittedOn.slice(0, born.length) < born)
    add('admittedOn', 'The admission is before the person was born: check the date');
  else if (died !== null && admittedOn > died)
    add('admittedOn', `The person died on ${formatDate(died)}: check the date of admission`);
  if (expectedOn !== null && expectedOn < admittedOn)
    add('expectedOn', 'The expected discharge is before the admission: check both dates');
  if (readyOn !== null && readyOn < admittedOn) add('readyOn', 'Ready to leave before the admission: check both dates');
  else if (readyOn !== null && readyOn > today)
    add('readyOn', 'Enter the day from which the person was ready: today or earlier');
  if (delay !== null && readyOn === null) add('readyOn', 'Say since when the person has been ready to leave');
  if (dischargedOn === null) {
    if (destination !== null) add('destination', 'Only a stay that has ended has a destination');
    return problems;
  }
  if (dischargedOn < admittedOn) add('dischargedOn', 'The discharge is before the admission: check both dates');
  else if (dischargedOn > today) add('dischargedOn', 'A discharge to come is an expected date: enter today or earlier');
  else if (readyOn !== null && dischargedOn < readyOn)
    add('dischargedOn', 'The discharge is before the person was ready to leave: check both dates');
  else if (died !== null && dischargedOn > died)
    add('dischargedOn', `The person died on ${formatDate(died)}: check the date of discharge`);
  if (destination === null) add('destination', 'Say where the person went');
  return problems;
}

/** Two stays of one kind cannot both have the person; one may begin on the day that the other ends. */
export function overlaps(
  a: { readonly admittedOn: string; readonly dischargedOn: string | null },
  b: { readonly admittedOn: string; readonly dischargedOn: string | null },
): boolean {
  const end = (of: { dischargedOn: string | null }) => of.dischargedOn ?? '9999-12-31';
  return a.admittedOn === b.admittedOn || (a.admittedOn < end(b) && b.admittedOn < end(a));
}

/** `Hospital stay`, `Reablement`: what a stay is called in a sentence. */
export function stayWords(kind: string): string {
  const label = codeLabel('stay-kind', kind as StayKind);
  return kind === 'hospital' ? `${label} stay` : label;
}
