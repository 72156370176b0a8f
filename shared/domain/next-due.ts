import { addDays, daysBetween } from './british-date.ts';
import type { CaseStatus } from './case-status.ts';
import { codeLists } from './code-lists.ts';
import type { NeedTier } from './need-tier-table.ts';
import { addWorkingDays } from './working-days.ts';

/** Working days from opening within which a new case is first contacted. */
export const FIRST_CONTACT_WORKING_DAYS = 5;

/** What the next due date follows from. Dates are `YYYY-MM-DD` in London. */
export interface DueFacts {
  readonly status: CaseStatus;
  readonly tier: NeedTier;
  readonly openedOn: string;
  /** Date of the last successful contact since opening. */
  readonly lastSuccessfulOn: string | null;
  /** What was agreed at the latest contact that has happened, successful or not. */
  readonly agreedOn: string | null;
  /** While on hold: when to look at it again. */
  readonly holdReviewOn: string | null;
}

export interface NextDue {
  readonly on: string;
  readonly basis: 'agreed' | 'interval' | 'first-contact' | 'hold-review';
  /** Why this date, without the person. */
  readonly sentence: string;
}

/**
 * When the next contact is due: the date agreed at the latest contact; else the tier's interval after the last successful
 * one; else, for a case not contacted yet, five working days after opening (a week, so within every interval, but for bank holidays).
 * Null for a case that is closed, only proposed, or on hold without a review date.
 */
export function nextDue(facts: DueFacts): NextDue | null {
  if (facts.status === 'on-hold') {
    if (facts.holdReviewOn === null) return null;
    return { on: facts.holdReviewOn, basis: 'hold-review', sentence: 'On hold: to be looked at again.' };
  }
  if (facts.status !== 'open') return null;
  if (facts.agreedOn !== null) {
    return { on: facts.agreedOn, basis: 'agreed', sentence: 'Agreed at the latest contact.' };
  }
  const interval = contactInterval(facts.tier);
  if (facts.lastSuccessfulOn !== null) {
    return {
      on: addDays(facts.lastSuccessfulOn, interval),
      basis: 'interval',
      sentence: `At this need tier, within ${interval} days of the last successful contact.`,
    };
  }
  return {
    on: addWorkingDays(facts.openedOn, FIRST_CONTACT_WORKING_DAYS),
    basis: 'first-contact',
    sentence: `New case: first contact within ${FIRST_CONTACT_WORKING_DAYS} working days.`,
  };
}

/** Longest time between successful contacts, in days. */
export function contactInterval(tier: NeedTier): number {
  return codeLists['need-tier'].codes[tier].contactDays;
}

/** A due date as people say it: `due today`, `due tomorrow`, `due in 3 days`, `1 day overdue`, `12 days overdue`. */
export function dueWording(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  if (days > 1) return `due in ${days} days`;
  return days === -1 ? '1 day overdue' : `${-days} days overdue`;
}
