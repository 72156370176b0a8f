import { changeBetween } from './instrument-scoring.ts';
import { figureOf, instrumentOf } from './instruments.ts';

/** By how many points a score is reliably worse than the one before, or null: not worse, or no amount is established. */
export function worseBy(
  instrument: string,
  before: number | null,
  score: number | null,
): { readonly name: string; readonly amount: number } | null {
  if (before === null || score === null) return null;
  const known = instrumentOf(instrument);
  const figure = known?.scored == null ? undefined : figureOf(known, known.scored);
  if (!known || !figure?.reliableChange || changeBetween(figure, before, score) !== 'worse') return null;
  return { name: known.name, amount: figure.reliableChange.amount };
}
