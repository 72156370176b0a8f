import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserHost, type BrowserHostOptions, startBrowserHost } from '../../electron/browser/host.ts';
import { startEngine } from '../../electron/engine-host.ts';
import { loopback } from '../../shared/contract/loopback.ts';
import { AppError } from '../../shared/errors.ts';
import { loopbackMatrix } from '../faults/loopback-matrix.ts';
import { type EchoEngine, echoEngine } from '../fixtures/echo-engine.ts';
import { callFrom, enterBy, type LoopbackPage, pageRequest, post, readBody } from '../fixtures/loopback-page.ts';
import { exchange, openStream } from '../fixtures/raw-http.ts';
import { type SmallRenderer, smallRenderer } from '../fixtures/small-renderer.ts';

let renderer: SmallRenderer;
let engine: EchoEngine;
let lines: string[];
let running: BrowserHost[];

beforeEach(() => {
  renderer = smallRenderer();
  engine = echoEngine();
  lines = [];
  running = [];
});

afterEach(async () => {
  for (const host of running) await host.close();
  renderer.remove();
});

async function start(options: Partial<BrowserHostOptions> = {}): Promise<BrowserHost> {
  const host = await startBrowserHost({
    engine,
    assets: renderer.folder,
    open: false,
    out: (line) => lines.push(line),
    ...options,
  });
  running.push(host);
  return host;
}

const portOf = (host: BrowserHost): number => Number(new URL(host.url).port);

describe('loopback matrix', () => {
  it('is answered as the table says, and not without the rules', async () => {
    const seed = Math.floor(Math.random() * 1e6);
    expect(await loopbackMatrix({ seed, cases: 600 })).toMatchObject({ failures: 0, control_caught: true, ok: true });
  });

  it('is answered the same in front of the real engine', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'loopback-'));
    const real = await startEngine({ profile, demo: false });
    try {
      expect(await loopbackMatrix({ seed: 1, cases: 0, engine: real })).toMatchObject({ failures: 0, ok: true });
    } finally {
      await real.close();
      rmSync(profile, { recursive: true });
    }
  });
});

describe('start', () => {
  it('prints one line with the address, once it can be used', async () => {
    const { url } = await start();
    expect(lines).toStrictEqual([`Ready: ${url}`]);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]{43}$/);
    await expect(enterBy(url)).resolves.toBeDefined();
  });

  it('says what to do about a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(start({ port })).rejects.toThrow(AppError);
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} is in use by another program. Choose another with --port N`,
    );
    expect(lines).toStrictEqual([]);
    other.close();
  });

  it('refuses a start token after 60 s and takes a new link', async () => {
    let time = 0;
    const host = await start({ now: () => time });
    time = 60_001;
    await expect(enterBy(host.url)).rejects.toThrow('401');
    await expect(enterBy(host.newLink())).resolves.toBeDefined();
  });
});

describe('a page that was let in', () => {
  let host: BrowserHost;
  let page: LoopbackPage;

  beforeEach(async () => {
    host = await start();
    page = await enterBy(host.url);
  });

  it('gets a cookie that neither script nor another site can use', async () => {
    const again = { ...page, cookie: '' };
    const start = new URLSearchParams(new URL(host.newLink()).hash.slice(1)).get(loopback.startParameter);
    const response = await post(again, loopback.session, { start });
    expect(response.headers.get('set-cookie')).toMatch(/^oneteam-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('calls the engine with name, input and command id, and reads its answer', async () => {
    expect(await callFrom(page, 'people.find', { text: 'é' }, 'command-1')).toStrictEqual({
      ok: true,
      value: { text: 'é' },
    });
    expect(engine.calls).toStrictEqual([{ name: 'people.find', input: { text: 'é' }, commandId: 'command-1' }]);
  });

  it('sends and receives files of some megabytes as they are', async () => {
    const bytes = new Uint8Array(3 * 2 ** 20).map((_, at) => at % 251);
    const answer = await callFrom(page, 'imports.receive', { name: 'register.csv', bytes });
    expect(answer).toStrictEqual({ ok: true, value: { name: 'register.csv', bytes } });
  });

  it.each([[null], [[]], ['text'], [{}], [{ name: 1 }], [{ name: 'x', commandId: 1 }]])(
    'cannot call %j',
    async (value) => {
      expect((await post(page, loopback.call, value)).status).toBe(400);
      expect(engine.calls).toStrictEqual([]);
    },
  );

  it('gets a tab token of its own after a reload, while other tabs keep theirs', async () => {
    const fresh = readBody(await post(page, loopback.tab, {}));
    expect(fresh).toStrictEqual({ tab: expect.stringMatching(/^[\w-]{43}$/) });
    const reloaded = { ...page, ...(fresh as { tab: string }) };
    expect(reloaded.tab).not.toBe(page.tab);
    for (const each of [page, reloaded]) expect((await post(each, loopback.call, { name: 'x' })).status).toBe(200);
  });

  it('is let in no longer once another browser used a new link, and its stream ends', async () => {
    const { socket } = await openStream(page.port, pageRequest(page, loopback.events, {}));
    const ended = once(socket, 'end');
    await enterBy(host.newLink());
    await ended;
    expect((await post(page, loopback.call, { name: 'x' })).status).toBe(401);
    expect((await post(page, loopback.tab, {})).status).toBe(401);
  });

  it('hears events of the engine', async () => {
    const { head, socket } = await openStream(page.port, pageRequest(page, loopback.events, {}));
    expect(head.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const piece = once(socket, 'data');
    engine.emit({ kind: 'changed', topics: ['people'] });
    expect(String(await piece)).toContain('data: {"kind":"changed","topics":["people"]}\n\n');
    socket.destroy();
  });

  it('gets the answer to a call under way when the host closes, and none after', async () => {
    const { socket } = await openStream(page.port, pageRequest(page, loopback.events, {}));
    const streamEnd = once(socket, 'end');
    const answer = callFrom(page, 'wait', 1);
    while (engine.calls.length === 0) await new Promise(setImmediate);
    const closed = host.close();
    await streamEnd;
    await expect(post(page, loopback.call, { name: 'x' })).rejects.toThrow('ECONNREFUSED');
    engine.release();
    expect(await answer).toStrictEqual({ ok: true, value: 1 });
    await closed;
    running = [];
  });

  it('leaves no connection behind that keeps a closed host from ending', async () => {
    const idle = connect(page.port, '127.0.0.1');
    await once(idle, 'connect');
    await host.close();
    running = [];
    idle.resume();
    await once(idle, 'close');
  });
});

describe('files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/cases/open?sort=due', 'text/html; charset=utf-8'],
    ['/assets/main.js', 'text/javascript; charset=utf-8'],
  ])('%s is %s', async (path, type) => {
    const port = portOf(await start());
    const response = await exchange(port, Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });
});

describe('slow senders', () => {
  const patience = { head: 200, pause: 200, whole: 600 };

  it('loses the connection when the head does not end', async () => {
    const port = portOf(await start({ patience }));
    const response = await exchange(port, Buffer.from(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`));
    expect(response.status).toBe(408);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is refused when a body only drips, although it never pauses for long', async () => {
    const page = await enterBy((await start({ patience })).url);
    const request = pageRequest(page, loopback.call, {});
    const headers = [...request.headers, ['Content-Length', '1000'] as const];
    const opened = openStream(page.port, { ...request, headers, body: '{', length: false }, 100);
    const { head } = await opened;
    expect(head.status).toBe(408);
  });
});
