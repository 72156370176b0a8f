import { formatDate } from '../../../shared/domain/british-date.ts';
import { complaintWorkingDays, type FeedbackStatus } from '../../../shared/domain/feedback-rules.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { formatDays } from '../../components/format.ts';
import type { Tone } from '../../components/tone.ts';

export const kindTone: Readonly<Record<string, Tone>> = {
  compliment: 'green',
  concern: 'orange',
  complaint: 'red',
  story: 'blue',
};
export const statusTone: Readonly<Record<string, Tone>> = { open: 'yellow', answered: 'blue', closed: 'grey' };

/** What each step is called on its button, in its dialog, and once it is taken. */
export const stepWords: Readonly<
  Record<FeedbackStatus, { readonly deed: string; readonly note: string; readonly done: string }>
> = {
  open: { deed: 'Open again', note: 'Why it is open again', done: 'Feedback open again' },
  answered: { deed: 'Record the answer', note: 'What was answered and done', done: 'Answer recorded' },
  closed: { deed: 'Close', note: 'What was done about it', done: 'Feedback closed' },
};

/** `waiting 12 days`, or how long the first answer took. */
export function waitWords({ status, days }: { readonly status: string; readonly days: number }): string {
  if (status === 'open') return days === 0 ? 'said today' : `waiting ${formatDays(days)}`;
  return days === 0 ? 'answered the same day' : `answered after ${formatDays(days)}`;
}

/** Why a complaint has a day: the law asks for it. */
export const dueWords = (dueOn: string): string =>
  `Acknowledge by ${formatDate(dueOn)}: within ${complaintWorkingDays} working days`;

/** `The person, 12 Mar 2026`. */
export const saidWords = ({ saidBy, receivedOn }: { readonly saidBy: string; readonly receivedOn: string }): string =>
  `${wordOf('feedback-source', saidBy)}, ${formatDate(receivedOn)}`;
