import type { demo as contract } from '../../../shared/contract/demo.ts';
import type { Services } from '../context.ts';

export const demo: Services<typeof contract> = {
  'demo.seed': async ({ engine }, order) => {
    // The generator with its names is loaded only when it is used.
    const { seedProfile } = await import('../demo/seed.ts');
    await engine.jobs.run('Making synthetic people', 'entries', (progress) =>
      seedProfile(engine, { ...order, progress }),
    );
    return {};
  },
};
