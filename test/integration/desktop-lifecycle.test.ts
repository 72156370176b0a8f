import { EventEmitter, once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { builtApp } from '../fixtures/built-app.ts';
import {
  call,
  desktopRunner,
  only,
  passphrase,
  quit,
  setUp,
  stateOf,
  value,
  windowOf,
} from '../fixtures/desktop-app.ts';
import { createElectronStandIn, type ElectronStandIn } from '../fixtures/electron-stand-in.ts';

let root: string;
const { folder, start, startMain } = desktopRunner();

beforeAll(async () => {
  root = await builtApp();
}, 180_000);

describe('the bridge', () => {
  it('exposes call, savePdf and onEvent and nothing else, and needs nothing but Electron', async () => {
    const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {};
    const ipcRenderer = Object.assign(new EventEmitter(), { invoke: async (...args: unknown[]) => args });
    const required: string[] = [];
    runInNewContext(readFileSync(join(root, 'dist/electron/desktop/preload.cjs'), 'utf8'), {
      exports: {},
      module: {},
      require: (name: string) => {
        required.push(name);
        return {
          ipcRenderer,
          contextBridge: {
            exposeInMainWorld: (name: string, api: (typeof exposed)[string]) => {
              exposed[name] = api;
            },
          },
        };
      },
    });
    expect(required).toEqual(['electron']);
    expect(Object.keys(exposed)).toEqual(['oneteam']);
    const bridge = exposed.oneteam;
    expect(Object.keys(bridge ?? {})).toEqual(['call', 'savePdf', 'onEvent']);
    expect(await bridge?.call?.('session.state', {}, { commandId: 'x' })).toEqual([
      'oneteam:call',
      'session.state',
      {},
      { commandId: 'x' },
    ]);
    expect(await bridge?.savePdf?.('anything')).toEqual(['oneteam:pdf']);
    const heard: unknown[] = [];
    const stop = bridge?.onEvent?.((event: unknown) => heard.push(event)) as () => void;
    ipcRenderer.emit('oneteam:event', { sender: 'hidden' }, { kind: 'session', state: 'open' });
    stop();
    ipcRenderer.emit('oneteam:event', {}, { kind: 'session', state: 'locked' });
    expect(heard).toEqual([{ kind: 'session', state: 'open' }]);
  });

  it('answers the main frame of the window', async () => {
    expect(await stateOf(await start())).toMatchObject({ state: 'new' });
  });

  it('answers nobody else', async () => {
    const electron = await start();
    const page = windowOf(electron).webContents;
    const strangers = [
      { senderFrame: null },
      { senderFrame: { parent: page.mainFrame, origin: 'app://oneteam' } },
      { senderFrame: { parent: null, origin: 'https://example.org' } },
      { senderFrame: { parent: null, origin: 'app://oneteam.example' } },
      { senderFrame: { parent: null, origin: 'null' } },
      { sender: new EventEmitter() },
    ];
    for (const stranger of strangers) {
      expect(await call(electron, ['session.state', {}], stranger)).toMatchObject({
        ok: false,
        error: { code: 'not-allowed' },
      });
    }
  });

  it('answers nonsense with bad-input', async () => {
    const electron = await start();
    for (const args of [
      [],
      [null],
      [{}],
      [42, {}],
      ['session.state', 'text'],
      ['no.such.endpoint', {}],
      ['session.state', {}, 'meta'],
    ]) {
      const answer = await call(electron, args);
      expect(answer.ok || ['bad-input', 'not-found'].includes(answer.error.code), JSON.stringify(args)).toBe(true);
    }
    expect(await call(electron, [42, {}])).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('pushes the engine’s events to the page, and stays silent once the window is gone', async () => {
    const electron = await start();
    await setUp(electron);
    const page = windowOf(electron).webContents;
    expect(page.sent).toContainEqual(['oneteam:event', { kind: 'session', state: 'open' }]);
    windowOf(electron).close();
    expect([...electron.ipc.keys()]).toEqual([]);
    await once(electron.app, 'stand-in-exit');
    expect(electron.app.exitCodes).toEqual([0]);
  });
});

describe('the life of the application', () => {
  it('a second start on the same profile ends at once and opens no engine or window', async () => {
    const electron = await startMain({ first: false });
    expect(electron.windows).toEqual([]);
    expect(electron.log).not.toContain('ready');
    expect(electron.app.exitCodes).toEqual([0]);
    expect(readdirSync(join(folder(), 'profile'))).toEqual(['browser']);
  });

  it('a second start brings the first window to the front', async () => {
    const electron = await start();
    const window = windowOf(electron);
    window.minimized = true;
    const before = window.focused;
    electron.app.emit('second-instance');
    expect(window.minimized).toBe(false);
    expect(window.focused).toBe(before + 1);
  });

  it.each(['lock-screen', 'suspend'])('locks the session on %s', async (signal) => {
    const electron = await start();
    await setUp(electron);
    electron.powerMonitor.emit(signal);
    await vi.waitFor(async () => expect((await stateOf(electron)).state).toBe('locked'));
    expect(windowOf(electron).webContents.sent).toContainEqual(['oneteam:event', { kind: 'session', state: 'locked' }]);
  });

  it('locks the session from the menu', async () => {
    const electron = await start();
    await setUp(electron);
    const items = electron.menus.flat().flatMap((item) => item.submenu ?? []);
    items.find((item) => item.label === 'Lock OneTeam')?.click?.();
    await vi.waitFor(async () => expect((await stateOf(electron)).state).toBe('locked'));
  });

  it('quits in order: windows, then the engine with its store, then the process', async () => {
    const electron = await start();
    await setUp(electron);
    const profile = join(folder(), 'profile');
    const walFiles = () => readdirSync(profile).filter((name) => name.endsWith('-wal'));
    expect(walFiles()).toHaveLength(1);
    let openAtExit: string[] | undefined;
    electron.app.once('stand-in-exit', () => {
      openAtExit = walFiles();
    });
    await quit(electron);
    expect(electron.log.slice(-3)).toEqual(['quit', 'window closed', 'exit 0']);
    // SQLite removes its write-ahead log when the last connection closes properly.
    expect(openAtExit).toEqual([]);
  });

  it('quits when its window is closed or the machine shuts down, and closes the engine once', async () => {
    for (const end of [
      (e: ElectronStandIn) => windowOf(e).close(),
      (e: ElectronStandIn) => e.powerMonitor.emit('shutdown'),
    ]) {
      const electron = await start();
      const ended = once(electron.app, 'stand-in-exit');
      end(electron);
      electron.app.quit();
      await ended;
      expect(electron.app.exitCodes).toEqual([0]);
    }
  });

  it('explains a start that fails, without technical detail, and ends with code 1', async () => {
    writeFileSync(join(folder(), 'profile'), 'a file where the folder should be');
    const electron = await startMain();
    expect(only(electron.errorBoxes).content).toMatch(/data folder cannot be created/);
    expect(only(electron.errorBoxes).content).not.toContain(folder());
    expect(electron.app.exitCodes).toEqual([1]);
    expect(electron.windows).toEqual([]);
  });

  it('explains a wrong flag', async () => {
    const electron = await startMain({}, ['--port', 'many']);
    expect(only(electron.errorBoxes).content).toMatch(/--port/);
    expect(electron.app.exitCodes).toEqual([1]);
  });
});

describe('the device secret', () => {
  const secretFile = () => join(folder(), 'profile', 'device-secret');

  it('is made for a new profile, sealed by the keystore, and lets passphrases be shorter', async () => {
    const electron = await start();
    expect(readFileSync(secretFile(), 'utf8')).toMatch(/^sealed/);
    expect(await stateOf(electron)).toMatchObject({ state: 'new', passphraseMinimum: 12 });
  });

  it('stays the same at the next start, so that the passphrase still opens the profile', async () => {
    const first = await start();
    const { workerId } = await setUp(first);
    await quit(first);
    const sealed = readFileSync(secretFile());
    const second = await start();
    await value(call(second, ['session.signIn', { workerId, passphrase }]));
    expect((await stateOf(second)).state).toBe('open');
    expect(readFileSync(secretFile())).toEqual(sealed);
  });

  it('is needed: without it the passphrase does not open the profile, but the recovery code does', async () => {
    const first = await start();
    const { workerId, recoveryCode } = await setUp(first);
    await quit(first);
    const second = await start({ keystore: 'broken', dialogAnswer: 1 });
    const attempt = await call(second, ['session.signIn', { workerId, passphrase }]);
    expect(attempt).toMatchObject({ ok: false, error: { code: 'profile-unusable' } });
    const renewed = 'copper window orchard 83 thistle';
    await value(call(second, ['session.recover', { workerId, recoveryCode, passphrase: renewed }]));
    expect((await stateOf(second)).state).toBe('open');
  });

  it('is left out where the machine has no keystore, and for the demonstration', async () => {
    const electron = await start({ keystore: 'missing' });
    expect(existsSync(secretFile())).toBe(false);
    expect(await stateOf(electron)).toMatchObject({ passphraseMinimum: 15 });
    await quit(electron);
    await start({}, ['--demo']);
    expect(existsSync(secretFile())).toBe(false);
  });

  it('is never replaced when it cannot be opened: the person decides whether to quit or to recover', async () => {
    await quit(await start());
    const sealed = readFileSync(secretFile());
    const stopped = await startMain({ keystore: 'broken' });
    expect(stopped.windows).toEqual([]);
    expect(stopped.app.exitCodes).toEqual([0]);
    expect(readFileSync(secretFile())).toEqual(sealed);
  });

  it('is not made for a profile that was created without one', async () => {
    mkdirSync(join(folder(), 'profile'));
    writeFileSync(join(folder(), 'profile', 'keyring.json'), '{}');
    vi.resetModules();
    vi.doMock('electron', () => createElectronStandIn().module);
    const { readDeviceSecret } = await import('../../electron/desktop/secrets.ts');
    expect(await readDeviceSecret(join(folder(), 'profile'))).toEqual({ state: 'none' });
    expect(existsSync(secretFile())).toBe(false);
  });
});
