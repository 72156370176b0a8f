import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { monotonicFactory } from 'ulid';
import type { Session } from '../../electron/engine/context.ts';
import { dispatch } from '../../electron/engine/dispatch.ts';
import { closeStore, type Engine, requireOpen, transact } from '../../electron/engine/engine.ts';
import { createJobs } from '../../electron/engine/jobs.ts';
import type { Journal } from '../../electron/engine/journal/record.ts';
import { connectReader } from '../../electron/engine/reader.ts';
import type { Store } from '../../electron/engine/store/database.ts';
import { nameColumn } from '../../electron/engine/store/person-name.ts';
import type { EngineEvent, Failure } from '../../shared/contract/answer.ts';
import type { EndpointName, InputOf, OutputOf } from '../../shared/contract/index.ts';
import { cheap, passphrase } from './engine-fixture.ts';

/** Workers of the team, by what they are to the person whose contacts are tested. */
export type Who = 'coordinator' | 'behaviourist' | 'lead' | 'colleague' | 'elsewhere' | 'reviewer';

/**
 * A real engine on an encrypted profile, in this thread, so that a test sets its clock, says who is signed in, and counts
 * the statements that its store runs. Holds people and cases of a team in one neighbourhood.
 */
export interface CareTeam {
  readonly engine: Engine;
  readonly ids: Readonly<Record<Who, string>>;
  /** Ids: `joan` and `amir` are of the team's neighbourhood with open cases, `zoe` of another one. */
  readonly joan: string;
  readonly joansCase: string;
  readonly amir: string;
  readonly amirsCase: string;
  readonly zoe: string;
  readonly events: readonly EngineEvent[];
  /** The clock, UTC. */
  now: string;
  readonly store: Store;
  signInAs(who: Who): void;
  ask<N extends EndpointName>(name: N, input: InputOf<N>, commandId?: string): Promise<OutputOf<N>>;
  refusal(name: EndpointName, input: unknown): Promise<Failure>;
  write<T>(work: (journal: Journal) => T): T;
  dispose(): void;
}

const place = 'n01';
const otherPlace = 'n02';

export async function careTeam(now = '2026-11-20T10:00:00.000Z'): Promise<CareTeam> {
  const profile = mkdtempSync(join(tmpdir(), 'oneteam-care-'));
  const clock = { now };
  const events: EngineEvent[] = [];
  const ulid = monotonicFactory();
  const newId = () => ulid(Date.parse(clock.now));
  const emit = (event: EngineEvent) => void events.push(event);
  const worker = new URL('../../electron/engine/worker.ts', import.meta.url);
  const reader = connectReader(() => new Worker(worker, { workerData: { part: 'reader' } }));
  const engine: Engine = {
    options: {
      profile,
      demo: false,
      deviceSecret: null,
      wall: () => Date.parse(clock.now),
      newId,
      argon: cheap,
      emit,
      readBeside: reader.read,
      reader,
    },
    jobs: createJobs(newId, emit, () => {}),
    opened: null,
    session: null,
    lockedBy: null,
  };
  const ask = async <N extends EndpointName>(name: N, input: InputOf<N>, commandId?: string) => {
    const answer = await dispatch(engine, { name, input, commandId });
    if (!answer.ok)
      throw new Error(`${name}: ${answer.error.code}: ${answer.error.message} ${JSON.stringify(answer.error.details)}`);
    return answer.value as OutputOf<N>;
  };
  const made = await ask('session.setUpTeam', {
    name: 'Lee Leader',
    organisation: 'Example Council',
    neighbourhoodIds: [place],
    passphrase,
  });
  const founder = engine.session as Session;
  const write = <T>(work: (journal: Journal) => T): T =>
    transact(engine, { actor: made.workerId, command: newId(), session: founder }, [], ({ journal }) => work(journal));
  const ids = write((journal) => {
    const organisation = journal.insert('organisations', { name: 'Example Trust', kind: 'other' }, 'city');
    const worker = (name: string, job: string, role: string, at: string) => {
      const row = { name, organisation_id: organisation, job, wte: 1, supervised: 0 };
      const id = journal.insert('workers', row, 'city');
      const member = (kind: string, value: string) =>
        journal.insert('worker_memberships', { worker_id: id, kind, value, started_on: '2026-01-01' }, 'city');
      member('role', role);
      member('neighbourhood', at);
      return id;
    };
    return {
      coordinator: worker('Cora Coordinator', 'care-coordinator', 'coordinator', place),
      behaviourist: worker('Bea Behaviourist', 'behaviourist', 'behaviourist', place),
      colleague: worker('Colin Colleague', 'community-nurse', 'coordinator', place),
      elsewhere: worker('Else Where', 'care-coordinator', 'coordinator', otherPlace),
      reviewer: worker('Rhea Reviewer', 'care-coordinator', 'reviewer', place),
      lead: made.workerId,
    };
  });
  const sessions: Record<Who, Session> = {
    coordinator: sessionOf(ids.coordinator, 'coordinator', place),
    behaviourist: sessionOf(ids.behaviourist, 'behaviourist', place),
    colleague: sessionOf(ids.colleague, 'coordinator', place),
    elsewhere: sessionOf(ids.elsewhere, 'coordinator', otherPlace),
    reviewer: sessionOf(ids.reviewer, 'reviewer', place),
    lead: founder,
  };
  const people = write((journal) => {
    const person = (family: string, given: string, at: string) =>
      journal.insert(
        'people',
        {
          name: nameColumn({ family, given }),
          neighbourhood_id: at,
          neighbourhood_by_hand: 0,
          birth: '{"date":"1950-04-03"}',
        },
        at,
      );
    const open = (personId: string) => {
      const state = JSON.stringify({ status: 'open', on: '2026-11-02' });
      const row = { person_id: personId, neighbourhood_id: place, state, opened_on: '2026-11-02' };
      const id = journal.insert('cases', row, place);
      const role = (name: 'coordinator' | 'behaviourist', worker: string) =>
        journal.insert('case_roles', { case_id: id, role: name, worker_id: worker, started_at: now }, place);
      role('coordinator', ids.coordinator);
      role('behaviourist', ids.behaviourist);
      return id;
    };
    const joan = person('Example', 'Joan', place);
    const amir = person('Sample', 'Amir', place);
    const zoe = person('Instance', 'Zoe', otherPlace);
    return { joan, amir, zoe, joansCase: open(joan), amirsCase: open(amir) };
  });
  const signInAs = (who: Who) => {
    engine.session = sessions[who];
  };
  signInAs('coordinator');
  return {
    engine,
    ids,
    ...people,
    events,
    get now() {
      return clock.now;
    },
    set now(next: string) {
      clock.now = next;
    },
    get store() {
      return requireOpen(engine).store;
    },
    signInAs,
    ask,
    refusal: async (name, input) => {
      const answer = await dispatch(engine, { name, input });
      if (answer.ok) throw new Error(`${name} should have been refused`);
      return answer.error;
    },
    write,
    dispose: () => {
      closeStore(engine);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function sessionOf(workerId: string, role: Session['roles'][number], neighbourhood: string): Session {
  return {
    id: `session-${workerId}`,
    workerId,
    name: '',
    roles: [role],
    neighbourhoods: [neighbourhood],
    practices: [],
    signedInAt: '2026-11-20T08:00:00.000Z',
    confirmedUntil: '9999-12-31T00:00:00.000Z',
  };
}
