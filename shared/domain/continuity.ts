import { addYears } from './british-date.ts';

/** How many different workers a person has had to meet: each new one is somebody to whom the story is told again. */

/** A successful contact; the workers who were there, the one who logged it first. */
export interface Meeting {
  /** UTC instant. */
  readonly at: string;
  readonly workers: readonly string[];
  readonly inPerson: boolean;
}

/** What one worker has been to a person. */
export interface Met {
  readonly worker: string;
  readonly times: number;
  /** Of these, in the same place. */
  readonly inPerson: number;
  /** UTC instant of the last. */
  readonly lastAt: string;
}

/** The first day that counts: twelve months back from today. */
export const continuitySince = (today: string): string => addYears(today, -1);

/**
 * Each worker whom the person has met, the most often met first. A worker who came along to somebody else's contact was met
 * as well, and once per contact however often they are named.
 */
export function workersMet(meetings: readonly Meeting[]): Met[] {
  const met = new Map<string, Met>();
  for (const { at, workers, inPerson } of meetings)
    for (const worker of new Set(workers)) {
      const before = met.get(worker);
      met.set(worker, {
        worker,
        times: (before?.times ?? 0) + 1,
        inPerson: (before?.inPerson ?? 0) + Number(inPerson),
        lastAt: before === undefined || before.lastAt < at ? at : before.lastAt,
      });
    }
  return [...met.values()].sort((a, b) => b.times - a.times || (a.lastAt < b.lastAt ? 1 : -1));
}
