import { addYears, formatDate } from '../../../shared/domain/british-date.ts';
import type { Worker } from './team-view.ts';

/** Training in information governance holds for a year (NHS Data Security and Protection Toolkit). */
export const trainingYears = 1;

/** Whether the training was never recorded, or is older than a year. */
export function isTrainingOut(trainedOn: string | null, today: string): boolean {
  return trainedOn === null || addYears(trainedOn, trainingYears) < today;
}

/** Whether somebody is on leave on a day. */
export function isAway({ leave }: Pick<Worker, 'leave'>, day: string): boolean {
  return leave.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
}

/** The leave that runs or comes next, in words; null for none. */
export function leaveWords({ leave }: Pick<Worker, 'leave'>, today: string): string | null {
  const next = leave.filter(({ endsOn }) => endsOn >= today).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0];
  if (next === undefined) return null;
  return next.startsOn <= today ? `Away until ${formatDate(next.endsOn)}` : `Away from ${formatDate(next.startsOn)}`;
}

/** Names of places in few words: all of them when that is so. */
export function placeWords(ids: readonly string[], places: readonly { readonly id: string; readonly name: string }[]) {
  if (ids.length > 2 && ids.length === places.length) return `All ${places.length}`;
  return ids.map((id) => places.find((place) => place.id === id)?.name ?? id).join(', ');
}

/** Working time as people say it. */
export const wteWords = (wte: number): string =>
  wte === 1 ? 'Full time' : `${wte.toLocaleString('en-GB')} of full time`;
