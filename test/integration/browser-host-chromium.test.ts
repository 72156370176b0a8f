import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserHost, startBrowserHost } from '../../electron/browser/host.ts';
import { loopback } from '../../shared/contract/loopback.ts';
import { ensureChromium } from '../chromium.ts';
import { type EchoEngine, echoEngine } from '../fixtures/echo-engine.ts';
import { post } from '../fixtures/loopback-page.ts';
import { type SmallRenderer, smallRenderer } from '../fixtures/small-renderer.ts';

let script: string;
let browser: Browser;
let renderer: SmallRenderer;
let engine: EchoEngine;
let host: BrowserHost;
let context: BrowserContext;
/** What the browser complained of, such as a breach of the content security policy. */
let complaints: string[];

/** The client of the real interface, with what a test asks it to do at hand on the window. */
const entry = `
  import { browserTransport } from '${new URL('../../renderer/client/transport-browser.ts', import.meta.url).pathname}';
  const transport = browserTransport();
  window.heard = [];
  transport.onEvent((event) => window.heard.push(event));
  transport.onLink((link) => { window.link = link; });
  window.ask = (name, input) => transport.call(name, input);
`;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry.js' ? id : null),
        load: (id) => (id === 'entry.js' ? entry : null),
      },
    ],
    build: { write: false, rolldownOptions: { input: 'entry.js' }, modulePreload: { polyfill: false } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('the client could not be bundled');
  script = chunk.code;
  browser = await chromium.launch({ executablePath: ensureChromium() });
});

afterAll(() => browser.close());

beforeEach(async () => {
  renderer = smallRenderer(script);
  engine = echoEngine();
  host = await startBrowserHost({ engine, assets: renderer.folder, open: false, out: () => {} });
  context = await browser.newContext();
  complaints = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});

afterEach(async () => {
  await context.close();
  await host.close();
  renderer.remove();
});

async function open(url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => !['connecting', undefined].includes(Reflect.get(window, 'link')));
  return page;
}

const ask = (page: Page, name: string): Promise<unknown> => page.evaluate(`window.ask('${name}', { a: 1 })`);
const answered = { ok: true, value: { a: 1 } };

