import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineHost, startEngine } from '../../electron/engine-host.ts';
import type { Failure } from '../../shared/contract/answer.ts';
import type { EndpointName, InputOf, OutputOf } from '../../shared/contract/index.ts';

/** The cheapest passphrase cost that is allowed: tests sign in often. */
export const cheap = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };
export const passphrase = 'lantern orbit maple trench';

/** A real engine in its worker, on an encrypted profile in a folder of its own. */
export interface TestEngine {
  readonly host: EngineHost;
  readonly profile: string;
  /** Calls an endpoint and returns its value; a failure is thrown as an error that names its code. */
  ask<N extends EndpointName>(name: N, input: InputOf<N>, commandId?: string): Promise<OutputOf<N>>;
  /** Calls an endpoint that must fail; returns the failure. */
  refusal<N extends EndpointName>(name: N, input: unknown): Promise<Failure>;
  /** Ends the engine and starts another on the same profile. */
  restart(): Promise<void>;
  /** Ends the engine and removes the profile. */
  dispose(): Promise<void>;
}

/** Starts an engine on an empty folder. */
export async function emptyEngine(demo = false): Promise<TestEngine> {
  const profile = mkdtempSync(join(tmpdir(), 'oneteam-test-'));
  let host = await startEngine({ profile, demo, argon: cheap });
  return {
    get host() {
      return host;
    },
    profile,
    ask: async <N extends EndpointName>(name: N, input: InputOf<N>, commandId?: string) => {
      const answer = await host.call(name, input, commandId ? { commandId } : {});
      if (!answer.ok)
        throw new Error(
          `${name}: ${answer.error.code}: ${answer.error.message} ${JSON.stringify(answer.error.details ?? '')}`,
        );
      return answer.value as OutputOf<N>;
    },
    refusal: async (name, input) => {
      const answer = await host.call(name, input);
      if (answer.ok) throw new Error(`${name} should have been refused`);
      return answer.error;
    },
    restart: async () => {
      await host.close();
      host = await startEngine({ profile, demo, argon: cheap });
    },
    dispose: async () => {
      await host.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Starts an engine with a team whose founder (team lead and administrator of all twelve neighbourhoods) is signed in. */
export async function teamEngine(): Promise<TestEngine & { leadId: string; recoveryCode: string }> {
  const engine = await emptyEngine();
  const { neighbourhoods } = await engine.ask('session.shippedPlaces', {});
  const made = await engine.ask('session.setUpTeam', {
    name: 'Lee Leader',
    organisation: 'Example Council',
    neighbourhoodIds: neighbourhoods.map(({ id }) => id),
    passphrase,
  });
  return Object.assign(engine, { leadId: made.workerId, recoveryCode: made.recoveryCode });
}
