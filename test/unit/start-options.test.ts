import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUnknownArgument, type Machine, readStartOptions } from '../../electron/start-options.ts';

const linux: Machine = { platform: 'linux', env: {}, home: '/home/ada' };

describe('start options', () => {
  it('without flags: the own profile, desktop if possible, any port, browser opened', () => {
    expect(readStartOptions([], linux)).toEqual({
      profile: '/home/ada/.local/share/oneteam/profile',
      demo: false,
      browser: false,
      port: 0,
      open: true,
    });
  });

  it('reads every flag, in both spellings', () => {
    const expected = { profile: resolve('data'), demo: true, browser: true, port: 8443, open: false };
    const rest = ['--demo', '--browser', '--no-open'];
    expect(readStartOptions(['--profile', 'data', '--port', '8443', ...rest], linux)).toEqual(expected);
    expect(readStartOptions(['--profile=data', '--port=8443', ...rest], linux)).toEqual(expected);
  });

  it('keeps the demonstration apart from real data, and both on this machine', () => {
    const windows: Machine = { platform: 'win32', env: { LOCALAPPDATA: 'local', APPDATA: 'roaming' }, home: 'home' };
    const mac: Machine = { platform: 'darwin', env: {}, home: '/Users/ada' };
    const moved: Machine = { ...linux, env: { XDG_DATA_HOME: '/data' } };
    expect(readStartOptions([], windows).profile).toBe(join('local', 'OneTeam', 'profile'));
    expect(readStartOptions(['--demo'], windows).profile).toBe(join('local', 'OneTeam', 'demo'));
    expect(readStartOptions([], { ...windows, env: {} }).profile).toBe(
      join('home', 'AppData', 'Local', 'OneTeam', 'profile'),
    );
    expect(readStartOptions(['--demo'], mac).profile).toBe('/Users/ada/Library/Application Support/OneTeam/demo');
    expect(readStartOptions([], moved).profile).toBe('/data/oneteam/profile');
  });

  it.each([
    [['--profile']],
    [['--profile', '']],
    [['--profile', '--demo']],
    [['--port']],
    [['--port', 'many']],
    [['--port', '65536']],
    [['--port', '-1']],
    [['--port', '80.5']],
  ])('refuses %j with a sentence that names the flag', (args) => {
    expect(() => readStartOptions(args, linux)).toThrow(new RegExp(`^${args[0]} needs`));
  });

  it('leaves Chromium’s switches on the desktop’s command line alone', () => {
    const args = ['electron', 'main.js', '--no-sandbox', '--lang=en-GB', '--demo', '--original-process-start-time=1'];
    expect(readStartOptions(args, linux)).toMatchObject({ demo: true, browser: false });
  });

  it('finds what the launcher does not know', () => {
    expect(findUnknownArgument(['--profile', 'data', '--port=0', '--demo', '--browser', '--no-open'])).toBeUndefined();
    expect(findUnknownArgument(['--dmeo'])).toBe('--dmeo');
    expect(findUnknownArgument(['-x'])).toBe('-x');
    expect(findUnknownArgument(['--demo', 'data'])).toBe('data');
    expect(findUnknownArgument(['--demo=no'])).toBe('--demo=');
  });
});
