import type { ImportBrief, ImportCounts, ImportEffect, ImportOutcome } from '../../../shared/contract/import-view.ts';
import type { Tone } from '../../components/tone.ts';

/** Words of imports that several screens share. */

export const outcomeTabs: Readonly<Record<ImportOutcome, string>> = {
  create: 'New people',
  update: 'Updates',
  duplicate: 'Possible duplicates',
  error: 'Errors',
  same: 'Unchanged',
  skip: 'Repeated rows',
};

/** The order of the tabs: what needs somebody first comes early. */
export const outcomeOrder: readonly ImportOutcome[] = ['create', 'update', 'duplicate', 'error', 'same', 'skip'];

export const stateWords: Readonly<Record<ImportBrief['state'], { readonly words: string; readonly tone: Tone }>> = {
  received: { words: 'Columns to check', tone: 'yellow' },
  preview: { words: 'Waiting to be confirmed', tone: 'blue' },
  committed: { words: 'Imported', tone: 'green' },
  undone: { words: 'Undone', tone: 'grey' },
};

export const encodingWords: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

export const delimiterWords: Readonly<Record<string, string>> = {
  ',': 'divided by commas',
  ';': 'divided by semicolons',
  '\t': 'divided by tabs',
  '|': 'divided by bars',
};

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

/** What confirming does, in sentences: what goes in first, then what stays out. */
export function effectSentences({ create, update, same, left }: ImportEffect): string[] {
  return [
    create > 0 && `${count(create, 'new person is', 'new people are')} put on record.`,
    update > 0 && `${count(update, 'record gets', 'records get')} new values. What the list leaves out stays.`,
    same > 0 &&
      `${count(same, 'record has', 'records have')} nothing new and ${same === 1 ? 'stays' : 'stay'} as ${same === 1 ? 'it is' : 'they are'}.`,
    left > 0 && `${count(left, 'row is', 'rows are')} left out.`,
  ].filter((sentence) => sentence !== false);
}

/** Why rows stay out, in sentences. */
export function leftSentences(counts: ImportCounts): string[] {
  return [
    counts.undecided > 0 &&
      `${count(counts.undecided, 'possible duplicate is', 'possible duplicates are')} not decided yet`,
    counts.error > 0 && `${count(counts.error, 'row has an error', 'rows have errors')}`,
    counts.skip > 0 && `${count(counts.skip, 'row repeats', 'rows repeat')} an earlier one`,
  ].filter((sentence) => sentence !== false);
}

/** What an import did or would do, in one line. */
export function effectLine({ create, update, same, left }: ImportEffect): string {
  return [
    `${create.toLocaleString('en-GB')} new`,
    `${update.toLocaleString('en-GB')} updated`,
    `${same.toLocaleString('en-GB')} unchanged`,
    left > 0 && `${left.toLocaleString('en-GB')} left out`,
  ]
    .filter(Boolean)
    .join(', ');
}
