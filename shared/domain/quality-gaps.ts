import { addDays } from './british-date.ts';
import { workingDaysBetween } from './working-days.ts';

/**
 * What a record on the caseload should say and does not, so that somebody can ask. Each gap counts people, of those whom it can
 * be said of: the denominator is part of its sentence.
 */
export const qualityGaps = [
  'nhs-number',
  'ethnic-category',
  'sharing',
  'contact-way',
  'birth-date',
  'language',
  'outcome',
  'plan',
  'what-matters',
  'assessment',
] as const;
export type QualityGap = (typeof qualityGaps)[number];

/** Working days after which an open case has an agreed plan and an assessment. */
export const settledWorkingDays = 20;
/** Months after which an assessment is no longer current. */
export const assessmentMonths = 12;

/** The last day of opening from which a case has been open for more than `settledWorkingDays` by today. */
export function settledIfOpenedBy(today: string): string {
  let opened = addDays(today, -1);
  while (workingDaysBetween(opened, today) <= settledWorkingDays) opened = addDays(opened, -1);
  return opened;
}

interface GapWords {
  readonly label: string;
  /** What is missing, after "12 of 56 people". */
  readonly said: string;
  /** Whom it can be said of, when that is not everybody on the list. */
  readonly among?: string;
  /** What exactly counts, and what does not. */
  readonly explained: string;
  /** Where on the page of a person it is put right. */
  readonly tab: 'overview' | 'details' | 'plan' | 'assessments' | 'timeline';
}

/** The words of each gap. */
export const gapWords: Readonly<Record<QualityGap, GapWords>> = {
  'nhs-number': {
    label: 'NHS number',
    said: 'no NHS number that is verified',
    explained: 'There is no number, or its trace status is not “verified”.',
    tab: 'details',
  },
  'ethnic-category': {
    label: 'Ethnic category',
    said: 'no ethnic category on record',
    explained: '“Not stated” is an answer and is not counted here; “not known” is.',
    tab: 'details',
  },
  sharing: {
    label: 'Sharing decision',
    said: 'no decision about sharing',
    explained: 'Nobody has asked whether information may be shared, or with whom. A refusal is a decision.',
    tab: 'details',
  },
  'contact-way': {
    label: 'Way of contact',
    said: 'no telephone number and no e-mail address',
    explained: 'An address alone is not counted: a letter is no way to reach somebody today.',
    tab: 'details',
  },
  'birth-date': {
    label: 'Birth date',
    said: 'no full birth date',
    explained: 'Only the year is known, or nothing.',
    tab: 'details',
  },
  language: {
    label: 'Language',
    said: 'no language on record',
    among: 'needing an interpreter',
    explained: 'An interpreter is needed, and nobody can tell for which language.',
    tab: 'details',
  },
  outcome: {
    label: 'Outcome of appointments',
    said: 'an appointment without an outcome',
    explained: 'A planned contact of the case lies before today and says neither attended, missed nor cancelled.',
    tab: 'timeline',
  },
  plan: {
    label: 'Agreed care plan',
    said: 'no agreed care plan',
    among: `with a case open for more than ${settledWorkingDays} working days`,
    explained: 'No version of a plan was agreed. A draft is not counted as a plan.',
    tab: 'plan',
  },
  'what-matters': {
    label: 'What matters',
    said: 'nothing about what matters to them',
    explained: 'Nothing is written down under “What matters to me”.',
    tab: 'overview',
  },
  assessment: {
    label: 'Current assessment',
    said: `no assessment in the last ${assessmentMonths} months`,
    among: `with a case open for more than ${settledWorkingDays} working days`,
    explained: 'No life domain was asked about in that time, or ever.',
    tab: 'assessments',
  },
};

/** `1 person`, `1,180 people`. */
export const peopleWords = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`;

/** `1 of 33 people needing an interpreter: no language on record.` @param of how many it can be said of */
export function gapSentence(gap: QualityGap, count: number, of: number): string {
  const { said, among } = gapWords[gap];
  const whom = among === undefined ? '' : ` ${among}`;
  if (of === 0) return `There are no people${whom || ' on this list'}.`;
  return `${count.toLocaleString('en-GB')} of ${peopleWords(of)}${whom}: ${said}.`;
}

/** Whole per cent that are complete; null when there is nobody to ask about. A gap never rounds to complete. */
export function completeness(count: number, of: number): number | null {
  if (of === 0) return null;
  const share = Math.round(((of - count) / of) * 100);
  return count > 0 ? Math.min(99, share) : share;
}
