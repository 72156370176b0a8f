import { monotonicFactory } from 'ulid';
import { addDays } from '../../../shared/domain/british-date.ts';
import { refreshMatchKeys } from '../derived/match-keys.ts';
import { refreshSearch } from '../derived/people-search.ts';
import { type Deed, type Engine, requireOpen, transact } from '../engine.ts';
import type { WallClock } from '../journal/clock.ts';
import { type Journal, openJournal } from '../journal/record.ts';
import type { WriteHandle } from '../store/handles.ts';
import { atLondon } from './calendar.ts';
import { type Random, randomFrom } from './random.ts';

/** Time, chance and identity of a simulated device: everything that makes a change, from one seed. */
export interface Simulation {
  readonly random: Random;
  /** First day of history and the day after its last, `YYYY-MM-DD`. Nothing is written on `today` or later. */
  readonly start: string;
  readonly today: string;
  readonly device: string;
  readonly wall: WallClock;
  readonly newId: () => string;
  /** Sets the clock, in milliseconds. It is never set back. */
  readonly moveTo: (ms: number) => void;
}

/** A simulation of some days up to today. The same seed and day give the same one. */
export function simulationOf(seed: number, today: string, days: number): Simulation {
  const random = randomFrom(`${seed}`);
  const start = addDays(today, -days);
  let now = atLondon(start, 8 * 60);
  const source = random.fork('ids');
  const ulid = monotonicFactory(() => source.next());
  return {
    random,
    start,
    today,
    device: deviceId(random.fork('device')),
    wall: () => now,
    newId: () => ulid(now),
    moveTo: (ms) => {
      now = Math.max(now, ms);
    },
  };
}

function deviceId(random: Random): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from({ length: 8 }, () => letters[random.int(0, 31)]).join('');
}

/** How the simulation writes: always through the journal, some thousand rows to a transaction. */
export interface Desk {
  readonly simulation: Simulation;
  /** The journal for one command of a worker, at an instant in milliseconds. Only inside `batch`. */
  readonly act: (at: number, actor: string) => Journal;
  /** Changes written since the batch began. */
  readonly pending: () => number;
  /** One transaction. Search words and match keys follow at its end, once for each person whose record changed. */
  readonly batch: (work: (write: WriteHandle) => void) => void;
}

/** The desk of an engine whose store is open and whose clock and ids are the simulation's. */
export function deskOf(engine: Engine, deed: Deed, simulation: Simulation): Desk {
  let write: WriteHandle | null = null;
  let journals: Journal[] = [];
  const state = requireOpen(engine).journal;
  let first = state.seq;
  return {
    simulation,
    pending: () => state.seq - first,
    act: (at, actor) => {
      if (!write) throw new Error('outside a batch');
      simulation.moveTo(at);
      const journal = openJournal(write, state, actor, simulation.newId(), simulation.newId);
      journals.push(journal);
      return journal;
    },
    batch: (work) => {
      first = state.seq;
      transact(engine, deed, [], (context) => {
        write = context.write;
        work(write);
        const people = new Set<string>();
        for (const { touched } of journals)
          for (const { entity, row } of touched) if (entity === 'people') people.add(row);
        for (const id of people) {
          refreshSearch(write, id);
          refreshMatchKeys(write, id);
        }
      });
      write = null;
      journals = [];
    },
  };
}
