import type { ServerResponse } from 'node:http';
import type { EngineEvent } from '../../shared/contract/answer.ts';

/** The open event streams of all tabs. */
export interface EventStreams {
  /** Turns a response into a stream. The oldest stream beyond 32 ends. */
  open(response: ServerResponse, headers: Readonly<Record<string, string>>): void;
  send(event: EngineEvent): void;
  /** Ends every stream; each page then has to prove itself again. */
  endAll(): void;
}

const mostStreams = 32;
/** Milliseconds between signs of life. */
const heartbeat = 15_000;
/** Bytes that may wait for a page that does not read; it catches up by opening a new stream. */
const mostWaiting = 2 ** 20;

/** Sends engine events to every open tab as server-sent events. */
export function createEventStreams(): EventStreams {
  const streams = new Set<ServerResponse>();

  const write = (text: string): void => {
    for (const stream of streams) {
      if (stream.writableLength > mostWaiting) stream.destroy();
      else stream.write(text);
    }
  };
  const beat = setInterval(() => write(':\n\n'), heartbeat);
  beat.unref();

  return {
    open: (response, headers) => {
      response.writeHead(200, { ...headers, connection: 'close', 'content-type': 'text/event-stream; charset=utf-8' });
      response.write(':\n\n'); // the page learns at once that it is connected
      streams.add(response);
      response.once('close', () => streams.delete(response));
      const [oldest] = streams;
      if (streams.size > mostStreams) oldest?.end();
    },
    send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
    endAll: () => {
      for (const stream of streams) stream.end();
    },
  };
}
