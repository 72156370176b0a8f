import type { Engine } from '../engine.ts';
import type { Progress } from '../jobs.ts';
import { addSlot } from '../keys/keyring.ts';
import { floorParams } from '../keys/passphrase.ts';
import { createProfile } from '../profile.ts';
import { generate } from './generate.ts';
import { demoWorkers } from './staff.ts';

/** Opens every worker of a demonstration profile. It protects nothing: such a profile holds synthetic people only. */
export const demoPassphrase = 'demonstration data only';

/** Seed of the data that the application shows to people who explore it. */
const demoSeed = 20_260;

/** Creates the demonstration profile with its three workers and fills it. */
export async function fillDemo(engine: Engine, progress: Progress): Promise<void> {
  const protection = { params: floorParams, deviceSecret: null, passphrase: demoPassphrase };
  const [first, ...others] = demoWorkers.map(({ id, label, role }) => ({ ...protection, userId: id, label, role }));
  if (!first) return;
  await createProfile(engine, {
    demo: true,
    worker: first,
    complete: (keyring, databaseKey) => others.reduce((ring, worker) => addSlot(ring, databaseKey, worker), keyring),
    fill: (context) => generate(context, { size: 'demo', seed: demoSeed, progress }),
  });
}
