import type { Engine } from '../engine.ts';
import type { Progress } from '../jobs.ts';

/** Seed of the data that the application shows to people who explore it. */
export const demoSeed = 20_260;

/** Creates the demonstration profile with its three workers and fills it. */
export async function fillDemo(engine: Engine, progress: Progress): Promise<void> {
  // The generator with its names is loaded only when it is used.
  const { seedProfile } = await import('./seed.ts');
  await seedProfile(engine, { size: 'demo', seed: demoSeed, progress });
}
