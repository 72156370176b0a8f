import { startEngine } from '../../electron/engine-host.ts';
import type { EndpointName, InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { App } from './app.ts';

/**
 * Puts an agreed plan on record for somebody, through the engine's endpoints while the application is shut, so that a
 * journey can begin where one exists; the application is started again.
 */
export async function agreedPlan(
  app: App,
  personId: string,
  worker: string,
  format: '11' | 'easy-read',
): Promise<void> {
  await app.stop('SIGTERM');
  const engine = await startEngine({ profile: app.profile, demo: true });
  const ask = async <N extends EndpointName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const answer = await engine.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message} ${JSON.stringify(answer.error.details)}`);
    return answer.value as OutputOf<N>;
  };
  try {
    const { workers } = await ask('session.state', {});
    const signingIn = workers.find(({ label }) => label.startsWith(worker));
    await ask('session.signInDemo', { workerId: signingIn?.id ?? '' });
    const { details } = await ask('people.open', { personId });
    await ask('people.edit', {
      personId,
      heads: details.heads,
      patch: { informationNeeds: { contact: [], format: [format] } },
    });
    await writeAndAgree(ask, personId);
  } finally {
    await engine.close();
  }
  await app.start();
}

type Ask = <N extends EndpointName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

async function writeAndAgree(ask: Ask, personId: string): Promise<void> {
  const opened = await ask('plans.open', { personId });
  const planId = opened.working?.id ?? (await ask('plans.start', { personId })).planId;
  const { working } = await ask('plans.open', { personId });
  await ask('plans.write', {
    planId,
    heads: working?.heads ?? {},
    patch: {
      whatMatters: 'Seeing my grandchildren on Sundays. Staying in my own flat; I know every neighbour here.',
      strengths: 'I have run a market stall for thirty years. I can talk to anybody.',
      communication: 'Please write big. Ring twice and wait, I am slow to the door.',
      contingency: {
        signs: ['I stop going to the window', 'My ankles swell over two days'],
        steps: [
          { when: 'my breath is short at rest', do: 'use the blue inhaler; sit by the open window' },
          { when: 'that has not helped after ten minutes', do: 'call 999' },
        ],
        calls: [{ name: 'Respiratory nurse line', phone: '0151 496 0001' }],
      },
    },
  });
  const { needId } = await ask('plans.addNeed', {
    personId,
    domain: 'daily-living',
    words: 'Cannot carry the shopping up the stairs',
    level: 3,
  });
  const { goalId } = await ask('plans.addGoal', {
    personId,
    needId,
    domain: 'daily-living',
    words: 'Walk to the market on my own',
    baseline: { words: 'Only with a friend', rating: -1 },
    scale: { '-2': 'Not at all', '-1': 'With help', '0': 'Alone once a week', '1': 'Twice a week', '2': 'Daily' },
    importance: 8,
    targetOn: '2027-06-01',
  });
  const action = { personId, needId, goalId, dueOn: '2027-01-15' };
  await ask('plans.addAction', { ...action, words: 'Walk to the corner and back each day', owner: { kind: 'person' } });
  const pool = { kind: 'organisation', name: 'Shopping bus' } as const;
  await ask('plans.addAction', { ...action, words: 'Bring the heavy shopping', owner: pool });
  await ask('plans.addSelfManagement', {
    personId,
    condition: 'copd',
    content: {
      everyday: ['Brown inhaler morning and evening', 'A walk before dinner'],
      green: { signs: 'I breathe as on most days', do: 'Carry on' },
      amber: { signs: 'More cough than usual', do: 'Call the nurse line' },
      red: { signs: 'I cannot finish a sentence', do: 'Call 999' },
    },
  });
  await ask('plans.recordDecision', {
    personId,
    kind: 'resuscitation',
    value: 'exists',
    keptWhere: 'Red folder, hall',
    decidedOn: '2026-02-03',
  });
  const written = await ask('plans.open', { personId });
  const today = new Date().toISOString().slice(0, 10);
  await ask('plans.agree', {
    planId,
    heads: written.working?.heads ?? {},
    agreement: { on: today, with: ['10'] },
    reviewDueOn: new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10),
  });
}
