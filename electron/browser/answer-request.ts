import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { loopback, type TabToken } from '../../shared/contract/loopback.ts';
import { decodeWire, encodeWire, WireError, wireTypeOf } from '../../shared/contract/wire.ts';
import type { EngineHost } from '../engine-host.ts';
import { findRendererFile, type RendererFiles } from '../renderer-files.ts';
import { securityHeaders } from '../security-headers.ts';
import { bodyCap, type Check, pathOf, type Refusal, valuesOf } from './access.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { EventStreams } from './event-streams.ts';
import { type Patience, readBody } from './read-body.ts';

/** What requests are answered from. */
export interface Site {
  readonly port: number;
  readonly engine: EngineHost;
  readonly files: RendererFiles;
  readonly tokens: AccessTokens;
  readonly streams: EventStreams;
  readonly check: Check;
  readonly patience: Patience;
}

/** Milliseconds that the rest of a refused body is still taken off the line, so that the sender can read why. */
const farewell = 1000;

const malformed: Refusal = { allow: false, status: 400, reason: 'The body is not a message of this application.' };
const notFound: Refusal = { allow: false, status: 404, reason: 'There is nothing at this address.' };
const staleLink: Refusal = { allow: false, status: 401, reason: 'This link was used before or is too old.' };
const badBody = {
  'too-large': { allow: false, status: 413, reason: 'The message is too large.' },
  'too-slow': { allow: false, status: 408, reason: 'The message took too long.' },
} as const;

/** Answers one request: decides from what is known without its body, then reads, then does what was asked. */
export async function answerRequest(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url: target = '', rawHeaders: headers } = request;
  const proven = site.tokens.prove(headers, cookieName(site.port));
  const verdict = site.check({ port: site.port, method, target, headers, proven });
  if (!verdict.allow) return refuse(request, response, verdict);
  const path = pathOf(target);
  if (method !== 'POST') return answerFile(site, path, request, response);
  const contentType = valuesOf({ headers }, 'content-type')[0] ?? '';
  const body = await readBody(request, bodyCap(path, contentType), site.patience);
  if (body.state === 'gone') return;
  if (body.state !== 'complete') return refuse(request, response, badBody[body.state]);
  const message = readMessage(contentType, body.bytes);
  if (message === undefined) return refuse(request, response, malformed);
  if (path === loopback.session) return answerSession(site, message, request, response);
  if (path === loopback.tab) return reply(response, { tab: site.tokens.openTab() } satisfies TabToken);
  if (path === loopback.events) return site.streams.open(response, securityHeaders);
  if (path === loopback.call) return answerCall(site, message, request, response);
  return refuse(request, response, notFound);
}

/** The name carries the port, since the hosts of two profiles share one jar of cookies. */
const cookieName = (port: number): string => `oneteam-${port}`;

type Message = Readonly<Record<string, unknown>>;

function readMessage(contentType: string, bytes: Uint8Array): Message | undefined {
  const type = wireTypeOf(contentType);
  if (type === undefined) return undefined;
  try {
    const value = decodeWire(type, bytes);
    return isMessage(value) ? value : undefined;
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

async function answerFile(site: Site, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const found = findRendererFile(site.files, path);
  if (!found) return refuse(request, response, notFound);
  const content = await readFile(found.file);
  response.writeHead(200, { ...securityHeaders, 'content-type': found.type, 'content-length': content.byteLength });
  response.end(content);
}

function answerSession(site: Site, message: Message, request: IncomingMessage, response: ServerResponse): void {
  const tokens = site.tokens.exchange(message.start);
  if (tokens === null) {
    refuse(request, response, staleLink);
    return;
  }
  site.streams.endAll(); // whoever was let in before is so no longer
  const { cookie, ...secrets } = tokens;
  const setCookie = `${cookieName(site.port)}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
  reply(response, secrets, { 'set-cookie': setCookie });
}

async function answerCall(
  site: Site,
  message: Message,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { name, input, commandId } = message;
  if (typeof name !== 'string' || (commandId !== undefined && typeof commandId !== 'string')) {
    return refuse(request, response, malformed);
  }
  reply(response, await site.engine.call(name, input, commandId === undefined ? {} : { commandId }));
}

function reply(response: ServerResponse, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
  const { type, body } = encodeWire(value);
  response.writeHead(200, { ...securityHeaders, ...headers, 'content-type': type, 'content-length': body.byteLength });
  response.end(body);
}

/** Says no and closes the connection. No header ever lets another origin read the answer. */
export function refuse(request: IncomingMessage, response: ServerResponse, { status, reason }: Refusal): void {
  const body = Buffer.from(reason);
  response.writeHead(status, {
    ...securityHeaders,
    connection: 'close',
    'content-type': 'text/plain; charset=utf-8',
    'content-length': body.byteLength,
  });
  response.write(body);
  const end = (): void => {
    clearTimeout(last);
    response.end();
  };
  const last = setTimeout(end, farewell);
  request.once('close', end);
  request.resume();
}
