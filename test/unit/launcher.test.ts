import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCommand } from '../../electron/browser/open-browser.ts';
import { type DesktopMachine, findDesktopRuntime } from '../../electron/desktop-runtime.ts';
import { findUnknownArgument, readStartOptions } from '../../electron/start-options.ts';

describe('arguments', () => {
  it.each([[[]], [['--demo']], [['--profile', 'x', '--port=0', '--no-open', '--browser']]])('%j are known', (args) => {
    expect(findUnknownArgument(args)).toBeUndefined();
  });

  it.each([
    [['--bogus'], '--bogus'],
    [['-p', '1'], '-p'],
    [['demo'], 'demo'],
    [['--demo', '--constructor'], '--constructor'],
    [['--demo=no'], '--demo='],
  ])('%j has an unknown one', (args, unknown) => {
    expect(findUnknownArgument(args)).toBe(unknown);
  });

  it.each([
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/oneteam'],
    ['linux', {}, '/home/x/.local/share/oneteam'],
    ['darwin', {}, '/home/x/Library/Application Support/OneTeam'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/OneTeam'],
  ] as const)('on %s %j, people and the demonstration have folders of their own', (platform, env, folder) => {
    const machine = { platform, env, home: '/home/x' };
    expect(readStartOptions([], machine).profile).toBe(join(folder, 'profile'));
    expect(readStartOptions(['--demo'], machine).profile).toBe(join(folder, 'demo'));
  });
});

describe('desktop host', () => {
  let work: string;
  let machine: DesktopMachine;

  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), 'launcher-'));
    mkdirSync(join(work, 'electron', 'dist'), { recursive: true });
    writeFileSync(join(work, 'electron', 'path.txt'), 'electron');
    writeFileSync(join(work, 'electron', 'dist', 'electron'), '');
    writeFileSync(join(work, 'main.js'), '');
    machine = {
      platform: 'linux',
      env: { DISPLAY: ':0' },
      isRoot: false,
      electronFolder: join(work, 'electron'),
      mainScript: join(work, 'main.js'),
    };
  });

  afterEach(() => rmSync(work, { recursive: true }));

  const whyNot = (different: Partial<DesktopMachine>): string => {
    const runtime = findDesktopRuntime({ ...machine, ...different });
    return 'whyNot' in runtime ? runtime.whyNot : 'it can';
  };

  it('runs where binary, build and display are there', () => {
    expect(findDesktopRuntime(machine)).toStrictEqual({ binary: join(work, 'electron', 'dist', 'electron') });
    expect(whyNot({ env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe('it can');
    expect(whyNot({ env: {}, platform: 'darwin' })).toBe('it can');
  });

  it('says what is missing', () => {
    expect(whyNot({ electronFolder: undefined })).toContain('not installed');
    expect(whyNot({ mainScript: join(work, 'other.js') })).toContain('npm run build');
    expect(whyNot({ env: {} })).toContain('no display');
    expect(whyNot({ env: { DISPLAY: '' } })).toContain('no display');
    expect(whyNot({ isRoot: true })).toContain('root');
    rmSync(join(work, 'electron', 'dist'), { recursive: true });
    expect(whyNot({})).toContain('npx install-electron --no');
    rmSync(join(work, 'electron', 'path.txt'));
    expect(whyNot({})).toContain('npx install-electron --no');
  });

  it('takes the binary from the folder that overrides it', () => {
    const elsewhere = join(work, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'electron'), '');
    const env = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: elsewhere };
    expect(findDesktopRuntime({ ...machine, env })).toStrictEqual({ binary: join(elsewhere, 'electron') });
  });
});

it('hands the address to the default browser as one argument, past any shell', () => {
  const url = 'http://127.0.0.1:1/#start=a&b';
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const [command, args] = openCommand(url, platform);
    expect(['xdg-open', 'open', 'rundll32']).toContain(command);
    expect(args.at(-1)).toBe(url);
  }
});
