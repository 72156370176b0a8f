import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EngineHost, startEngine } from '../../electron/engine-host.ts';
import type { Answer } from '../../shared/contract/answer.ts';

const argon = { memoryKiB: 19_456, passes: 2, lanes: 1 };
let folder: string;
let engine: EngineHost;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'engine-inbox-'));
  engine = await startEngine({ profile: folder, demo: false, argon });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Signs in, which starts the daily backup, and acts at the moment when its last step holds the engine's thread. */
async function duringBackup<T>(act: () => Promise<T>): Promise<T> {
  const acted = new Promise<T>((resolve) => {
    engine.onEvent((event) => {
      if (event.kind === 'progress' && event.job.state === 'running' && event.job.done === 2) resolve(act());
    });
  });
  const places = await engine.call('session.shippedPlaces', {});
  const [place] = places.ok ? (places.value as { neighbourhoods: { id: string }[] }).neighbourhoods : [];
  const made = await engine.call('session.setUpTeam', {
    name: 'Ada Example',
    organisation: 'Example Trust',
    neighbourhoodIds: [place?.id],
    passphrase: 'velvet harbour lantern 47',
  });
  expect(made).toMatchObject({ ok: true });
  return acted;
}

it('answers a call that arrives while nobody’s job looks into the inbox', async () => {
  const answer: Answer = await duringBackup(() => engine.call('session.state', {}));
  expect(answer).toMatchObject({ ok: true, value: { state: 'open' } });
  await engine.close();
});

it('closes when it is asked to while nobody’s job looks into the inbox', async () => {
  await duringBackup(() => engine.close());
  expect(await engine.call('session.state', {})).toMatchObject({ ok: false, error: { code: 'stopping' } });
});
