import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { listRendererFiles } from '../../electron/renderer-files.ts';
import { securityHeaders } from '../../electron/security-headers.ts';
import { builtApp } from '../fixtures/built-app.ts';
import { desktopRunner, only, sessionOf, windowOf } from '../fixtures/desktop-app.ts';
import { createElectronStandIn, type MenuItem, StandInEvent } from '../fixtures/electron-stand-in.ts';

let root: string;
const { folder, start } = desktopRunner();

beforeAll(async () => {
  root = await builtApp();
}, 180_000);

describe('the window', () => {
  it('is sandboxed and isolated, without Node, web views or spelling downloads', async () => {
    const { webPreferences } = windowOf(await start()).options;
    const { session, preload, ...settings } = webPreferences;
    expect(settings).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: true,
    });
    expect(preload).toBe(join(root, 'dist/electron/desktop/preload.cjs'));
    expect(existsSync(String(preload))).toBe(true);
    expect(session).toBeDefined();
  });

  it('keeps its browser session in memory and what Chromium writes inside the profile', async () => {
    const electron = await start();
    expect([...electron.sessions.keys()].every((name) => !name.startsWith('persist:'))).toBe(true);
    expect(sessionOf(electron).options).toEqual({ cache: false });
    expect(electron.app.paths.get('userData')).toBe(join(folder(), 'profile', 'browser'));
  });

  it('has no developer tools and takes no debugger in an installed copy', async () => {
    const electron = await start({ packaged: true });
    expect(windowOf(electron).options.webPreferences.devTools).toBe(false);
    expect(electron.app.removedSwitches).toEqual(['remote-debugging-port', 'remote-debugging-pipe']);
    expect(rolesIn(electron.menus.flat())).not.toContain('toggleDevTools');
    expect(rolesIn(electron.menus.flat())).not.toContain('reload');
  });

  it('offers developer tools when it runs from source', async () => {
    const electron = await start();
    expect(rolesIn(electron.menus.flat())).toContain('toggleDevTools');
    expect(electron.app.removedSwitches).toEqual([]);
  });

  it('loads the interface from app://oneteam/ with the security headers', async () => {
    const electron = await start();
    const { url, response } = only(windowOf(electron).webContents.loaded);
    expect(url).toBe('app://oneteam/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<div id="root">');
    for (const [name, value] of Object.entries(securityHeaders)) expect(response.headers.get(name)).toBe(value);
  });

  it('registers its scheme and the sandbox before the platform is ready', async () => {
    const { log, schemes } = await start();
    expect(log.indexOf('scheme registered')).toBeLessThan(log.indexOf('ready'));
    expect(log.indexOf('sandbox enabled')).toBeLessThan(log.indexOf('ready'));
    expect(log.indexOf('path userData')).toBeLessThan(log.indexOf('instance lock'));
    const { scheme, privileges } = only(schemes);
    expect(scheme).toBe('app');
    expect(privileges).toMatchObject({ standard: true, secure: true });
    expect(privileges.bypassCSP ?? false).toBe(false);
    expect(privileges.corsEnabled ?? false).toBe(false);
  });
});

function rolesIn(items: readonly MenuItem[]): string[] {
  return items.flatMap((item) => [...(item.role ? [item.role] : []), ...rolesIn(item.submenu ?? [])]);
}

