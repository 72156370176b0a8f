import type { InputOf } from '../../../shared/contract/index.ts';
import type { Tone } from '../../components/tone.ts';

export type Verdict = InputOf<'people.reviewBreakGlass'>['verdict'];

/** What a review may say. */
export const verdicts: Readonly<
  Record<Verdict, { readonly label: string; readonly hint: string; readonly tone: Tone }>
> = {
  appropriate: { label: 'Right', hint: 'There was need, and the reason says it.', tone: 'green' },
  'follow-up': { label: 'To follow up', hint: 'Ask the worker or their organisation first.', tone: 'yellow' },
  'not-appropriate': { label: 'Not right', hint: 'There was no need: act as your policy says.', tone: 'red' },
};

export const isVerdict = (value: string): value is Verdict => Object.hasOwn(verdicts, value);
