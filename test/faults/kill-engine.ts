import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { requireOpen } from '../../electron/engine/engine.ts';
import type { EndpointName, InputOf, OutputOf } from '../../shared/contract/index.ts';
import { peopleCsv } from '../integration/people-list.ts';
import { engineInProcess, type InProcess } from './engine-in-process.ts';
import { takeBackToFirst } from './first-version.ts';
import { type Held, look, passphrase } from './kill-look.ts';
import { seeded } from './suite.ts';

const child = new URL('./kill-engine-child.ts', import.meta.url).pathname;
const people = 300;

/** What is killed: the confirming of an import, or the first sign-in of this version to a profile of the first one. */
export const engineWorks = ['import', 'upgrade'] as const;
type EngineWork = (typeof engineWorks)[number];

/** A profile before the work, kept to start every round from. */
interface Prepared {
  readonly profile: string;
  readonly workerId: string;
  /** The import that is to be confirmed; empty for an upgrade. */
  readonly importId: string;
}

/**
 * Kills the real engine at moments spread over the whole of its work. Afterwards the store holds all of the work or
 * nothing of it, whatever was acknowledged is there, and doing it again completes it (J1, J12). Returns what went wrong.
 */
export async function engineRounds(
  seed: number,
  cases: number,
  work: EngineWork,
  kind: 'durable' | 'early' = 'durable',
): Promise<string[]> {
  const random = seeded(seed);
  const folder = mkdtempSync(join(tmpdir(), 'oneteam-kill-engine-'));
  const notes: string[] = [];
  try {
    const prepared = await prepare(join(folder, 'prepared'), work);
    const before = look(prepared.profile, prepared.workerId);
    const whole = copied(prepared, join(folder, 'whole'));
    const { duration } = await run(whole, null, 'durable');
    const after = look(whole.profile, whole.workerId);
    if (same(before, after)) notes.push(`${work}: without a kill nothing is done`);
    for (let round = 0; round < cases; round += 1) {
      const one = copied(prepared, join(folder, `round-${round}`));
      const at = duration * (kind === 'early' ? 0.3 : random() * 1.05);
      const { acknowledged } = await run(one, at, kind);
      const problems = judge(one, work, { before, after, acknowledged });
      if (kind === 'durable') problems.push(...(await again(one, after)));
      notes.push(...problems.map((problem) => `${work}, killed after ${Math.round(at)} of ${duration} ms: ${problem}`));
      rmSync(one.profile, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return notes;
}

/** A team with a list of people staged, or with them on record and the store as the first version left it. */
async function prepare(profile: string, work: EngineWork): Promise<Prepared> {
  const inside = engineInProcess(false, profile);
  const { neighbourhoods } = await ask(inside, 'session.shippedPlaces', {});
  const { workerId } = await ask(inside, 'session.setUpTeam', {
    name: 'Lee Leader',
    organisation: 'Example Council',
    neighbourhoodIds: neighbourhoods.map(({ id }) => id),
    passphrase,
  });
  const bytes = peopleCsv(people, 'N82901');
  const { id } = await ask(inside, 'imports.receive', { name: 'register.csv', bytes });
  await ask(inside, 'imports.preview', { importId: id });
  if (work === 'upgrade') {
    await ask(inside, 'imports.commit', { importId: id });
    await takeBackToFirst(requireOpen(inside.engine).store);
  }
  inside.dispose();
  return { profile, workerId, importId: work === 'import' ? id : '' };
}

function copied(prepared: Prepared, profile: string): Prepared {
  cpSync(prepared.profile, profile, { recursive: true });
  return { ...prepared, profile };
}

/** Lets the child work and kills it so many milliseconds after it has begun; null lets it finish. */
async function run(
  { profile, workerId, importId }: Prepared,
  after: number | null,
  kind: string,
): Promise<{ duration: number; acknowledged: boolean }> {
  const process = spawn('node', [child, profile, workerId, passphrase, importId, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: process.stdout });
  const ended = Promise.all([once(process, 'exit'), once(lines, 'close')]);
  let began = 0;
  let duration = 0;
  let acknowledged = false;
  lines.on('line', (line) => {
    if (line === 'started') {
      began = performance.now();
      if (after !== null) setTimeout(() => process.kill('SIGKILL'), after);
    } else {
      duration = Math.round(performance.now() - began);
      acknowledged = true;
    }
  });
  await ended;
  return { duration, acknowledged };
}

function judge(
  { profile, workerId }: Prepared,
  work: EngineWork,
  { before, after, acknowledged }: { before: Held; after: Held; acknowledged: boolean },
): string[] {
  const held = look(profile, workerId);
  const problems = [...held.problems];
  const done = same(held, after);
  if (acknowledged && !done) problems.push('acknowledged, and lost');
  if (!done && !same(held, before) && !(work === 'upgrade' && onlyUpgraded(held, before, after)))
    problems.push(`neither all of it nor nothing: ${JSON.stringify(held.rows)}`);
  // The new ids of an import make new hashes; an upgrade alters nothing that was there.
  if (work === 'upgrade' || !done)
    for (const [table, hash] of Object.entries(before.hashes))
      if (held.hashes[table] !== hash) problems.push(`${table} is not what it was`);
  return problems;
}

const same = (one: Held, other: Held): boolean => JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
const comparable = ({ migrations, rows, imports, committedLines }: Held) => ({
  migrations,
  rows,
  imports,
  committedLines,
});

/** Upgraded, and ended before what this version ships was added: the next sign-in adds it. */
function onlyUpgraded(held: Held, before: Held, after: Held): boolean {
  const none = Object.fromEntries(Object.keys(after.rows).map((table) => [table, before.rows[table] ?? 0]));
  return same(held, { ...after, rows: none });
}

/** Does it again, to the end: then all of it is there. */
async function again({ profile, workerId, importId }: Prepared, after: Held): Promise<string[]> {
  const inside = engineInProcess(false, profile);
  await ask(inside, 'session.signIn', { workerId, passphrase });
  if (importId) await ask(inside, 'imports.commit', { importId });
  inside.dispose();
  const held = look(profile, workerId);
  return same(held, after) ? [...held.problems] : [...held.problems, 'done again, it is not complete'];
}

async function ask<N extends EndpointName>(inside: InProcess, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = await inside.call({ name, input });
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value as OutputOf<N>;
}
