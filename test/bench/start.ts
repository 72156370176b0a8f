import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, rounded } from './measure.ts';

/** From the start of a process to the first usable caseload, a city against the demonstration. */
export interface StartResult {
  readonly ratio: number;
  readonly limit: number;
  readonly ok: boolean;
}

const limit = 1.3;
const child = fileURLToPath(new URL('./start-child.ts', import.meta.url));

/** Starts both in turn, each in a process of its own; the derivation of the key is left out on both sides. */
export function measureStart(city: string, demo: string, rounds: number): StartResult {
  const times = { city: [] as number[], demo: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.city.push(started(city));
    times.demo.push(started(demo));
  }
  const ratio = rounded(median(times.city) / median(times.demo));
  return { ratio, limit, ok: ratio <= limit };
}

/** Milliseconds of one start. */
function started(profile: string): number {
  const { stdout, status } = spawnSync(process.execPath, [child, profile], { encoding: 'utf8' });
  if (status !== 0) throw new Error('a start failed');
  return Number(stdout.trim());
}
