import type { DischargeBrief, DischargeEffect, DischargeOutcome } from '../../../shared/contract/discharge-view.ts';
import type { Tone } from '../../components/tone.ts';

/** Words of discharge lists that several screens share. */
interface Words {
  readonly words: string;
  readonly tone: Tone;
}

export const stateWords: Readonly<Record<DischargeBrief['state'], Words>> = {
  preview: { words: 'Waiting to be confirmed', tone: 'blue' },
  committed: { words: 'Recorded', tone: 'green' },
  undone: { words: 'Undone', tone: 'grey' },
};

/** What happens, or happened, to a row. `what` says more where the row itself does not. */
export const outcomeWords: Readonly<Record<DischargeOutcome, Words & { readonly what?: string }>> = {
  discharge: { words: 'Ends the open stay', tone: 'green' },
  new: { words: 'Records the stay', tone: 'blue' },
  same: { words: 'On record already', tone: 'grey' },
  choose: { words: 'Choose who it is', tone: 'yellow' },
  nobody: {
    words: 'Nobody on record',
    tone: 'grey',
    what: 'Nobody has this NHS number, or this name and birth date. Once the person is registered, the row finds them.',
  },
  outside: {
    words: 'With another team',
    tone: 'grey',
    what: 'Their team records the stay. If you look after them too, open their record with a reason first; then the row finds them.',
  },
  error: { words: 'Cannot be recorded', tone: 'red' },
  skip: { words: 'Left out', tone: 'grey', what: 'You left this row out.' },
};

/** The parts of the page, in its order: what needs somebody comes first. */
export const groups: readonly { readonly title: string; readonly outcomes: readonly DischargeOutcome[] }[] = [
  { title: 'To choose', outcomes: ['choose'] },
  { title: 'Stays of this list', outcomes: ['discharge', 'new'] },
  { title: 'Left out', outcomes: ['error', 'nobody', 'outside', 'skip'] },
  { title: 'On record already', outcomes: ['same'] },
];

/** What a list does or did, in one line. */
export function effectLine({ discharge, new: fresh, same, left }: DischargeEffect): string {
  const parts = [
    discharge > 0 && `${discharge} open ${discharge === 1 ? 'stay ends' : 'stays end'}`,
    fresh > 0 && `${fresh} ${fresh === 1 ? 'stay is' : 'stays are'} added`,
    same > 0 && `${same} on record already`,
    left > 0 && `${left} left out`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Nothing' : parts.join(', ');
}
