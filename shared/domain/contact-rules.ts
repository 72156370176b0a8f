import { addYears, localDateOf } from './british-date.ts';
import { type CodeOf, codeEntry } from './code-lists.ts';

/**
 * What a care contact must and must not say, by how it went. A contact without attendance is planned.
 * Attendance codes and the fields that go with them follow the Community Services Data Set v1.6 (CYP201 Care contact).
 */
export type Attendance = CodeOf<'attendance'>;

/** The part of a contact that the rules look at. */
export interface ContactDraft {
  /** UTC instant. */
  readonly startsAt: string;
  readonly attendance: Attendance | null;
  readonly mechanism: CodeOf<'consultation-mechanism'>;
  readonly minutes: number | null;
  readonly subject: CodeOf<'contact-subject'> | null;
  readonly location: CodeOf<'activity-location'> | null;
  readonly cancellation: { readonly reason: CodeOf<'cancellation-reason'> } | null;
  readonly activities: readonly CodeOf<'activity-type'>[];
  /** Whether techniques, rulers, goals or brief interventions are recorded. */
  readonly workRecorded: boolean;
  readonly nextDueOn: string | null;
}

/** One thing to put right; `path` is the field of the draft. */
export interface ContactProblem {
  readonly path: keyof ContactDraft;
  readonly message: string;
}

const DAY_MINUTES = 24 * 60;
/** A clock on another device may be a little ahead. */
const CLOCK_SLACK = 5 * 60_000;
/** A diary further ahead is a slip of the year. */
const DIARY_YEARS = 2;

/** Planned: it has no outcome yet. */
export function isPlanned(attendance: Attendance | null): attendance is null {
  return attendance === null;
}

/** The person, or somebody for them, was seen or spoken to: what counts as a successful contact. */
export function isSuccessful(attendance: Attendance | null): boolean {
  return attendance !== null && codeEntry('attendance', attendance).seen === true;
}

/** Did not attend, or came too late to be seen: what counts as a missed contact. Cancellations do not. */
export function isMissed(attendance: Attendance | null): boolean {
  return attendance !== null && codeEntry('attendance', attendance).missed === true;
}

/** Called off by either side. */
export function isCancelled(attendance: Attendance | null): boolean {
  return attendance !== null && codeEntry('attendance', attendance).cancelled === true;
}

/**
 * Missed contacts in a row up to now.
 * @param attendances newest first; a success ends the count, cancellations and plans neither count nor end it
 */
export function missedInRow(attendances: readonly (Attendance | null)[]): number {
  let count = 0;
  for (const attendance of attendances) {
    if (isSuccessful(attendance)) break;
    if (isMissed(attendance)) count++;
  }
  return count;
}

/** Fields that a form asks for with this attendance and mechanism, so that it shows no others as needed. */
export function neededFields(
  attendance: Attendance | null,
  mechanism: CodeOf<'consultation-mechanism'>,
): readonly (keyof ContactDraft)[] {
  if (isCancelled(attendance)) return ['cancellation'];
  if (!isSuccessful(attendance)) return [];
  return codeEntry('consultation-mechanism', mechanism).inPerson === true
    ? ['minutes', 'subject', 'location']
    : ['minutes', 'subject'];
}

const NEEDED: Partial<Record<keyof ContactDraft, string>> = {
  minutes: 'Enter how long the contact took, in minutes',
  subject: 'Say who was seen or spoken to',
  location: 'Say where the person was seen',
  cancellation: 'Say why the contact was cancelled',
};

/**
 * Everything that is wrong with a contact, in the order of the form; an empty list when it can be saved.
 * @param now UTC instant
 */
export function checkContact(draft: ContactDraft, now: string): ContactProblem[] {
  const problems: ContactProblem[] = [];
  const add = (path: keyof ContactDraft, message: string) => problems.push({ path, message });
  const { attendance } = draft;
  const seen = isSuccessful(attendance);

  if (attendance === null && draft.startsAt <= now) add('attendance', 'Say how the contact went, or plan it for later');
  if ((seen || isMissed(attendance)) && Date.parse(draft.startsAt) > Date.parse(now) + CLOCK_SLACK) {
    add('startsAt', 'A contact that has not happened yet can only be planned or cancelled');
  }
  if (localDateOf(draft.startsAt) > addYears(localDateOf(now), DIARY_YEARS)) {
    add('startsAt', `Plan no more than ${DIARY_YEARS} years ahead`);
  }

  for (const field of neededFields(attendance, draft.mechanism)) {
    if (draft[field] === null) add(field, NEEDED[field] ?? 'This is needed');
  }
  if (draft.minutes !== null && !isDuration(draft.minutes)) {
    add('minutes', `Enter whole minutes from 1 to ${DAY_MINUTES}`);
  } else if (draft.minutes !== null && attendance !== null && !seen) {
    add('minutes', 'Only a contact that took place has a duration');
  }
  if (draft.cancellation !== null && !isCancelled(attendance)) {
    add('cancellation', 'Only a cancelled contact has a cancellation reason');
  }
  if (!seen && attendance !== null && draft.activities.length > 0) {
    add('activities', 'Only a contact that took place has activities');
  }
  if (!seen && draft.workRecorded) add('workRecorded', 'Only a contact that took place has behaviour-change work');
  if (draft.nextDueOn !== null && draft.nextDueOn < localDateOf(draft.startsAt)) {
    add('nextDueOn', 'The next contact cannot be due before this one');
  }
  return problems;
}

function isDuration(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= DAY_MINUTES;
}
