import { addDays, daysBetween, formatDate, localDateOf } from './british-date.ts';
import type { Figure } from './instrument-definition.ts';
import { changeBetween } from './instrument-scoring.ts';

/**
 * Whom a behaviourist should think about again. Both rules are OneTeam's own, after the design's question "who is not
 * improving, or has stopped coming"; they say whom to look at and are no verdict on the work.
 */

/** Work counts as long enough to have shown something after so many days, or so many sessions that took place. */
export const enoughDays = 56;
export const enoughSessions = 6;
/** Not seen for so many days, with no appointment ahead, counts as having stopped. */
export const silentDays = 42;
/** So many appointments missed one after the other count as having stopped. */
export const missedInRow = 2;

/** The values of one figure that has an established reliable change. */
export interface ScoreFacts {
  /** What it is called: `PHQ-9`. */
  readonly name: string;
  readonly figure: Figure;
  /** Oldest first, from the beginning of the work. `at`: UTC instant. */
  readonly points: readonly { readonly at: string; readonly value: number }[];
}

/** What is known of one person's work with a behaviourist. Instants are UTC. */
export interface ClinicFacts {
  /** First session that took place; null before it. */
  readonly firstSeenAt: string | null;
  readonly lastSeenAt: string | null;
  /** Sessions that took place. */
  readonly sessions: number;
  /** Starts of the appointments missed since the last session, newest first. */
  readonly missedAt: readonly string[];
  /** The next appointment in a diary. */
  readonly nextPlannedAt: string | null;
  /** When the next contact was agreed or is due. */
  readonly nextDueOn: string | null;
  readonly scores: readonly ScoreFacts[];
}

const dayOf = (at: string): string => formatDate(localDateOf(at));
const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
const weeks = (days: number): string => count(Math.floor(days / 7), 'week');

/**
 * Why somebody counts as not improving, in one sentence; null when they do not. After 8 weeks or 6 sessions: no score has
 * changed reliably for the better since the work began, or none was repeated, so that nothing can show it.
 * @param today `YYYY-MM-DD`
 */
export function notImproving(facts: ClinicFacts, today: string): string | null {
  const { firstSeenAt, sessions } = facts;
  if (firstSeenAt === null) return null;
  const days = daysBetween(localDateOf(firstSeenAt), today);
  if (days < enoughDays && sessions < enoughSessions) return null;
  const worked = `${count(sessions, 'session')} in ${weeks(days)}`;
  const courses = facts.scores.flatMap(({ name, figure, points }) => {
    const [first] = points;
    const last = points.at(-1);
    if (first === undefined || last === undefined || points.length < 2) return [];
    return [{ name, first, last, figure, change: changeBetween(figure, first.value, last.value) }];
  });
  if (courses.length === 0) return `${worked}, and no score was taken twice that could show a change.`;
  if (courses.some(({ change }) => change === 'better')) return null;
  // What got worse comes first: it is what to act upon.
  const worst = courses.find(({ change }) => change === 'worse') ?? courses[0];
  if (worst === undefined) return null;
  const moved = `${worst.name} ${worst.first.value} on ${dayOf(worst.first.at)}, ${worst.last.value} on ${dayOf(worst.last.at)}`;
  return worst.change === 'worse'
    ? `${moved}: reliably worse, after ${worked}.`
    : `${moved}: no reliable change (${worst.figure.reliableChange?.amount ?? 0} or more) after ${worked}.`;
}

/**
 * Why somebody counts as having stopped coming, in one sentence; null when they do not. Two appointments missed in a row,
 * or not seen for 6 weeks with no appointment ahead.
 * @param today `YYYY-MM-DD`
 */
export function stoppedComing(facts: ClinicFacts, today: string): string | null {
  const { missedAt, lastSeenAt, nextPlannedAt, nextDueOn } = facts;
  const ahead = nextPlannedAt === null ? '' : ` The next is planned for ${dayOf(nextPlannedAt)}.`;
  if (missedAt.length >= missedInRow) {
    const [last = '', before = ''] = missedAt;
    return missedAt.length === 2
      ? `Missed the last two appointments, ${dayOf(before)} and ${dayOf(last)}.${ahead}`
      : `Missed the last ${missedAt.length} appointments, the latest on ${dayOf(last)}.${ahead}`;
  }
  if (lastSeenAt === null || nextPlannedAt !== null) return null;
  const last = localDateOf(lastSeenAt);
  const days = daysBetween(last, today);
  if (days < silentDays) return null;
  const due = nextDueOn !== null && nextDueOn < today ? `, though due on ${formatDate(nextDueOn)}` : '';
  return `Not seen since ${formatDate(last)}, ${weeks(days)} ago${due}, and no appointment is planned.`;
}

/** The day before which results count as earlier work: scores taken up to four weeks before the first session still belong to it. */
export const workBegan = (firstSeenAt: string): string => addDays(localDateOf(firstSeenAt), -28);