describe('the interface in a real browser', () => {
  it('is let in by the printed link, calls, hears events, and leaves no token where it can be found', async () => {
    const page = await open(host.url);
    expect(await ask(page, 'x')).toStrictEqual(answered);
    engine.emit({ kind: 'session', state: 'locked' });
    await page.waitForFunction(() => Reflect.get(window, 'heard').length > 0);
    expect(await page.evaluate('window.heard')).toStrictEqual([{ kind: 'session', state: 'locked' }]);
    expect(page.url()).toBe(`${new URL(host.url).origin}/`);
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(await page.evaluate('Object.keys(sessionStorage).length')).toBe(0);
    expect(complaints).toStrictEqual([]);
  });

  it('sends and receives bytes', async () => {
    const page = await open(host.url);
    const answer = await page.evaluate(
      `window.ask('file', { bytes: Uint8Array.of(0, 255, 7) }).then(({ value }) => [value.bytes instanceof Uint8Array, ...value.bytes])`,
    );
    expect(answer).toStrictEqual([true, 0, 255, 7]);
    expect(engine.calls[0]?.input).toStrictEqual({ bytes: Uint8Array.of(0, 255, 7) });
  });

  it('goes on after a reload, at any of its addresses, and in a second tab', async () => {
    const page = await open(host.url);
    await page.reload();
    expect(await ask(page, 'x')).toStrictEqual(answered);
    const second = await open(new URL('/cases/open', host.url).href);
    expect(await ask(second, 'x')).toStrictEqual(answered);
    expect(await ask(page, 'x')).toStrictEqual(answered);
  });

  it('is not let in by a link that was used, from another browser', async () => {
    await open(host.url);
    const other = await browser.newContext();
    const page = await other.newPage();
    await page.goto(host.url);
    expect(await ask(page, 'x')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(engine.calls).toStrictEqual([]);
    await other.close();
  });
});

describe('a foreign page in the same browser', () => {
  let foreign: Server;
  let port: number;
  /** Cookies that the foreign server was sent. */
  let leaked: string[];

  beforeEach(async () => {
    leaked = [];
    foreign = createServer((request, response) => {
      leaked.push(request.headers.cookie ?? '');
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>foreign</title>');
    });
    foreign.listen(0, '127.0.0.1');
    await once(foreign, 'listening');
    port = (foreign.address() as AddressInfo).port;
  });

  afterEach(() => {
    foreign.closeAllConnections();
    foreign.close();
  });

  /** Every way in which a page can reach another origin. Each result says whether anything could be read. */
  const attempts = (origin: string): string => `(async () => {
    const body = JSON.stringify({ name: 'x', input: {} });
    const read = (request) => request.then((response) => response.type + ' ' + response.status, () => 'failed');
    const shown = (element, address) => new Promise((settle) => {
      element.onload = () => settle('loaded');
      element.onerror = () => settle('failed');
      element.src = address;
      document.body.append(element);
    });
    const frame = document.createElement('iframe');
    const script = document.createElement('script');
    const image = document.createElement('img');
    const stream = (source) => new Promise((settle) => {
      source.onopen = () => settle('loaded');
      source.onerror = () => settle('failed');
    });
    const results = {
      page: await read(fetch('${origin}/')),
      json: await read(fetch('${origin}/call', { method: 'POST', body, credentials: 'include', headers: { 'content-type': 'application/json' } })),
      text: await read(fetch('${origin}/call', { method: 'POST', body, credentials: 'include' })),
      tab: await read(fetch('${origin}/tab', { method: 'POST', body: '{}', credentials: 'include' })),
      script: await shown(script, '${origin}/assets/main.js'),
      image: await shown(image, '${origin}/call'),
      events: await stream(new EventSource('${origin}/events', { withCredentials: true })),
      socket: await stream(new WebSocket('${origin.replace('http', 'ws')}/events')),
    };
    await fetch('${origin}/call', { method: 'POST', body, mode: 'no-cors', credentials: 'include' }).catch(() => {});
    navigator.sendBeacon('${origin}/call', new Blob([body], { type: 'text/plain' }));
    await shown(frame, '${origin}/');
    let inside = 'closed';
    try { inside = frame.contentDocument === null ? 'closed' : 'open'; } catch { inside = 'closed'; }
    return { ...results, frame: inside };
  })()`;

  /** A form that sends a call as text, which needs no permission of the other origin. It leaves the page. */
  const submitForm = (origin: string): string => `(() => {
    const form = document.createElement('form');
    form.method = 'post';
    form.enctype = 'text/plain';
    form.action = '${origin}/call';
    const field = document.createElement('input');
    field.name = ${JSON.stringify('{"name":"x","input":"')};
    field.value = ${JSON.stringify('"}')};
    form.append(field);
    document.body.append(form);
    form.submit();
  })()`;

  it.each([
    ['another port', '127.0.0.1'],
    ['another name', 'localhost'],
  ])('on %s reads and moves nothing', async (_, name) => {
    await open(host.url);
    const page = await context.newPage();
    await page.goto(`http://${name}:${port}/`);
    const { origin } = new URL(host.url);
    const results = await page.evaluate(attempts(origin));
    expect(results).toStrictEqual({
      page: 'failed',
      json: 'failed',
      text: 'failed',
      tab: 'failed',
      script: 'failed',
      image: 'failed',
      events: 'failed',
      socket: 'failed',
      frame: 'closed',
    });
    const [response] = await Promise.all([
      page.waitForResponse((given) => given.url() === `${origin}/call` && given.request().isNavigationRequest()),
      page.evaluate(submitForm(origin)),
    ]);
    expect(response.status()).toBe(403);
    expect(engine.calls).toStrictEqual([]);
  });

  it('on another port comes to know the cookie, which lets nobody in', async () => {
    await open(host.url);
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    const cookie = leaked.find((text) => text.startsWith('oneteam-')) ?? '';
    expect(cookie).not.toBe('');
    const thief = { port: Number(new URL(host.url).port), cookie, tab: '', key: '' };
    for (const path of [loopback.tab, loopback.call, loopback.events]) {
      expect((await post(thief, path, { name: 'x', input: {} })).status).toBe(401);
    }
    expect(engine.calls).toStrictEqual([]);
  });
});