describe('a page', () => {
  it('gets no permission, neither when it asks nor when Chromium checks', async () => {
    const session = sessionOf(await start());
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'hid',
    ]) {
      const answer = await new Promise((resolve) => session.permissionRequest?.(null, permission, resolve));
      expect(answer, permission).toBe(false);
      expect(session.permissionCheck?.(null, permission), permission).toBe(false);
    }
    expect(session.devicePermission?.({})).toBe(false);
  });

  it('reaches no address but the bundled interface and what it made itself', async () => {
    const session = sessionOf(await start());
    const isCancelled = (url: string) =>
      new Promise((resolve) => session.beforeRequest?.({ url }, ({ cancel }) => resolve(cancel === true)));
    for (const url of [
      'https://www.nhs.uk/',
      'http://127.0.0.1:8080/',
      'file:///etc/passwd',
      'ws://example.org/',
      'app://oneteam.example/',
      'app://other/',
    ]) {
      expect(await isCancelled(url), url).toBe(true);
    }
    for (const url of [
      'app://oneteam/',
      'app://oneteam/assets/a.js',
      'blob:app://oneteam/1',
      'data:image/png;base64,AA==',
    ]) {
      expect(await isCancelled(url), url).toBe(false);
    }
  });

  it('opens no window; only telephone numbers and listed https sites go to the system', async () => {
    const electron = await start();
    const open = (url: string) => windowOf(electron).webContents.openHandler?.({ url });
    const allowed = [
      'tel:01512960000',
      'tel:+44 151 296 0000',
      'https://www.nhs.uk/conditions/',
      'https://www.nice.org.uk/guidance/ng197',
    ];
    const refused = [
      'https://example.org/',
      'http://www.nhs.uk/',
      'https://www.nhs.uk.example.org/',
      'https://www.nhs.uk@example.org/',
      'https://someone@www.nhs.uk/',
      'https://www.nhs.uk:8443/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'mailto:a@example.org',
      'tel:0151;ext=1',
      'ms-settings:',
      'smb://server/share',
      'app://oneteam/',
      'not an address',
    ];
    for (const url of [...allowed, ...refused]) expect(open(url), url).toEqual({ action: 'deny' });
    expect(electron.openedOutside).toEqual(allowed);
  });

  it('cannot be navigated away, redirected, framed, or given a web view', async () => {
    const electron = await start();
    const page = windowOf(electron).webContents;
    const isPrevented = (name: string, properties: Record<string, unknown> = {}) => {
      const event = new StandInEvent(properties);
      page.emit(name, event);
      return event.defaultPrevented;
    };
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://oneteam.example/',
      'app://other/',
      'data:text/html,x',
      'javascript:1',
    ]) {
      expect(isPrevented('will-frame-navigate', { url, isMainFrame: true }), url).toBe(true);
    }
    expect(electron.openedOutside).toEqual([]);
    expect(isPrevented('will-frame-navigate', { url: 'tel:01512960000', isMainFrame: true })).toBe(true);
    expect(electron.openedOutside).toEqual(['tel:01512960000']);
    expect(isPrevented('will-frame-navigate', { url: 'app://oneteam/', isMainFrame: false })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url: 'app://oneteam/cases', isMainFrame: true })).toBe(false);
    expect(isPrevented('will-redirect', { url: 'app://oneteam/' })).toBe(true);
    expect(isPrevented('will-attach-webview')).toBe(true);
  });

  it('saves only files that the interface made', async () => {
    const { emitter } = sessionOf(await start());
    const isPrevented = (url: string) => {
      const event = new StandInEvent();
      emitter.emit('will-download', event, { getURL: () => url });
      return event.defaultPrevented;
    };
    expect(isPrevented('https://example.org/setup.exe')).toBe(true);
    expect(isPrevented('blob:https://example.org/1')).toBe(true);
    expect(isPrevented('blob:app://oneteam/4f3c')).toBe(false);
  });

  it('that crashed can be shown again', async () => {
    const electron = await start();
    const { webContents } = windowOf(electron);
    webContents.emit('render-process-gone', new StandInEvent(), { reason: 'oom' });
    await vi.waitFor(() => expect(webContents.reloads).toBe(1));
    webContents.emit('render-process-gone', new StandInEvent(), { reason: 'clean-exit' });
    expect(webContents.reloads).toBe(1);
  });

  it('gets an edit menu on fields and selections only', async () => {
    const electron = await start();
    const before = electron.menus.length;
    const click = (properties: Record<string, unknown>) =>
      windowOf(electron).webContents.emit('context-menu', new StandInEvent(), properties);
    click({ isEditable: false, selectionText: '' });
    expect(electron.menus.length).toBe(before);
    click({ isEditable: true, selectionText: '' });
    click({ isEditable: false, selectionText: 'some words' });
    expect(electron.menus.slice(before).map(rolesIn)).toEqual([['undo', 'cut', 'copy', 'paste'], ['copy']]);
  });
});

