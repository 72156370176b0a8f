import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Answer, EngineEvent } from '../shared/contract/answer.ts';
import { AppError } from '../shared/errors.ts';
import { engineWorker } from './built-files.ts';
import type { FromWorker, WorkerStart } from './engine/worker.ts';

/** A running engine, as the hosts see it: it carries calls and events, and decides nothing. */
export interface EngineHost {
  /** Calls an endpoint. Never rejects: failures are answers. */
  call(name: string, input: unknown, meta?: { commandId?: string }): Promise<Answer>;
  /** Listens to events; returns how to stop. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Waits for the calls under way, closes the store and ends the worker. */
  close(): Promise<void>;
}

export interface EngineStart {
  readonly profile: string;
  readonly demo: boolean;
  /** Kept by the operating system in the desktop host. */
  readonly deviceSecret?: Uint8Array | null;
  /** Cost of new passphrase slots; without it the engine measures this machine. */
  readonly argon?: { memoryKiB: number; passes: number; lanes: number } | null;
}

const ended: Answer = { ok: false, error: { code: 'stopping', message: 'OneTeam is closing. Start it again.' } };

/**
 * Starts the engine of one profile in a worker thread.
 * @throws AppError `profile-in-use` when another process has it, `profile-unusable` when the folder cannot be used
 */
export async function startEngine(options: EngineStart): Promise<EngineHost> {
  try {
    mkdirSync(options.profile, { recursive: true, mode: 0o700 });
  } catch {
    throw new AppError(
      'profile-unusable',
      'The profile folder cannot be made or written. Check its path, or choose another with --profile.',
    );
  }
  const start: WorkerStart = {
    part: 'engine',
    profile: options.profile,
    demo: options.demo,
    deviceSecret: options.deviceSecret ?? null,
    argon: options.argon ?? null,
  };
  const worker = new Worker(engineWorker, { workerData: start });
  const pending = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<(event: EngineEvent) => void>();
  let last = 0;
  let closing: Promise<void> | null = null;
  const { promise: started, resolve: begun, reject: refused } = Promise.withResolvers<void>();
  const { promise: gone, resolve: settleEnd } = Promise.withResolvers<void>();
  worker.on('message', (message: FromWorker) => {
    if ('event' in message) for (const listener of listeners) listener(message.event);
    else if ('answer' in message) {
      pending.get(message.id)?.(message.answer);
      pending.delete(message.id);
    } else if ('failed' in message) refused(new AppError(message.failed.code, message.failed.message));
    else begun();
  });
  worker.on('error', (error) => console.error(`engine stopped: ${error.name}`));
  worker.on('exit', () => {
    refused(new AppError('internal', 'The engine did not start. Install OneTeam again.'));
    for (const settle of pending.values()) settle(ended);
    pending.clear();
    closing ??= gone;
    settleEnd();
  });
  await started;
  return {
    call: (name, input, meta) => {
      if (closing) return Promise.resolve(ended);
      last += 1;
      const id = last;
      const answered = new Promise<Answer>((settle) => pending.set(id, settle));
      worker.postMessage({ id, name, input, commandId: meta?.commandId });
      return answered;
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      if (!closing) {
        closing = gone;
        // Messages are handled in order: the end comes after every call that was made before it.
        worker.postMessage({ end: true });
      }
      return gone;
    },
  };
}
