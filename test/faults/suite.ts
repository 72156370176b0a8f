/** What a suite of deliberate faults found. `control_caught` is true when the same suite failed with its defence taken away. */
export interface SuiteResult {
  readonly suite: string;
  readonly cases: number;
  readonly failures: number;
  readonly control_caught: boolean;
  readonly ok: boolean;
  /** The first failures in words, with what is needed to repeat them. */
  readonly notes?: readonly string[];
}

export interface SuiteOptions {
  readonly seed: number;
  readonly cases: number;
}

export type Suite = (options: SuiteOptions) => Promise<SuiteResult>;

/** Sums up a suite: it holds when nothing failed and its negative control did. */
export function result(suite: string, cases: number, notes: readonly string[], control_caught: boolean): SuiteResult {
  const failures = notes.length;
  return {
    suite,
    cases,
    failures,
    control_caught,
    ok: failures === 0 && control_caught,
    ...(failures > 0 && { notes: notes.slice(0, 10) }),
  };
}

/** A small seeded generator (mulberry32): numbers in [0, 1), the same for the same seed everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
