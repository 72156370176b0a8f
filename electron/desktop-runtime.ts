import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppError } from '../shared/errors.ts';
import type { StartOptions } from './start-options.ts';

/** The machine as far as it decides whether the desktop host can run. */
export interface DesktopMachine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Whether the process belongs to the administrator of a Unix system. */
  readonly isRoot: boolean;
  /** Folder of the electron package; undefined when it is not installed. */
  readonly electronFolder: string | undefined;
  /** The bundled main script of the desktop host. */
  readonly mainScript: string;
}

/** This machine. */
export function thisDesktopMachine(mainScript: string): DesktopMachine {
  const { platform, env } = process;
  return { platform, env, isRoot: process.getuid?.() === 0, electronFolder: electronFolder(), mainScript };
}

export type DesktopRuntime =
  | { readonly binary: string }
  /** Completes the sentence "The desktop window cannot be used: …". */
  | { readonly whyNot: string };

/**
 * Finds Electron's executable, without ever starting its download (which the package itself would do when asked).
 * The package writes the executable's name to `path.txt` once the download has succeeded.
 */
export function findDesktopRuntime({
  platform,
  env,
  isRoot,
  electronFolder,
  mainScript,
}: DesktopMachine): DesktopRuntime {
  if (electronFolder === undefined) return { whyNot: 'Electron is not installed.' };
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist');
  const binary = join(folder, executableName(electronFolder));
  if (!existsSync(binary)) {
    return { whyNot: 'Electron’s program file is not on this machine (npx install-electron --no downloads it).' };
  }
  if (!existsSync(mainScript)) return { whyNot: 'it has not been built (npm run build builds it).' };
  if (platform !== 'linux') return { binary };
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return { whyNot: 'this machine has no display.' };
  return isRoot ? { whyNot: 'Electron’s sandbox does not run as root.' } : { binary };
}

/**
 * Runs Electron as a child and passes these signals on to it, so that it ends in its own order.
 * @returns its exit code; 1 when a signal ended it
 * @throws AppError `not-found` when the executable cannot be started
 */
export async function runElectron(
  binary: string,
  mainScript: string,
  { profile, demo }: Pick<StartOptions, 'profile' | 'demo'>,
  signals: readonly NodeJS.Signals[],
): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env; // would turn Electron into a plain Node
  const args = [mainScript, '--profile', profile, ...(demo ? ['--demo'] : [])];
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of signals) process.on(signal, pass); // before the child runs: none may end this process alone
  const child = spawn(binary, args, { stdio: 'inherit', env });
  try {
    const [code]: unknown[] = await once(child, 'exit');
    return typeof code === 'number' ? code : 1;
  } catch {
    throw new AppError('not-found', 'Electron could not be started. Use npm start -- --browser instead.');
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
}

function electronFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return undefined; // the installed application starts Electron itself and has no such package
  }
}

/** Without `path.txt` nothing was downloaded; `electron` is then the name that an override folder is asked for. */
function executableName(folder: string): string {
  const note = join(folder, 'path.txt');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : 'electron';
}
