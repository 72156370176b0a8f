import { Worker } from 'node:worker_threads';
import type { EngineHost } from '../../electron/engine-host.ts';
import { median, rounded, timed } from './measure.ts';

/** What the way to the engine and back costs by itself. */
export interface Bridge {
  /** An empty endpoint against a bare message there and back. */
  readonly ratio: number;
  readonly ok: boolean;
  /** Milliseconds of the empty endpoint: taken off every other call. */
  readonly ms: number;
}

const limit = 1.5;
const calls = 500;
/** An id that no job has: the endpoint parses, looks in a map, and answers. */
const nobody = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' };
const echo = `require('node:worker_threads').parentPort.on('message', ({ id, input }) =>
  require('node:worker_threads').parentPort.postMessage({ id, answer: input }))`;

/** Measures the bridge against a worker that only sends the same messages back. */
export async function measureBridge(engine: EngineHost, rounds: number): Promise<Bridge> {
  const worker = new Worker(echo, { eval: true });
  let settle: (answer: unknown) => void = () => {};
  worker.on('message', ({ answer }: { answer: unknown }) => settle(answer));
  const bare = (id: number) => {
    const answered = new Promise((resolve) => {
      settle = resolve;
    });
    worker.postMessage({ id, name: 'jobs.cancel', input: nobody, commandId: undefined });
    return answered;
  };
  const empty = (_: number) => engine.call('jobs.cancel', nobody);
  const checked = await empty(0);
  if (!checked.ok) throw new Error(`the empty endpoint failed: ${checked.error.message}`);
  const times = { bare: [] as number[], empty: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const found = { bare: median(await timed(bare, 0, calls)), empty: median(await timed(empty, 0, calls)) };
    // The first round only warms up.
    if (round === 0) continue;
    times.bare.push(found.bare);
    times.empty.push(found.empty);
  }
  await worker.terminate();
  const ratio = rounded(median(times.empty) / median(times.bare));
  return { ratio, ok: ratio <= limit, ms: rounded(median(times.empty)) };
}