describe('app://oneteam/', () => {
  /** A renderer folder with a secret beside it and a link out of it. */
  async function served() {
    mkdirSync(join(folder(), 'renderer', 'assets'), { recursive: true });
    writeFileSync(join(folder(), 'secret.json'), '{"secret":true}');
    writeFileSync(join(folder(), 'renderer', 'index.html'), '<p>interface</p>');
    writeFileSync(join(folder(), 'renderer', 'assets', 'main.js'), 'export {};');
    writeFileSync(join(folder(), 'renderer', 'assets', 'odd.exe'), 'MZ');
    symlinkSync(join(folder(), 'secret.json'), join(folder(), 'renderer', 'link.json'));
    vi.resetModules();
    vi.doMock('electron', () => createElectronStandIn().module);
    const { answerAppRequest } = await import('../../electron/desktop/app-protocol.ts');
    const files = listRendererFiles(join(folder(), 'renderer'));
    return (url: string, method = 'GET') => answerAppRequest(new Request(url, { method }), files);
  }

  it('serves files with their type, and the interface for every other address', async () => {
    const ask = await served();
    const script = await ask('app://oneteam/assets/main.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await script.text()).toBe('export {};');
    for (const address of ['app://oneteam/', 'app://oneteam/cases/open?tier=1', 'app://oneteam/index.html']) {
      const page = await ask(address);
      expect(page.status, address).toBe(200);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await page.text()).toBe('<p>interface</p>');
    }
  });

  it('refuses everything outside the folder, however it is written', async () => {
    const ask = await served();
    const attempts = [
      'secret.json',
      '../secret.json',
      '..%2fsecret.json',
      '%2e%2e/secret.json',
      '%2e%2e%2fsecret.json',
      '..%5csecret.json',
      '..\\secret.json',
      '%252e%252e%252fsecret.json',
      'assets/..%2f..%2fsecret.json',
      '//etc/passwd',
      '%2fetc%2fpasswd',
      'link.json',
      'assets/odd.exe',
      'index.html%00.json',
      '%00',
      '%E0%A4%A',
      '..%2f..',
      'C:%5cWindows%5cwin.ini',
      'missing.js',
    ];
    for (const attempt of attempts) {
      const answer = await ask(`app://oneteam/${attempt}`);
      const text = await answer.text();
      expect(text, attempt).not.toContain('secret":');
      expect(answer.status === 404 || text === '<p>interface</p>', `${attempt} ${answer.status}`).toBe(true);
    }
    // Anything that names a file must be a refusal, not the interface.
    for (const attempt of [
      'secret.json',
      '..%2fsecret.json',
      '%252e%252e%252fsecret.json',
      'link.json',
      'assets/odd.exe',
      'missing.js',
    ]) {
      expect((await ask(`app://oneteam/${attempt}`)).status, attempt).toBe(404);
    }
  });

  it('refuses other hosts and other methods, and puts the headers on refusals too', async () => {
    const ask = await served();
    const refusals = [
      await ask('app://other/index.html'),
      await ask('app://oneteam/missing.js'),
      await ask('app://oneteam/', 'POST'),
    ];
    expect(refusals.map((answer) => answer.status)).toEqual([404, 404, 405]);
    for (const answer of refusals) {
      for (const [name, value] of Object.entries(securityHeaders)) expect(answer.headers.get(name)).toBe(value);
    }
  });

  it('forbids inline and foreign code by policy', () => {
    const policy = securityHeaders['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});
