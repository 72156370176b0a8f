import type { CasePlan } from './case-plan.ts';
import type { Random } from './random.ts';
import type { Desk } from './simulation.ts';
import type { Team, Worker } from './staff.ts';

/** A case while its story is told. */
export interface Run {
  readonly plan: CasePlan;
  readonly random: Random;
  /** The case that this one takes up again, if any. */
  readonly follows: string | null;
  caseId: string;
  status: 'none' | 'proposed' | 'open' | 'on-hold' | 'closed';
  coordinator: Worker | null;
  coordinatorRole: string | null;
  behaviouristRole: string | null;
  /** What the person said matters to them, once somebody has written it down. */
  whatMatters: string | null;
  /** Contacts that succeeded. */
  seen: number;
  /** Working day, with its fraction, up to which contacts are arranged. */
  clock: number;
  /** Planned contacts without an outcome. */
  readonly planned: Set<string>;
}

/** A story that has not begun. */
export const newRun = (plan: CasePlan, random: Random, follows: string | null = null): Run => ({
  plan,
  random,
  follows,
  caseId: '',
  status: 'none',
  coordinator: null,
  coordinatorRole: null,
  behaviouristRole: null,
  whatMatters: null,
  seen: 0,
  clock: 0,
  planned: new Set(),
});

/** Everything that the parts of the story share. */
export interface Stage {
  readonly desk: Desk;
  /** Working days of history. */
  readonly days: readonly string[];
  readonly diary: Diary;
  readonly teams: readonly Team[];
  /** Cases that are open or on hold, by neighbourhood. */
  readonly active: ReadonlyMap<string, Set<Run>>;
  /** Share of contacts that stand in a diary beforehand. */
  readonly plannedShare: number;
  /** How often, against what the plans say, people are contacted. */
  readonly pace: number;
  readonly lead: string;
}

/** What will happen on which day. */
export interface Diary {
  /** Adds something at minutes after midnight of a later working day than the one under way. */
  readonly add: (day: number, minute: number, act: (at: number) => void) => void;
  /** Takes a day's entries, in order of time. */
  readonly take: (day: number) => readonly { readonly minute: number; readonly act: (at: number) => void }[];
}

/** An empty diary. */
export function newDiary(): Diary {
  const days = new Map<number, { minute: number; act: (at: number) => void }[]>();
  return {
    add: (day, minute, act) => {
      const entries = days.get(day);
      if (entries) entries.push({ minute, act });
      else days.set(day, [{ minute, act }]);
    },
    take: (day) => {
      const entries = days.get(day) ?? [];
      days.delete(day);
      return entries.sort((a, b) => a.minute - b.minute);
    },
  };
}
