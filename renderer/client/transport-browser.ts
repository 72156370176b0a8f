import type { Answer, EngineEvent } from '../../shared/contract/answer.ts';
import { loopback } from '../../shared/contract/loopback.ts';
import { decodeWire, wireTypeOf } from '../../shared/contract/wire.ts';
import { readEvents } from './event-stream.ts';
import { enter, NotLetIn, post } from './loopback-entry.ts';
import type { Link, Transport } from './transport.ts';
import { untilVisible, whenHidden } from './visibility.ts';

const notAnswering: Answer = {
  ok: false,
  error: {
    code: 'stopping',
    message: 'OneTeam is not answering. What was saved is safe. Start OneTeam again if this goes on.',
  },
};

const notLetIn: Answer = {
  ok: false,
  error: {
    code: 'not-allowed',
    message:
      'This link to OneTeam has been used or is too old. Press Enter in the window that started OneTeam, or start it again.',
  },
};

/** Milliseconds between attempts to open the event stream again. */
const pauses = [250, 1_000, 3_000, 10_000];
/** The host sends a sign of life each 15 s. */
const silence = 40_000;
/** A page out of sight gives its connection back: a browser has six for one origin. */
const hiddenFor = 30_000;

async function read(response: Response): Promise<Answer> {
  const type = wireTypeOf(response.headers.get('content-type') ?? '');
  if (!response.ok || type === undefined) return notAnswering;
  return decodeWire(type, new Uint8Array(await response.arrayBuffer())) as Answer;
}

/** Calls through the loopback server that served this page. */
export function browserTransport(): Transport {
  const listeners = new Set<(event: EngineEvent) => void>();
  const linkListeners = new Set<(link: Link) => void>();
  let link: Link = 'connecting';
  let entry: Promise<string> | null = null;

  const setLink = (next: Link) => {
    if (next === link) return;
    link = next;
    for (const listener of linkListeners) listener(next);
  };
  /** One way in for all calls of this page; tried anew after a failure. */
  const tab = (): Promise<string> => {
    entry ??= enter().catch((error: unknown) => {
      entry = null;
      throw error;
    });
    return entry;
  };
  const send = async (path: string, value: unknown, signal?: AbortSignal): Promise<Response> => {
    const response = await post(path, value, {
      headers: { [loopback.tabHeader]: await tab() },
      ...(signal && { signal }),
    });
    if (response.status === 401) {
      entry = null;
      throw new NotLetIn();
    }
    return response;
  };

  /** Follows one stream to its end. Rejects when it breaks, falls silent, or nobody is looking. */
  const followOnce = async (): Promise<void> => {
    const stop = new AbortController();
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const sign = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => stop.abort(), silence);
    };
    const seen = whenHidden(hiddenFor, () => stop.abort());
    try {
      const { ok, body } = await send(loopback.events, {}, stop.signal);
      if (!ok || body === null) throw new TypeError('no stream');
      setLink('connected');
      sign();
      for await (const data of readEvents(body, sign)) {
        const event = JSON.parse(data) as EngineEvent;
        for (const listener of listeners) listener(event);
      }
    } finally {
      clearTimeout(watchdog);
      seen();
    }
  };
  const follow = async (): Promise<void> => {
    for (let failures = 0; ; failures += 1) {
      await followOnce().catch(() => undefined);
      if (link === 'connected') failures = 0;
      if (document.visibilityState === 'hidden') {
        await untilVisible();
        setLink('connecting');
        continue;
      }
      setLink('lost');
      await new Promise((resolve) => setTimeout(resolve, pauses[Math.min(failures, pauses.length - 1)]));
    }
  };
  void follow();

  return {
    call: async (name, input, commandId) => {
      try {
        return await read(await send(loopback.call, { name, input, ...(commandId !== undefined && { commandId }) }));
      } catch (error) {
        return error instanceof NotLetIn ? notLetIn : notAnswering;
      }
    },
    savePdf: null,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onLink: (listener) => {
      linkListeners.add(listener);
      listener(link);
      return () => void linkListeners.delete(listener);
    },
  };
}
