/** One side of a job: answers its case number `at`. */
export type Side = (at: number) => unknown;

/** The same duty done by the engine, by hand-written code, and by the engine that others use. */
export interface Job {
  readonly job: string;
  /** Most that the engine may cost against the hand-written code. */
  readonly limitFloor: number;
  /** Least that the peer must cost against the engine. */
  readonly limitPeer: number;
  /** Calls of each side in a round. */
  readonly calls: number;
  readonly engine: Side;
  readonly floor: Side;
  readonly peer: Side | null;
  /** Throws when the sides do not give the same answer to a case. */
  readonly agree: () => Promise<void>;
  /** Unmeasured rounds beforehand, where the usual number does not fit. */
  readonly warmUp?: number;
  /** Readies a round; not measured. */
  readonly before?: (round: number) => Promise<void>;
  /** Takes away what the job made. */
  readonly close?: () => Promise<void>;
}

/** Milliseconds of each call, round by round. */
export interface Times {
  readonly engine: number[][];
  readonly floor: number[][];
  readonly peer: number[][];
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which that share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Unmeasured rounds beforehand. */
const usualWarmUp = 4;

/** Milliseconds of `calls` calls of a side, one after the other, from case `first` on. */
export async function timed(side: Side, first: number, calls: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = first; at < first + calls; at += 1) {
    const begun = performance.now();
    const answer = side(at);
    // A side that answers at once is not charged for a turn of the event loop.
    if (answer instanceof Promise) await answer;
    times.push(performance.now() - begun);
  }
  return times;
}

/** The peer is many times slower: one case in so many has to do. */
const peerShare = 6;

/**
 * Runs the sides of a job in turn, call by call, each in every position, so that whatever else the machine does falls on
 * all of them alike. All sides meet the same cases.
 */
export async function measure(job: Job, rounds: number): Promise<Times> {
  const sides: (readonly [keyof Times, Side | null])[] = [
    ['engine', job.engine],
    ['floor', job.floor],
    ['peer', job.peer],
  ];
  const round = async (first: number): Promise<Record<keyof Times, number[]>> => {
    const found = { engine: [] as number[], floor: [] as number[], peer: [] as number[] };
    for (let call = 0; call < job.calls; call += 1)
      for (let turn = 0; turn < sides.length; turn += 1) {
        const [name, side] = sides[(turn + call) % sides.length] ?? ['engine', null];
        if (side && (name !== 'peer' || call % peerShare === 0))
          found[name].push(...(await timed(side, first + call, 1)));
      }
    return found;
  };
  await job.before?.(0);
  await job.agree();
  // An engine runs for hours: what is measured is code that has been compiled, on every side.
  for (let warm = 0; warm < (job.warmUp ?? usualWarmUp); warm += 1) await round(0);
  const times: Times = { engine: [], floor: [], peer: [] };
  for (let number = 1; number <= rounds; number += 1) {
    await job.before?.(number);
    const found = await round(number * job.calls);
    for (const [name] of sides) if (found[name].length > 0) times[name].push(found[name]);
  }
  return times;
}

/** One line of the report. */
export interface JobResult {
  readonly job: string;
  readonly engine_ms: number;
  readonly floor_ms: number;
  readonly peer_ms: number | null;
  readonly over_floor: number;
  readonly peer_over_engine: number | null;
  readonly limit_floor: number;
  readonly limit_peer: number | null;
  readonly ok: boolean;
}

/** Medians over rounds of the median call, the bridge taken off the engine's. */
export function resultOf(job: Job, times: Times, bridge: number): JobResult {
  const of = (rounds: readonly number[][]) => median(rounds.map(median));
  const engine = of(times.engine) - bridge;
  const floor = of(times.floor);
  const peer = job.peer ? of(times.peer) : null;
  const overFloor = engine / floor;
  const peerOver = peer === null ? null : peer / engine;
  return {
    job: job.job,
    engine_ms: rounded(engine),
    floor_ms: rounded(floor),
    peer_ms: peer === null ? null : rounded(peer),
    over_floor: rounded(overFloor),
    peer_over_engine: peerOver === null ? null : rounded(peerOver),
    limit_floor: job.limitFloor,
    limit_peer: job.peer ? job.limitPeer : null,
    ok: overFloor <= job.limitFloor && (peerOver === null || peerOver >= job.limitPeer),
  };
}

export const rounded = (value: number): number => Number(value.toPrecision(4));
