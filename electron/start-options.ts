import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../shared/errors.ts';

/** What the command line asks for; the same for the desktop and the browser host. */
export interface StartOptions {
  /** Absolute path of the data folder. */
  readonly profile: string;
  /** Create or open the demonstration profile (synthetic people only). */
  readonly demo: boolean;
  /** Use the browser host even where the desktop host could run. */
  readonly browser: boolean;
  /** TCP port of the browser host; 0 lets the operating system choose. */
  readonly port: number;
  /** Open the machine's browser once the browser host is ready. */
  readonly open: boolean;
}

/** The machine as far as the default data folder depends on it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
}

/** Every flag of ours. */
const flags = {
  profile: { type: 'string' },
  demo: { type: 'boolean' },
  browser: { type: 'boolean' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
} as const;

const thisMachine: Machine = { platform: process.platform, env: process.env, home: homedir() };

/**
 * Reads the flags `--profile DIR`, `--demo`, `--browser`, `--port N`, `--no-open`. Flags that are not ours are left
 * alone, because Chromium's own switches arrive on the same command line.
 * @throws AppError `bad-input` when a flag of ours has no usable value
 */
export function readStartOptions(args: readonly string[], machine: Machine = thisMachine): StartOptions {
  const { values } = parseArgs({ args: [...args], strict: false, allowPositionals: true, options: flags });
  const demo = values.demo === true;
  return {
    profile: profileFrom(values.profile) ?? defaultProfile(machine, demo),
    demo,
    browser: values.browser === true,
    port: portFrom(values.port),
    open: values['no-open'] !== true,
  };
}

/** The first argument that is no flag of ours, for the launcher, which takes nothing else; undefined if there is none. */
export function findUnknownArgument(args: readonly string[]): string | undefined {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: flags,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') return token.value;
    if (token.kind !== 'option') continue;
    if (!isFlag(token.name)) return token.rawName;
    // `--demo=no` must not start anything: which profile was meant is not clear.
    if (token.inlineValue && flags[token.name].type === 'boolean') return `${token.rawName}=`;
  }
  return undefined;
}

const isFlag = (name: string): name is keyof typeof flags => Object.hasOwn(flags, name);

function profileFrom(value: string | boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value === '' || value.startsWith('--')) {
    throw new AppError('bad-input', '--profile needs the path of a folder, for example --profile ./data');
  }
  return resolve(value);
}

function portFrom(value: string | boolean | undefined): number {
  if (value === undefined) return 0;
  const port = Number(value);
  if (typeof value !== 'string' || !/^\d{1,5}$/.test(value) || port > 65_535) {
    throw new AppError('bad-input', '--port needs a number from 0 to 65535');
  }
  return port;
}

/**
 * Data stays on the machine (never in a roaming or synchronised folder), and the demonstration has a folder of its
 * own, so that invented people can never end up beside real ones.
 */
function defaultProfile({ platform, env, home }: Machine, demo: boolean): string {
  const name = demo ? 'demo' : 'profile';
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'OneTeam', name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'OneTeam', name);
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'oneteam', name);
}
