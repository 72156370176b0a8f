import type { MessagePort, Worker } from 'node:worker_threads';
import type { Answer } from '../../shared/contract/answer.ts';
import { localDateOf } from '../../shared/domain/british-date.ts';
import { AppError } from '../../shared/errors.ts';
import { type CheckedCopy, checkCopy } from './backup/check-copy.ts';
import type { QueryContext, Session } from './context.ts';
import { findEndpoint } from './dispatch.ts';
import { failureOf } from './failure.ts';
import { services } from './handlers.ts';
import { openStore, type Store } from './store/database.ts';

/** A heavy query, admitted already by the dispatcher. */
export interface BesideCall {
  readonly name: string;
  readonly input: unknown;
  readonly session: Session;
  readonly now: string;
}

interface Source {
  readonly file: string;
  readonly key: Uint8Array;
}

type ToReader =
  | { readonly open: Source }
  | { readonly id: number; readonly call: BesideCall }
  | { readonly id: number; readonly copyTo: string };

const stopped = {
  ok: false,
  error: { code: 'not-signed-in', message: 'OneTeam is locked. Sign in, then try again.' },
} as const satisfies Answer;

/** One read-only worker on the store, which does what it is asked one after the other. */
function hire(start: () => Worker, source: Source) {
  const worker = start();
  let last = 0;
  const pending = new Map<number, (answer: Answer) => void>();
  worker.postMessage({ open: source } satisfies ToReader);
  worker.on('message', ({ id, answer }: { id: number; answer: Answer }) => {
    pending.get(id)?.(answer);
    pending.delete(id);
  });
  worker.unref();
  return {
    ask: (what: { call: BesideCall } | { copyTo: string }): Promise<Answer> => {
      last += 1;
      const id = last;
      const answered = new Promise<Answer>((settle) => pending.set(id, settle));
      worker.postMessage({ id, ...what } satisfies ToReader);
      return answered;
    },
    end: () => {
      void worker.terminate();
      for (const settle of pending.values()) settle(stopped);
      pending.clear();
    },
  };
}

/**
 * The engine's side: starts a worker with the first heavy query and ends it with the store. A copy, which takes minutes
 * of a city's store, has a worker of its own: no list waits for the day's backup.
 */
export function connectReader(start: () => Worker) {
  let source: Source | null = null;
  let queries: ReturnType<typeof hire> | null = null;
  const copying = new Set<ReturnType<typeof hire>>();
  return {
    open: (file: string, key: Buffer) => {
      source = { file, key: Uint8Array.from(key) };
    },
    close: () => {
      source?.key.fill(0);
      source = null;
      for (const hired of [queries, ...copying]) hired?.end();
      queries = null;
      copying.clear();
    },
    read: (call: BesideCall): Promise<Answer> => {
      if (!source) return Promise.resolve(stopped);
      queries ??= hire(start, source);
      return queries.ask({ call });
    },
    copy: async (file: string): Promise<CheckedCopy> => {
      if (!source) throw new AppError(stopped.error.code, stopped.error.message);
      const hired = hire(start, source);
      copying.add(hired);
      try {
        const answer = await hired.ask({ copyTo: file });
        if (!answer.ok) throw new AppError(answer.error.code, answer.error.message);
        return answer.value as CheckedCopy;
      } finally {
        copying.delete(hired);
        hired.end();
      }
    },
  };
}

/** The worker's side: one read-only connection, one query at a time. */
export function serveReader(port: MessagePort): void {
  let store: Store | null = null;
  let key: Buffer | null = null;
  port.on('message', (message: ToReader) => {
    if ('open' in message) {
      key = Buffer.from(message.open.key);
      store = openStore({ file: message.open.file, key, readonly: true });
      return;
    }
    const answer = 'call' in message ? readWith(store, message.call) : copyWith(store, key, message.copyTo);
    port.postMessage({ id: message.id, answer });
  });
}

function copyWith(store: Store | null, key: Buffer | null, file: string): Answer {
  try {
    if (!store || !key) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
    store.copyTo(file);
    return { ok: true, value: checkCopy(file, key) };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

function readWith(store: Store | null, { name, input, session, now }: BesideCall): Answer {
  try {
    if (!store) throw new AppError('not-signed-in', 'OneTeam is locked. Sign in, then try again.');
    const endpoint = findEndpoint(name);
    const run = services[name as keyof typeof services] as unknown as (
      context: QueryContext,
      input: unknown,
    ) => unknown;
    const open = store;
    return {
      ok: true,
      value: open.snapshot(() =>
        endpoint.output.parse(run({ now, today: localDateOf(now), session, read: open }, input)),
      ),
    };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}
