import { formatDate, localDateOf } from './british-date.ts';
import type { Figure } from './instrument-definition.ts';
import { bandOf, type Change, changeBetween } from './instrument-scoring.ts';

/** One value of a figure. */
export interface ScorePoint {
  /** UTC instant. */
  readonly at: string;
  readonly value: number;
}

const moved: Readonly<Record<Change, string>> = {
  better: ': a reliable improvement',
  worse: ': reliably worse',
  none: ': no reliable change',
  unknown: '',
};

/** How the last value stands against the first; null while there is only one. */
export function courseOf(figure: Figure, points: readonly ScorePoint[]): Change | null {
  const first = points[0];
  const last = points.at(-1);
  return first === undefined || last === undefined || points.length < 2
    ? null
    : changeBetween(figure, first.value, last.value);
}

/**
 * What a course of scores shows, as a sentence without a full stop: the title of its chart.
 * @param what what the figure is called: `PHQ-9`, `Happiness`
 * @param points oldest first
 */
export function courseSentence(what: string, figure: Figure, points: readonly ScorePoint[]): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return `No ${what} yet`;
  const band = bandOf(figure, last.value);
  const words = band === null ? '' : `, ${band.label.toLowerCase()}`;
  if (points.length < 2) return `${what} ${last.value}${words} on ${formatDate(localDateOf(last.at))}`;
  const since = `since ${formatDate(localDateOf(first.at))}`;
  const change = courseOf(figure, points) ?? 'unknown';
  if (first.value === last.value) return `${what} stayed at ${last.value} ${since}${moved[change]}`;
  const verb = last.value > first.value ? 'rose' : 'fell';
  return `${what} ${verb} from ${first.value} to ${last.value} ${since}${moved[change]}`;
}
