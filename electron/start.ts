import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '../shared/errors.ts';
import { startBrowserHost } from './browser/host.ts';
import { desktopMain, rendererFolder } from './built-files.ts';
import { findDesktopRuntime, thisDesktopMachine } from './desktop-runtime.ts';
import { startEngine } from './engine-host.ts';
import { findUnknownArgument, readStartOptions, type StartOptions } from './start-options.ts';

/** Standard output belongs to the one line `Ready: …`; every sentence for people goes to standard error. */
const notice = (line: string): void => void process.stderr.write(`${line}\n`);

const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** `npm start`: the desktop host where it can run, otherwise, or with `--browser`, the browser host. */
async function start(options: StartOptions): Promise<void> {
  if (!existsSync(join(rendererFolder, 'index.html'))) {
    throw new AppError('not-found', 'The interface has not been built. Run npm run build first.');
  }
  if (options.browser) return startBrowser(options);
  const runtime = findDesktopRuntime(thisDesktopMachine(desktopMain));
  if ('binary' in runtime) return startDesktop(runtime.binary, options);
  notice(`The desktop window cannot be used: ${runtime.whyNot} OneTeam opens in the browser instead.`);
  return startBrowser(options);
}

/** Runs Electron as a child, passes signals on to it, and ends with its exit code. */
function startDesktop(binary: string, { profile, demo }: StartOptions): void {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env; // would turn Electron into a plain Node
  const child = spawn(binary, [desktopMain, '--profile', profile, ...(demo ? ['--demo'] : [])], {
    stdio: 'inherit',
    env,
  });
  for (const signal of endSignals) process.on(signal, () => child.kill(signal));
  child.once('error', () => {
    notice('Electron could not be started. Use npm start -- --browser instead.');
    process.exitCode = 1;
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

/** Runs engine and loopback server in this process until a signal ends both, in order. */
async function startBrowser({ profile, demo, port, open }: StartOptions): Promise<void> {
  const engine = await startEngine({ profile, demo });
  const out = (line: string): void => void process.stdout.write(`${line}\n`);
  const host = await startBrowserHost({ engine, assets: rendererFolder, port, open, out, notice }).catch(
    async (error: unknown) => {
      await engine.close();
      throw error;
    },
  );
  let isEnding = false;
  const end = async (): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    await host.close();
    await engine.close();
    process.exit(0);
  };
  for (const signal of endSignals) process.on(signal, () => void end());
  if (process.stdin.isTTY) {
    notice('The link works once, for a minute. Press Enter for a new one, Ctrl+C to end OneTeam.');
    createInterface({ input: process.stdin }).on('line', () => notice(`New link: ${host.newLink()}`));
  }
}

/** @throws AppError `bad-input` for an argument that is not ours or has no usable value */
function readArguments(args: readonly string[]): StartOptions {
  const unknown = findUnknownArgument(args);
  if (unknown === undefined) return readStartOptions(args);
  const known = '--profile DIR, --demo, --browser, --port N and --no-open';
  throw new AppError('bad-input', `Unknown argument ${unknown}. Known are ${known}.`);
}

/** Says why and leaves the exit code: 2 for a command line that cannot be used, 1 for everything else. */
function explain(error: unknown, exitCode: number): void {
  notice(error instanceof AppError ? error.message : 'An unexpected error stopped OneTeam while it started.');
  process.exitCode = exitCode;
}

try {
  const options = readArguments(process.argv.slice(2));
  start(options).catch((error: unknown) => explain(error, 1));
} catch (error) {
  explain(error, 2);
}
