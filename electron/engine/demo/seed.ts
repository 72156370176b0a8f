import { localDateOf } from '../../../shared/domain/british-date.ts';
import { demoPassphrase } from '../../../shared/domain/demonstration.ts';
import { type Engine, nowOf } from '../engine.ts';
import type { Progress } from '../jobs.ts';
import { addSlot } from '../keys/keyring.ts';
import { floorParams } from '../keys/passphrase.ts';
import { createProfile } from '../profile.ts';
import { generate } from './generate.ts';
import { simulationOf } from './simulation.ts';
import { type Size, sizePlans } from './sizes.ts';
import { demoWorkers } from './staff.ts';

/**
 * Creates a profile of synthetic people with the three demonstration workers. The same seed on the same day gives the
 * same content, down to the ids.
 * @throws AppError `conflict` when the folder has a profile, `cancelled`, `disk-full`
 */
export async function seedProfile(
  engine: Engine,
  order: { size: Size; seed: number; progress: Progress },
): Promise<void> {
  const protection = { params: floorParams, deviceSecret: null, passphrase: demoPassphrase };
  const [first, ...others] = demoWorkers.map(({ id, label, role }) => ({ ...protection, userId: id, label, role }));
  if (!first) return;
  const { size, seed, progress } = order;
  const simulation = simulationOf(seed, localDateOf(nowOf(engine)), sizePlans[size].days);
  await createProfile(engine, {
    demo: true,
    worker: first,
    complete: (keyring, databaseKey) => others.reduce((ring, worker) => addSlot(ring, databaseKey, worker), keyring),
    fill: { ...simulation, inParts: (filling, deed) => generate(filling, deed, { size, simulation, progress }) },
  });
}
