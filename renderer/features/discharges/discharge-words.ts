import type { DischargeBrief, DischargeEffect, DischargeOutcome } from '../../../shared/contract/discharge-view.ts';
import { formatCount } from '../../components/format.ts';
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

/** What happens to a row, and what `done` calls it once it has. `what` says more where the row itself does not. */
export const outcomeWords: Readonly<
  Record<DischargeOutcome, Words & { readonly done?: string; readonly what?: string }>
> = {
  discharge: { words: 'Ends the open stay', done: 'Open stay ended', tone: 'green' },
  new: { words: 'Adds the stay', done: 'Stay added', tone: 'blue' },
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

/** What a list does, or once it is recorded did, in one line. */
export function effectLine({ discharge, new: fresh, same, left }: DischargeEffect, done: boolean): string {
  const parts = [
    fresh > 0 && `${formatCount(fresh, 'stay')} ${done ? 'added' : 'to add'}`,
    discharge > 0 && `${formatCount(discharge, 'open stay')} ${done ? 'ended' : 'to end'}`,
    same > 0 && `${same} on record already`,
    left > 0 && `${left} left out`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'Nothing' : parts.join(', ');
}
