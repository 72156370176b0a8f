import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineHost, startEngine } from '../../electron/engine-host.ts';
import type { EndpointName, InputOf, OutputOf } from '../../shared/contract/index.ts';
import { type Desk, openDesk } from './floor/desk.ts';
import type { Peer } from './peer/store.ts';
import { openPeer } from './peer/store.ts';
import { plainCopy, worker, workingCopy } from './profiles.ts';

/** A running engine with somebody signed in. */
export interface Signed {
  readonly host: EngineHost;
  /** Calls an endpoint; a failure is thrown. */
  ask<N extends EndpointName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
}

/** The same people on every side. */
export interface World extends Signed {
  readonly desk: Desk;
  readonly peer: Peer | null;
  close(): Promise<void>;
}

/** Starts the engine on a demonstration profile and signs in as its coordinator. */
export async function signedIn(profile: string): Promise<Signed> {
  const host = await startEngine({ profile, demo: true });
  const signed = asking(host);
  await signed.ask('session.signInDemo', { workerId: worker });
  return signed;
}

/** Calls by name with the types of the contract. */
export function asking(host: EngineHost): Signed {
  return {
    host,
    ask: async <N extends EndpointName>(name: N, input: InputOf<N>) => {
      const answer = await host.call(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
      return answer.value as OutputOf<N>;
    },
  };
}

/** Opens every side on copies of a generated profile that the run may write into. */
export async function openWorld(profile: string, withPeer: boolean): Promise<World> {
  const copy = workingCopy(profile);
  const plain = join(copy, 'plain.db');
  copyFileSync(plainCopy(profile), plain);
  const engine = await signedIn(copy);
  const desk = openDesk(plain, worker);
  const peer = withPeer ? await openPeer(profile, plain, copy) : null;
  return {
    ...engine,
    desk,
    peer,
    close: async () => {
      await engine.host.close();
      desk.database.close();
      await peer?.close();
      rmSync(copy, { recursive: true, force: true });
    },
  };
}
