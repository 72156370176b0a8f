import { caseloadJob } from './jobs/caseload.ts';
import { findJob } from './jobs/find.ts';
import { logJob } from './jobs/log.ts';
import { openJob } from './jobs/open.ts';
import { median, quantile, rounded, timed } from './measure.ts';
import type { World } from './world.ts';

/** What an interactive job costs in the city against one neighbourhood, at the 95th percentile. */
export interface GrowthResult {
  readonly job: string;
  readonly p95_ratio: number;
  readonly limit: number;
  readonly ok: boolean;
}

const limit = 1.5;
const warmUp = 3;

/** Runs the interactive jobs of the same worker in a city and in one neighbourhood in turn. */
export async function measureGrowth(city: World, neighbourhood: World, rounds: number): Promise<GrowthResult[]> {
  const results: GrowthResult[] = [];
  for (const make of [findJob, caseloadJob, openJob, logJob]) {
    const [large, small] = [make(city), make(neighbourhood)];
    const ratios: number[] = [];
    for (let round = -warmUp; round < rounds; round += 1) {
      const first = (round + warmUp) * large.calls;
      const inCity = await timed(large.engine, first, large.calls);
      const inOne = await timed(small.engine, first, small.calls);
      if (round >= 0) ratios.push(quantile(inCity, 0.95) / quantile(inOne, 0.95));
    }
    const ratio = rounded(median(ratios));
    results.push({ job: large.job, p95_ratio: ratio, limit, ok: ratio <= limit });
  }
  return results;
}
