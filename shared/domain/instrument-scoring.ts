import type { Band, Figure, Instrument, InstrumentItem } from './instrument-definition.ts';
import { figureOf, responsesOf } from './instruments.ts';

/** Answers of one sitting: item → value. */
export type Answers = Readonly<Record<string, number>>;

/** Items without an answer that may not be left out, in their order. */
export const missingItems = (instrument: Instrument, answers: Answers): readonly InstrumentItem[] =>
  instrument.items.filter(({ id, optional }) => !optional && answers[id] === undefined);

/** One thing wrong with a set of answers; `item` is the id of the item, or of an answer that belongs to none. */
export interface AnswerProblem {
  readonly item: string;
  readonly message: string;
}

/** Whether a number lies on the steps of its range. */
function fits(value: number, { min, max, step }: { min: number; max: number; step: number }): boolean {
  const steps = (value - min) / step;
  return value >= min && value <= max && Math.abs(steps - Math.round(steps)) < 1e-6;
}

/** Everything that keeps a set of answers from being scored, in the order of the items. */
export function answerProblems(instrument: Instrument, answers: Answers): AnswerProblem[] {
  const known = new Set(instrument.items.map(({ id }) => id));
  const problems = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((item) => ({ item, message: 'This is not an item of the instrument' }));
  for (const item of instrument.items) {
    const value = answers[item.id];
    if (value === undefined) {
      if (!item.optional)
        problems.push({ item: item.id, message: 'Answer this: there is no score while an item is missing' });
    } else if (item.number) {
      const { min, max, step } = item.number;
      if (!fits(value, item.number))
        problems.push({
          item: item.id,
          message: `Enter a number from ${min} to ${max}${step === 1 ? '' : `, in steps of ${step}`}`,
        });
    } else if (!responsesOf(instrument, item).some((each) => each.value === value)) {
      problems.push({ item: item.id, message: 'Choose one of the answers' });
    }
  }
  return problems;
}

/** The value of a figure, or null while one of its items is missing. Sums are of whole numbers or single values, so they are exact. */
export function figureValue(figure: Figure, answers: Answers): number | null {
  let sum = 0;
  for (const item of figure.items) {
    const value = answers[item];
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}

/** Which band a value is in; where two bands meet it is the lower. Null where there are none, or between two of them. */
export const bandOf = (figure: Figure, value: number): Band | null =>
  figure.bands.find(({ from, to }) => value >= from && value <= to) ?? null;

/** What a sitting comes to. */
export interface Scored {
  /** Null while an item is missing, and always where figures are never added up. */
  readonly score: number | null;
  /** Words of the score's band. */
  readonly band: string | null;
  /** The first item whose answer asks for something to be done at once, whatever the score. */
  readonly alert: string | null;
}

/** Scores a sitting by its instrument's own rules. */
export function scoreOf(instrument: Instrument, answers: Answers): Scored {
  const figure = instrument.scored === null ? undefined : figureOf(instrument, instrument.scored);
  const complete = missingItems(instrument, answers).length === 0;
  const score = figure && complete ? figureValue(figure, answers) : null;
  return {
    score,
    band: figure && score !== null ? (bandOf(figure, score)?.label ?? null) : null,
    alert: alertingItem(instrument, answers),
  };
}

/** The first item whose answer asks for something at once; also while others are still missing. */
export function alertingItem(instrument: Instrument, answers: Answers): string | null {
  const item = instrument.items.find(
    ({ id, alertFrom }) => alertFrom !== null && answers[id] !== undefined && answers[id] >= alertFrom,
  );
  return item?.id ?? null;
}

/** How a figure moved between two sittings. `unknown`: no amount is established by which to tell. */
export type Change = 'better' | 'worse' | 'none' | 'unknown';

/** Whether the move from one value to another is a reliable change. */
export function changeBetween(figure: Figure, from: number, to: number): Change {
  if (figure.reliableChange === null) return 'unknown';
  const gain = figure.better === 'lower' ? from - to : to - from;
  // Steps of a hundredth do not add up exactly in binary.
  if (gain >= figure.reliableChange.amount - 1e-9) return 'better';
  return gain <= -figure.reliableChange.amount + 1e-9 ? 'worse' : 'none';
}
