import { daysBetween } from './british-date.ts';
import type { CodeOf } from './code-lists.ts';
import { addWorkingDays } from './working-days.ts';

/** How what people say about their care is followed: who answered when, what was done, and when it was settled. */
export type FeedbackKind = CodeOf<'feedback-kind'>;
export type FeedbackStatus = CodeOf<'feedback-status'>;

/** One step as it is stored. `note`: what was done, in words. */
export interface FeedbackState {
  readonly status: FeedbackStatus;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Id of a worker. */
  readonly by: string;
  readonly note?: string | undefined;
}

/** Where it can go from each status: an answer that did not help, or a matter that comes back, is open again. */
const steps: Readonly<Record<FeedbackStatus, readonly FeedbackStatus[]>> = {
  open: ['answered', 'closed'],
  answered: ['closed', 'open'],
  closed: ['open'],
};

/** What may come after a status, the usual step first. */
export const nextSteps = (status: FeedbackStatus): readonly FeedbackStatus[] => steps[status];

/** Whether a step must say what was done or why. Only closing what was answered needs no more words. */
export const needsNote = (from: FeedbackStatus, to: FeedbackStatus): boolean => from !== 'answered' || to !== 'closed';

const missing: Readonly<Record<FeedbackStatus, string>> = {
  open: 'Say why it is open again',
  answered: 'Say what was answered or done',
  closed: 'Say what was done about it',
};

/** What is wrong with a step, field by field; empty when it can be taken. @param received day on which it was said */
export function checkStep(
  from: FeedbackState,
  to: { readonly status: FeedbackStatus; readonly on: string; readonly note: string },
  received: string,
  today: string,
): { readonly path: 'status' | 'on' | 'note'; readonly message: string }[] {
  if (!steps[from.status].includes(to.status))
    return [{ path: 'status', message: 'Somebody has taken this step already. Look at the entry again.' }];
  const problems: ReturnType<typeof checkStep> = [];
  if (to.on > today) problems.push({ path: 'on', message: 'The day must not be in the future' });
  else if (to.on < received) problems.push({ path: 'on', message: 'The day must not be before it was said' });
  else if (to.on < from.on) problems.push({ path: 'on', message: 'The day must not be before the last step' });
  if (to.note === '' && needsNote(from.status, to.status)) problems.push({ path: 'note', message: missing[to.status] });
  return problems;
}

/**
 * The steps that hold, from every state that was ever written, oldest first. A state that repeats an earlier one to the letter
 * takes back what came between: that is how an undo is written.
 */
export function stepsTaken(states: readonly string[]): string[] {
  const taken: string[] = [];
  for (const state of states) {
    const before = taken.indexOf(state);
    if (before >= 0) taken.length = before + 1;
    else taken.push(state);
  }
  return taken;
}

/** Working days within which a complaint is acknowledged: Local Authority Social Services and NHS Complaints (England) Regulations 2009, regulation 13(3). */
export const complaintWorkingDays = 3;

/** The last day on which a complaint should be answered for the first time; null for what nobody has to answer by a day. */
export const answerDue = (kind: string, received: string): string | null =>
  kind === 'complaint' ? addWorkingDays(received, complaintWorkingDays) : null;

/** Days that it has waited: until today while it is open, until the first answer afterwards. */
export const daysWaited = (received: string, answeredOn: string | null, today: string): number =>
  Math.max(0, daysBetween(received, answeredOn ?? today));
