import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { loopback } from '../../shared/contract/loopback.ts';
import { AppError } from '../../shared/errors.ts';
import type { EngineHost } from '../engine-host.ts';
import { listRendererFiles } from '../renderer-files.ts';
import { securityHeaders } from '../security-headers.ts';
import { type Check, checkRequest } from './access.ts';
import { createAccessTokens } from './access-tokens.ts';
import { answerRequest, refuse, type Site } from './answer-request.ts';
import { createEventStreams } from './event-streams.ts';
import { openBrowser } from './open-browser.ts';
import type { Patience } from './read-body.ts';

export interface BrowserHostOptions {
  readonly engine: EngineHost;
  /** Folder of the built renderer. */
  readonly assets: string;
  /** 0 or left out: the operating system chooses a free one. */
  readonly port?: number;
  /** Open the machine's browser at the start address. */
  readonly open: boolean;
  /** Takes the one line `Ready: …` when the host can be used. */
  readonly out: (line: string) => void;
  /** Takes sentences for the person who started the host. They hold no personal data. */
  readonly notice?: (line: string) => void;
  /** Decides on each request. Only the proof that the rules matter puts another one here. */
  readonly check?: Check;
  readonly patience?: Patience;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

export interface BrowserHost {
  /** The address that was printed, with its start token. */
  readonly url: string;
  /** A fresh start address. Its first use ends the access of whatever browser was let in before. */
  newLink(): string;
  /** Stops accepting, ends the event streams, and waits for the calls under way, for 10 s at most. */
  close(): Promise<void>;
}

const loopbackAddress = '127.0.0.1';
const defaultPatience: Patience = { head: 10_000, pause: 10_000, whole: 60_000 };
const closingTime = 10_000;

/**
 * Serves the application to this machine's own browser, on 127.0.0.1 and no other address.
 * @throws AppError `bad-input` when the port is taken or not permitted; an error when `assets` cannot be read
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { engine, check = checkRequest, patience = defaultPatience, notice = () => {} } = options;
  const tokens = createAccessTokens(options.now ?? (() => performance.now()));
  const streams = createEventStreams();
  const files = listRendererFiles(options.assets);
  const server = createServer({
    requireHostHeader: false, // a request without Host gets our answer, not the parser's
    headersTimeout: patience.head,
    requestTimeout: patience.head + patience.whole,
    connectionsCheckingInterval: Math.min(1000, patience.head),
    keepAliveTimeout: 60_000,
  });
  const port = await listen(server, options.port ?? 0);
  const site: Site = { port, engine, files, tokens, streams, check, patience };
  const underWay = new Set<Promise<void>>();

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { promise: closed, resolve: hasClosed } = Promise.withResolvers<void>();
    underWay.add(closed);
    response.once('close', () => {
      underWay.delete(closed);
      hasClosed();
    });
    answerRequest(site, request, response).catch((error: unknown) => {
      notice(`A request failed: ${error instanceof Error ? error.name : 'unknown'}`);
      if (response.headersSent) response.destroy();
      else refuse(request, response, { allow: false, status: 500, reason: 'Something went wrong. Try again.' });
    });
  };
  server.on('request', answer);
  server.on('checkContinue', answer); // refused by the rules, before the promise to read the body
  server.on('clientError', answerUnreadable);
  const stopEvents = engine.onEvent(streams.send);

  const newLink = (): string =>
    `http://${loopbackAddress}:${port}/#${new URLSearchParams({ [loopback.startParameter]: tokens.issueStart() })}`;
  const url = newLink();
  options.out(`Ready: ${url}`);
  if (options.open) openBrowser(url, () => notice('No browser could be opened. Open the address above in one.'));

  return {
    url,
    newLink,
    close: async () => {
      stopEvents();
      const closed = once(server, 'close');
      server.close();
      streams.endAll();
      const giveUp = setTimeout(() => server.closeAllConnections(), closingTime);
      await Promise.all(underWay);
      clearTimeout(giveUp);
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen({ host: loopbackAddress, port, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const hint = 'Choose another with --port N, or leave --port out to have a free one chosen.';
    if (code === 'EADDRINUSE') throw new AppError('bad-input', `Port ${port} is in use by another program. ${hint}`);
    if (code === 'EACCES') throw new AppError('bad-input', `This machine does not permit port ${port}. ${hint}`);
    throw error;
  }
  return (server.address() as AddressInfo).port;
}

/** Answers what is not readable as HTTP, or whose head came too slowly, and closes the connection. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return void socket.destroy();
  const status = unreadable[error.code ?? ''] ?? 400;
  const headers = Object.entries({ ...securityHeaders, connection: 'close', 'content-length': '0' });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  socket.end(`${head.join('\r\n')}\r\n\r\n`);
}

const unreadable: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };
