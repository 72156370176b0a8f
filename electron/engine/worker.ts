import { join } from 'node:path';
import { type MessagePort, parentPort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';
import { monotonicFactory } from 'ulid';
import type { Answer, EngineEvent, Failure } from '../../shared/contract/answer.ts';
import { type Call, dispatch } from './dispatch.ts';
import { closeStore, type Engine } from './engine.ts';
import { failureOf } from './failure.ts';
import { createJobs } from './jobs.ts';
import type { ArgonParams } from './keys/passphrase.ts';
import { type BesideCall, connectReader, serveReader } from './reader.ts';
import { lockProfile } from './store/database.ts';

/** What the host gives a new engine worker. */
export interface WorkerStart {
  readonly part: 'engine';
  readonly profile: string;
  readonly demo: boolean;
  readonly deviceSecret: Uint8Array | null;
  readonly argon: ArgonParams | null;
}

export interface CallMessage extends Call {
  readonly id: number;
}

/** What the engine worker tells its host. */
export type FromWorker =
  | { readonly ready: true }
  | { readonly failed: Failure }
  | { readonly event: EngineEvent }
  | { readonly id: number; readonly answer: Answer };

if (parentPort && (workerData as WorkerStart).part === 'engine') runEngine(parentPort, workerData as WorkerStart);
else if (parentPort) serveReader(parentPort);

function runEngine(port: MessagePort, start: WorkerStart): void {
  const tell = (message: FromWorker) => port.postMessage(message);
  let release: () => void;
  try {
    release = lockProfile(join(start.profile, 'profile.lock'));
  } catch (error) {
    tell({ failed: failureOf(error) });
    return;
  }
  const emit = (event: EngineEvent) => tell({ event });
  const ulid = monotonicFactory();
  const newId = () => ulid();
  const waiting: (CallMessage | { end: true })[] = [];
  // A long job holds the thread; only the request to stop one is let through, everything else waits its turn. The
  // job need not be a call's (the daily backup is nobody's), so whoever looks into the inbox also sees to the rest.
  const poll = () => {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
      const message = next.message as CallMessage;
      if (message.name === 'jobs.cancel') void answer(message);
      else waiting.push(message);
    }
    if (waiting.length > 0) setImmediate(takeWaiting);
  };
  const reader = connectReader(() => new Worker(new URL(import.meta.url), { workerData: { part: 'reader' } }));
  const engine: Engine = {
    options: {
      profile: start.profile,
      demo: start.demo,
      deviceSecret: start.deviceSecret && Buffer.from(start.deviceSecret),
      wall: () => Date.now(),
      newId,
      argon: start.argon,
      emit,
      readBeside: (call: BesideCall): Promise<Answer> => reader.read(call),
      reader,
    },
    jobs: createJobs(newId, emit, poll),
    opened: null,
    session: null,
    lockedBy: null,
  };
  const answer = async (message: CallMessage) => tell({ id: message.id, answer: await dispatch(engine, message) });
  const take = (message: CallMessage | { end: true }) => {
    if ('end' in message) {
      closeStore(engine);
      release();
      port.close();
      return;
    }
    void answer(message);
  };
  const takeWaiting = () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) take(next);
  };
  // Through the same queue, so that nothing overtakes what a job put aside.
  port.on('message', (message: CallMessage | { end: true }) => {
    waiting.push(message);
    takeWaiting();
  });
  tell({ ready: true });
}
