import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monotonicFactory } from 'ulid';
import { checkCopy } from '../../electron/engine/backup/check-copy.ts';
import type { QueryContext } from '../../electron/engine/context.ts';
import { type Call, dispatch } from '../../electron/engine/dispatch.ts';
import { closeStore, type Engine } from '../../electron/engine/engine.ts';
import { failureOf } from '../../electron/engine/failure.ts';
import { services } from '../../electron/engine/handlers.ts';
import { createJobs } from '../../electron/engine/jobs.ts';
import { floorParams } from '../../electron/engine/keys/passphrase.ts';
import type { Answer, EngineEvent } from '../../shared/contract/answer.ts';
import type { Role } from '../../shared/domain/permissions.ts';

/** The real dispatcher and everything behind it in this thread: for suites that make ten thousand calls. */
export interface InProcess {
  readonly engine: Engine;
  readonly events: EngineEvent[];
  call(call: Call): Promise<Answer>;
  /** Puts somebody at the keyboard without a passphrase: suites about permissions change hands thousands of times. */
  become(who: { workerId: string; roles: readonly Role[]; neighbourhoods: readonly string[] }): void;
  dispose(): void;
}

/** Starts an engine on a folder of its own, or on one that is there and stays. Heavy queries run in the same thread. */
export function engineInProcess(demo: boolean, kept?: string): InProcess {
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'oneteam-faults-'));
  const ulid = monotonicFactory();
  const events: EngineEvent[] = [];
  const emit = (event: EngineEvent) => void events.push(event);
  let key: Buffer | null = null;
  const engine: Engine = {
    options: {
      profile,
      demo,
      deviceSecret: null,
      wall: () => Date.now(),
      newId: () => ulid(),
      argon: floorParams,
      emit,
      readBeside: async ({ name, input, session, now }) => {
        if (!engine.opened) return { ok: false, error: { code: 'not-signed-in', message: 'locked' } };
        const run = services[name as keyof typeof services] as unknown as (
          context: QueryContext,
          input: unknown,
        ) => unknown;
        const { store } = engine.opened;
        try {
          return {
            ok: true,
            value: store.snapshot(() => run({ now, today: now.slice(0, 10), session, read: store }, input)),
          };
        } catch (error) {
          return { ok: false, error: failureOf(error) };
        }
      },
      reader: {
        open: (_, databaseKey) => {
          key = Buffer.from(databaseKey);
        },
        close: () => {
          key = null;
        },
        copy: async (file) => {
          if (!engine.opened || !key) throw new Error('closed');
          engine.opened.store.copyTo(file);
          return checkCopy(file, key);
        },
      },
    },
    jobs: createJobs(
      () => ulid(),
      emit,
      () => {},
    ),
    opened: null,
    session: null,
    lockedBy: null,
  };
  return {
    engine,
    events,
    call: (call) => dispatch(engine, call),
    become: ({ workerId, roles, neighbourhoods }) => {
      engine.session = {
        id: 'suite',
        workerId,
        name: 'Suite',
        roles: [...roles],
        neighbourhoods: [...neighbourhoods],
        practices: [],
        signedInAt: new Date().toISOString(),
        confirmedUntil: '9999-12-31T00:00:00.000Z',
      };
    },
    dispose: () => {
      closeStore(engine);
      if (kept === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}
