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

type ToReader =
  | { readonly open: { readonly file: string; readonly key: Uint8Array } }
  | { readonly id: number; readonly call: BesideCall }
  | { readonly id: number; readonly copyTo: string };

/** The engine's side: starts the read-only worker with the first heavy query, ends it with the store. */
export function connectReader(start: () => Worker) {
  let worker: Worker | null = null;
  let source: { file: string; key: Uint8Array } | null = null;
  let last = 0;
  const pending = new Map<number, (answer: Answer) => void>();
  const stopped: Answer = {
    ok: false,
    error: { code: 'not-signed-in', message: 'OneTeam is locked. Sign in, then try again.' },
  };
  const begin = (): Worker => {
    const started = start();
    started.postMessage({ open: source } satisfies { open: typeof source });
    started.on('message', ({ id, answer }: { id: number; answer: Answer }) => {
      pending.get(id)?.(answer);
      pending.delete(id);
    });
    started.unref();
    return started;
  };
  const ask = (what: { call: BesideCall } | { copyTo: string }): Promise<Answer> => {
    if (!source) return Promise.resolve(stopped);
    worker ??= begin();
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((settle) => pending.set(id, settle));
    worker.postMessage({ id, ...what });
    return answered;
  };
  return {
    open: (file: string, key: Buffer) => {
      source = { file, key: Uint8Array.from(key) };
    },
    close: () => {
      source?.key.fill(0);
      source = null;
      void worker?.terminate();
      worker = null;
      for (const settle of pending.values()) settle(stopped);
      pending.clear();
    },
    read: (call: BesideCall): Promise<Answer> => ask({ call }),
    copy: async (file: string): Promise<CheckedCopy> => {
      const answer = await ask({ copyTo: file });
      if (!answer.ok) throw new AppError(answer.error.code, answer.error.message);
      return answer.value as CheckedCopy;
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
