import type { CheckEntryView } from '../../../shared/contract/checks.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { type CheckState, stateWords } from '../../../shared/domain/checks.ts';
import { codeShort, isCode } from '../../../shared/domain/code-lists.ts';
import type { Tone } from '../../components/tone.ts';

export const stateTone: Readonly<Record<CheckState, Tone>> = {
  due: 'red',
  offered: 'yellow',
  accepted: 'blue',
  declined: 'grey',
  done: 'green',
};

export const partWord = (part: string): string => (isCode('check-part', part) ? codeShort('check-part', part) : part);

/** What an entry says, in one line. */
export function entryWords({ offeredOn, response, doneOn, parts, note }: CheckEntryView): string {
  return [
    doneOn === null ? '' : `Done ${formatDate(doneOn)}`,
    offeredOn === null ? '' : `offered ${formatDate(offeredOn)}`,
    response === null ? '' : stateWords[response].toLowerCase(),
    ...Object.entries(parts).map(
      ([part, { on, result }]) => `${partWord(part).toLowerCase()} ${formatDate(on)}${result ? ` (${result})` : ''}`,
    ),
    note,
  ]
    .filter(Boolean)
    .join(', ');
}
