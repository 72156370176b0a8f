/**
 * Measures the engine against hand-written code on plain SQLite and against PouchDB, on the same people, in one run.
 * `--size neighbourhood|city`, `--seed N` (of the data), `--rounds N`, `--only WORD` picks jobs, `--json FILE`.
 */
import { writeFileSync } from 'node:fs';
import { exit } from 'node:process';
import { parseArgs } from 'node:util';
import { measureBridge } from './bridge.ts';
import { type GrowthResult, measureGrowth } from './growth.ts';
import { caseloadJob } from './jobs/caseload.ts';
import { findJob } from './jobs/find.ts';
import { importJob } from './jobs/import.ts';
import { logJob } from './jobs/log.ts';
import { openJob } from './jobs/open.ts';
import { type Job, type JobResult, measure, resultOf } from './measure.ts';
import { generatedProfile } from './profiles.ts';
import { measureStart, type StartResult } from './start.ts';
import { openWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'neighbourhood' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const { size, only } = values;
if (size !== 'neighbourhood' && size !== 'city' && size !== 'demo')
  throw new Error('--size is neighbourhood, city or demo');
const seed = Number(values.seed);
const rounds = Math.max(1, Number(values.rounds));

console.info(`size ${size}, seed ${seed}, ${rounds} rounds`);
const profile = await generatedProfile(size, seed);
const world = await openWorld(profile, size === 'neighbourhood');
const bridge = await measureBridge(world.host, rounds);
console.info(`bridge: ${bridge.ratio} × a bare message there and back`);
const jobs: JobResult[] = [];
for (const make of [findJob, caseloadJob, openJob, logJob, importJob]) {
  const job: Job = await make(world);
  if (!only || job.job.includes(only)) {
    const result = resultOf(job, await measure(job, rounds), bridge.ms);
    jobs.push(result);
    tell(result);
  }
  await job.close?.();
}
const larger = size === 'city' && !only ? await againstSmaller() : null;
await world.close();
const report = { seed, size, bridge: { ratio: bridge.ratio, ok: bridge.ok }, jobs, ...larger };
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
const grown = larger === null || (larger.start.ok && larger.growth.every(({ ok }) => ok));
exit(bridge.ok && grown && jobs.every(({ ok }) => ok) ? 0 : 1);

/** How the city compares with one neighbourhood, and its start with the demonstration's. */
async function againstSmaller(): Promise<{ growth: GrowthResult[]; start: StartResult }> {
  const neighbourhood = await openWorld(await generatedProfile('neighbourhood', seed), false);
  const growth = await measureGrowth(world, neighbourhood, rounds);
  await neighbourhood.close();
  for (const { job, p95_ratio, limit, ok } of growth)
    console.info(`${ok ? 'ok    ' : 'MISSED'} ${job}: city ${p95_ratio} × one neighbourhood at p95 (at most ${limit})`);
  const start = measureStart(profile, await generatedProfile('demo', seed), rounds);
  console.info(`${start.ok ? 'ok    ' : 'MISSED'} start: city ${start.ratio} × demo (at most ${start.limit})`);
  return { growth, start };
}

function tell({ job, ok, over_floor, limit_floor, peer_over_engine, limit_peer }: JobResult): void {
  const peer = peer_over_engine === null ? '' : `, peer ${peer_over_engine} × (at least ${limit_peer})`;
  console.info(`${ok ? 'ok    ' : 'MISSED'} ${job}: ${over_floor} × the floor (at most ${limit_floor})${peer}`);
}
