import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '../shared/errors.ts';
import { type BrowserHost, startBrowserHost } from './browser/host.ts';
import { desktopMain, rendererFolder } from './built-files.ts';
import { findDesktopRuntime, runElectron, thisDesktopMachine } from './desktop-runtime.ts';
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
  if ('binary' in runtime) {
    process.exitCode = await runElectron(runtime.binary, desktopMain, options, endSignals);
    return;
  }
  notice(`The desktop window cannot be used: ${runtime.whyNot} OneTeam opens in the browser instead.`);
  return startBrowser(options);
}

/**
 * Runs engine and loopback server in this process until a signal ends both, in order. The first signal counts from the
 * beginning, so that one during the start closes what was opened; a second one ends the process at once.
 */
async function startBrowser({ profile, demo, port, open }: StartOptions): Promise<void> {
  const { promise: signalled, resolve: end } = Promise.withResolvers<void>();
  for (const signal of endSignals) process.once(signal, () => end());
  const engine = await startEngine({ profile, demo });
  try {
    const out = (line: string): void => void process.stdout.write(`${line}\n`);
    const host = await startBrowserHost({ engine, assets: rendererFolder, port, open, out, notice });
    if (process.stdin.isTTY) offerLinks(host);
    await signalled;
    await host.close();
  } finally {
    await engine.close();
  }
  process.exit(0); // standard input may still be listened to
}

function offerLinks({ newLink }: BrowserHost): void {
  notice('The link works once, for a minute. Press Enter for a new one, Ctrl+C to end OneTeam.');
  createInterface({ input: process.stdin }).on('line', () => notice(`New link: ${newLink()}`));
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
