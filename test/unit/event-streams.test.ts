import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEventStreams, type EventStreams } from '../../electron/browser/event-streams.ts';

let streams: EventStreams;
let server: Server;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  streams = createEventStreams();
  server = createServer((_, response) => streams.open(response, { 'cache-control': 'no-store' }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

async function open(): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  const [response]: IncomingMessage[] = await once(get({ port, host: '127.0.0.1', agent: false }), 'response');
  if (!response) throw new Error('no response');
  response.setEncoding('utf8');
  expect(await nextPiece(response)).toBe(':\n\n');
  return response;
}

async function nextPiece(stream: IncomingMessage): Promise<string> {
  const [piece]: string[] = await once(stream, 'data');
  return piece ?? '';
}

it('sends an event to every open stream', async () => {
  const pages = [await open(), await open()];
  const pieces = pages.map(nextPiece);
  streams.send({ kind: 'session', state: 'locked' });
  expect(await Promise.all(pieces)).toStrictEqual(Array(2).fill('data: {"kind":"session","state":"locked"}\n\n'));
});

it('gives a sign of life each 15 s', async () => {
  const piece = nextPiece(await open());
  vi.advanceTimersByTime(15_000);
  expect(await piece).toBe(':\n\n');
});

it('ends the oldest beyond 32', async () => {
  const first = await open();
  const ended = once(first, 'end');
  const second = await open();
  for (let more = 2; more < 33; more += 1) await open();
  first.resume();
  await ended;
  const piece = nextPiece(second);
  streams.send({ kind: 'changed', topics: ['people'] });
  expect(await piece).toContain('people');
});

it('drops a page that does not read, and keeps serving the others', async () => {
  const stuck = await open();
  stuck.pause();
  const lost = new Promise((resolve) => stuck.once('close', resolve));
  stuck.on('error', () => {}); // the connection is cut, as it should be
  const reading = await open();
  const topics = Array<'people'>(2000).fill('people');
  let received = 0;
  reading.on('data', (piece: string) => {
    received += piece.length;
  });
  const enough = 40 * 2 ** 20;
  for (let sent = 0; sent < enough; sent += 18_000) {
    streams.send({ kind: 'changed', topics });
    await new Promise(setImmediate);
  }
  stuck.resume();
  await lost;
  expect(stuck.complete).toBe(false);
  expect(received).toBeGreaterThan(enough / 2);
});
