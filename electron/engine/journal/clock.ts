import { decodeTime, encodeTime } from 'ulid';

/** Milliseconds since 1970, from the system or from a test. */
export type WallClock = () => number;

/** More than this between the wall clock and the newest change seen is told to the person at the keyboard (J11). */
export const driftLimit = 5 * 60_000;

/**
 * Hybrid logical clock (J2, J11). An id is ten characters of milliseconds, four of a counter and the device, so that
 * ids sort as text in an order that respects causality whatever the wall clock does.
 */
export interface HybridClock {
  /** The next id: later than every id made or observed here. Never waits and never goes backwards. */
  next(): string;
  /** Learns of an id made elsewhere. */
  observe(id: string): void;
  /** How far the newest id is ahead of the wall clock, in milliseconds; above `driftLimit` the clock was set wrong somewhere. */
  ahead(): number;
}

const counterLimit = 32 ** 4;

/** A clock for one device incarnation, starting after `last` (the newest id in the journal, if any). */
export function hybridClock(wall: WallClock, device: string, last: string | null): HybridClock {
  let time = last ? timeOf(last) : 0;
  let counter = last ? counterOf(last) : 0;
  return {
    next: () => {
      const now = wall();
      if (now > time) {
        time = now;
        counter = 0;
      } else if (counter + 1 < counterLimit) counter += 1;
      else {
        time += 1;
        counter = 0;
      }
      return `${encodeTime(time, 10)}${counter.toString(32).padStart(4, '0')}-${device}`;
    },
    observe: (id) => {
      const seen = timeOf(id);
      if (seen < time || (seen === time && counterOf(id) <= counter)) return;
      time = seen;
      counter = counterOf(id);
    },
    ahead: () => Math.max(0, time - wall()),
  };
}

/** When a change was made, in milliseconds, by the clock of its device. */
export function timeOf(id: string): number {
  return decodeTime(`${id.slice(0, 10)}${'0'.repeat(16)}`);
}

function counterOf(id: string): number {
  return Number.parseInt(id.slice(10, 14), 32);
}
