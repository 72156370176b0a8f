import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Answer } from '../../shared/contract/answer.ts';
import { AppError } from '../../shared/errors.ts';
import { type EngineHost, startEngine } from '../engine-host.ts';
import { readStartOptions } from '../start-options.ts';
import { describeEndpoints } from './describe.ts';
import { readInput, writeOutput } from './input.ts';

const usage = `Usage: npm run headless -- COMMAND [--profile DIR] [--demo] [--as WORKER]
  endpoints                        every endpoint with its JSON Schemas
  call NAME [JSON | @file | -]     signs in, calls one endpoint, prints its result as JSON
  workers                          who may sign in to the profile
  seed --size demo|neighbourhood|city [--seed N]   makes a profile of synthetic people
  verify                           folds the journal and checks the audit trail
  backup | restore FILE            makes a backup, or puts one in place of the store
WORKER is an id or a name of \`workers\`. The passphrase comes from ONETEAM_PASSPHRASE, or is asked for.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: 'string' },
    demo: { type: 'boolean' },
    as: { type: 'string' },
    size: { type: 'string' },
    seed: { type: 'string' },
  },
});

/** Commands that are one call: what they call, with which input. */
const shorthands: Readonly<Record<string, (rest: readonly string[]) => [name: string, input: unknown]>> = {
  call: ([name = '', input]) => [name, readInput(input)],
  verify: () => ['store.verify', {}],
  backup: () => ['backups.make', {}],
  restore: ([file]) => ['backups.restore', { file }],
};

async function run(): Promise<Answer> {
  const [command, ...rest] = positionals;
  if (command === 'endpoints') return { ok: true, value: describeEndpoints() };
  if (command === undefined || (command !== 'seed' && command !== 'workers' && !shorthands[command]))
    throw new AppError('bad-input', usage);
  const { profile, demo } = readStartOptions(process.argv.slice(2));
  const engine = await startEngine({ profile, demo });
  try {
    if (command === 'seed')
      return await engine.call('demo.seed', { size: values.size, ...(values.seed && { seed: Number(values.seed) }) });
    if (command === 'workers') return await listWorkers(engine);
    const [name, input] = shorthands[command]?.(rest) ?? ['', {}];
    const entered = await signIn(engine);
    return entered.ok ? await engine.call(name, input) : entered;
  } finally {
    await engine.close();
  }
}

interface State {
  readonly demo: boolean;
  readonly workers: readonly { readonly id: string; readonly label: string }[];
}

async function listWorkers(engine: EngineHost): Promise<Answer> {
  const state = await engine.call('session.state', {});
  return state.ok ? { ok: true, value: (state.value as State).workers } : state;
}

/** Signs in as `--as`; without it the call runs signed out, which is enough for some. */
async function signIn(engine: EngineHost): Promise<Answer> {
  const { as } = values;
  if (as === undefined) return { ok: true, value: null };
  const state = await engine.call('session.state', {});
  if (!state.ok) return state;
  const { demo, workers } = state.value as State;
  const worker = workers.find(({ id, label }) => id === as || label === as);
  if (!worker) throw new AppError('not-found', 'No such worker may sign in to this profile. `workers` lists them.');
  if (demo) return engine.call('session.signInDemo', { workerId: worker.id });
  return engine.call('session.signIn', { workerId: worker.id, passphrase: await askPassphrase() });
}

async function askPassphrase(): Promise<string> {
  const given = process.env.ONETEAM_PASSPHRASE;
  if (given !== undefined) return given;
  if (!stdin.isTTY)
    throw new AppError('bad-input', 'Set ONETEAM_PASSPHRASE, or run this in a terminal to be asked for it.');
  const prompt = createInterface({ input: stdin, output: process.stderr });
  try {
    return await prompt.question('Passphrase: ');
  } finally {
    prompt.close();
  }
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
stdout.on('error', () => process.exit());

/** Ends with the result on standard output, or the error as JSON there and exit code 1. */
async function main(): Promise<void> {
  const answer = await run().catch((error: unknown): Answer => {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, error: { code: error.code, message: error.message } };
  });
  stdout.write(`${writeOutput(answer.ok ? answer.value : { error: answer.error })}\n`);
  if (!answer.ok) process.exitCode = 1;
}

await main();
