import { afterEach, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { version } from '../../shared/version.ts';
import { emptyEngine, type TestEngine, teamEngine } from './engine-fixture.ts';

let engine: TestEngine | undefined;
afterEach(async () => {
  await engine?.dispose();
  engine = undefined;
});

test('the device says its version, its name in the trail and since when it has a record', async () => {
  engine = await teamEngine();
  const about = await engine.ask('device.about', {});
  expect(version).toBe(packageFile.version);
  expect(about.version).toBe(version);
  expect(about.device).toMatch(/^.{8,}\.1$/u);
  expect(Number.isNaN(Date.parse(about.createdAt ?? ''))).toBe(false);
});

test('the demonstration is explored as its lead on every page, and keeps its one-press way in', async () => {
  const demo = await emptyEngine(true);
  engine = demo;
  await demo.ask('session.startDemo', {});
  await demo.ask('session.signInDemo', { workerId: 'demo-lead' });
  expect((await demo.ask('session.state', {})).session?.roles.toSorted()).toEqual(['admin', 'lead', 'reviewer']);
  expect(
    (
      await demo.refusal('session.changePassphrase', {
        current: 'demonstration data only',
        next: 'copper willow sundial cargo',
      })
    ).code,
  ).toBe('rule');
  expect(
    (await demo.refusal('staff.letIn', { workerId: 'demo-behaviourist', passphrase: 'copper willow sundial cargo' }))
      .code,
  ).toBe('rule');

  const { head } = await demo.ask('audit.search', { limit: 1 });
  const [noted] = (await demo.ask('audit.search', { limit: 1, before: head.seq + 1 })).lines;
  expect(noted).toMatchObject({ seq: head.seq, code: head.mac });
  await demo.ask('session.signOut', {});
  await demo.ask('session.signInDemo', { workerId: 'demo-lead' });
  const day = (noted?.at ?? '').slice(0, 10);
  const ofDay = await demo.ask('audit.search', { limit: 200, from: day, to: day });
  expect(ofDay.lines.length).toBeGreaterThan(3);
  expect((await demo.ask('audit.search', { limit: 200, to: '2020-01-01' })).lines).toEqual([]);
}, 60_000);
