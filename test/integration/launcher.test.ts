import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runElectron } from '../../electron/desktop-runtime.ts';
import { callFrom, enterBy, pageRequest } from '../fixtures/loopback-page.ts';
import { openStream } from '../fixtures/raw-http.ts';
import { smallRenderer } from '../fixtures/small-renderer.ts';

const root = new URL('../..', import.meta.url).pathname;

let work: string;
let started: ChildProcess[];

/** The project as links, with a small built renderer of its own, so that no test depends on what was built last. */
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'launcher-'));
  for (const part of ['electron', 'shared', 'migrations', 'resources', 'node_modules', 'package.json']) {
    symlinkSync(join(root, part), join(work, part));
  }
  const { folder, remove } = smallRenderer();
  cpSync(folder, join(work, 'dist', 'renderer'), { recursive: true });
  remove();
  started = [];
});

afterEach(async () => {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(work, { recursive: true });
});

interface Started {
  readonly child: ChildProcess;
  /** Resolves with all that was printed, once the process has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
  readonly firstLine: Promise<string>;
}

/** `node electron/start.ts` as npm starts it, with its data in the test's folder and without a display. */
function launch(args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env;
  const script = join(work, 'electron', 'start.ts');
  const child = spawn(process.execPath, ['--preserve-symlinks', '--preserve-symlinks-main', script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...rest, XDG_DATA_HOME: join(work, 'data'), ...env },
  });
  started.push(child);
  const { promise: firstLine, resolve } = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).once('line', resolve);
  const printed = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const ended = printed.then(([out, err]) => ({ code: child.exitCode, out, err }));
  return { child, ended, firstLine };
}

const urlIn = (line: string): string => line.replace(/^Ready: /, '');

describe('command line', () => {
  it.each([
    [['--bogus'], 'Unknown argument --bogus.'],
    [['--port', 'x'], '--port needs a number'],
    [['--profile'], '--profile needs the path of a folder'],
  ])('%j is explained in one line, with exit code 2', async (args, sentence) => {
    const { code, out, err } = await launch(args).ended;
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(sentence);
  });

  it('without a built interface says how to build it', async () => {
    rmSync(join(work, 'dist'), { recursive: true });
    const { code, err } = await launch([]).ended;
    expect(code).toBe(1);
    expect(err).toBe('The interface has not been built. Run npm run build first.\n');
  });
});

describe('browser host', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('serves the real engine, and on %s ends in order', async (signal) => {
    const { child, ended, firstLine } = launch(['--browser', '--no-open']);
    const page = await enterBy(urlIn(await firstLine));
    expect(await callFrom(page, 'session.state', {})).toMatchObject({ ok: true, value: { state: 'new', demo: false } });
    const { socket } = await openStream(page.port, pageRequest(page, '/events', {}));
    const streamEnd = once(socket, 'close');
    child.kill(signal);
    await streamEnd;
    const { code, out, err } = await ended;
    expect({ code, err }).toStrictEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Ready: http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]{43}\n$/);
    expect(existsSync(join(work, 'data', 'oneteam', 'profile'))).toBe(true);
  });

  it('takes the place of the desktop window where that cannot run, and says why', async () => {
    const { child, ended, firstLine } = launch(['--no-open', '--profile', join(work, 'mine')]);
    await firstLine;
    child.kill('SIGTERM');
    const { code, err } = await ended;
    expect(code).toBe(0);
    expect(err).toMatch(/^The desktop window cannot be used: [^\n]+ OneTeam opens in the browser instead\.\n$/);
    expect(existsSync(join(work, 'mine'))).toBe(true);
  });

  it('says what to do about a port that is taken, and ends', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, out, err } = await launch(['--browser', '--no-open', '--port', String(port)]).ended;
    other.close();
    expect({ code, out }).toStrictEqual({ code: 1, out: '' });
    expect(err).toMatch(new RegExp(`^Port ${port} is in use by another program\\. [^\\n]+\\n$`));
  });

  it('opens the machine’s browser at the address, and gets along without one', async () => {
    const bin = join(work, 'bin');
    mkdirSync(bin);
    const note = join(work, 'opened');
    writeFileSync(
      join(bin, 'xdg-open'),
      `#!/bin/sh\nprintf %s "$1" > "${note}.new" && mv "${note}.new" "${note}"\nexit 3\n`,
      { mode: 0o755 },
    );
    const { child, ended, firstLine } = launch(['--browser'], { PATH: `${bin}:${process.env.PATH}` });
    const url = urlIn(await firstLine);
    await once(child.stderr ?? child, 'data');
    expect(readFileSync(note, 'utf8')).toBe(url);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: 'No browser could be opened. Open the address above in one.\n' });
  });
});

describe('desktop host', () => {
  /** A program in the place of Electron's, which does as told. */
  function electron(lines: string): string {
    const binary = join(work, 'electron-binary');
    writeFileSync(binary, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
    return binary;
  }

  it('is started with its script and the flags that concern it, and gives its exit code', async () => {
    const note = join(work, 'note');
    process.env.ELECTRON_RUN_AS_NODE = '1';
    const binary = electron(`echo "$@" "[$ELECTRON_RUN_AS_NODE]" > "${note}"\nexit 7`);
    expect(await runElectron(binary, 'main.js', { profile: '/data', demo: true }, [])).toBe(7);
    expect(readFileSync(note, 'utf8')).toBe('main.js --profile /data --demo []\n');
    delete process.env.ELECTRON_RUN_AS_NODE;
  });

  it('is sent the signals that end the launcher', async () => {
    const note = join(work, 'note');
    const binary = electron(
      `trap 'echo ended > "${note}"; exit 0' USR2\nkill -USR2 $PPID\nwhile :; do sleep 0.05; done`,
    );
    expect(await runElectron(binary, 'main.js', { profile: '/data', demo: false }, ['SIGUSR2'])).toBe(0);
    expect(readFileSync(note, 'utf8')).toBe('ended\n');
    expect(process.listenerCount('SIGUSR2')).toBe(0);
  });

  it('that cannot be started is explained', async () => {
    const started = runElectron(join(work, 'nothing'), 'main.js', { profile: '/data', demo: false }, []);
    await expect(started).rejects.toThrow('npm start -- --browser');
  });
});
