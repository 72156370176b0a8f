import { type FindingKind, findingKinds } from '../../../shared/contract/review.ts';
import type { Tone } from '../../components/tone.ts';

/** What each kind of finding is called, and how pressing it is. */
export const findingWords: Readonly<Record<FindingKind, { readonly words: string; readonly tone: Tone }>> = {
  'same-nhs-number': { words: 'Same NHS number', tone: 'red' },
  'likely-duplicate': { words: 'Likely duplicate', tone: 'orange' },
  'two-coordinators': { words: 'Two coordinators', tone: 'red' },
  'two-open-cases': { words: 'Two open cases', tone: 'orange' },
  'no-coordinator': { words: 'No coordinator', tone: 'red' },
  contested: { words: 'Changed by two people', tone: 'yellow' },
};

export const findingOptions = findingKinds.map((value) => ({ value, label: findingWords[value].words }));

/** Findings that are about two records of possibly one person. */
export const isAboutSameness = (kind: FindingKind): boolean =>
  kind === 'same-nhs-number' || kind === 'likely-duplicate';
