import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { keptBackups } from '../../electron/engine/backup/rotation.ts';
import { addDays } from '../../shared/domain/british-date.ts';
import { demoPassphrase } from '../../shared/domain/demonstration.ts';
import { emptyEngine, passphrase, type TestEngine, teamEngine } from './engine-fixture.ts';

let engine: TestEngine | undefined;
afterEach(async () => {
  await engine?.dispose();
  engine = undefined;
});

/** Waits until the day's own backup, begun at sign-in, is done. */
async function dailyBackup(team: TestEngine): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = team.host.onEvent((event) => event.kind === 'changed' && event.topics.includes('backups') && resolve());
  if ((await team.ask('backups.list', {})).backups.length === 0) await promise;
  stop();
}

test('a backup is made, listed, and restored with everything that was in it', async () => {
  const team = await teamEngine();
  engine = team;
  await dailyBackup(team);
  const before = await team.ask('store.verify', {});
  const made = await team.ask('backups.make', {});
  expect(readdirSync(join(team.profile, 'backups')).filter((name) => name.includes('being-made'))).toEqual([]);
  expect(
    readFileSync(join(team.profile, 'backups', made.file))
      .subarray(0, 15)
      .toString('latin1'),
  ).not.toBe('SQLite format 3');
  await team.ask('session.setLockMinutes', { minutes: 25 });
  expect((await team.refusal('backups.restore', { file: made.file, passphrase: 'wrong one entirely' })).code).toBe(
    'wrong-passphrase',
  );
  await team.ask('backups.restore', { file: made.file, passphrase });
  expect((await team.ask('session.state', {})).state).toBe('signed-out');
  await team.ask('session.signIn', { workerId: team.leadId, passphrase });
  expect((await team.ask('session.state', {})).session?.lockAfterMinutes).toBe(10);
  const after = await team.ask('store.verify', {});
  expect(after).toMatchObject({ ok: true, hashes: before.hashes });
});

test('a store that can no longer be opened is set aside and rescued from a backup; a whole one is never replaced so', async () => {
  const team = await teamEngine();
  engine = team;
  await dailyBackup(team);
  const [newest] = (await team.ask('backups.list', {})).backups;
  const rescue = { file: newest?.file ?? '', workerId: team.leadId, passphrase };
  await team.ask('session.signOut', {});
  expect((await team.refusal('backups.rescue', rescue)).code).toBe('rule');
  const file = join(team.profile, 'oneteam.db');
  const bytes = readFileSync(file);
  bytes.fill(7, 4096, 12_288);
  writeFileSync(file, bytes);
  expect((await team.refusal('session.signIn', { workerId: team.leadId, passphrase })).code).toBe('corrupted');
  const { setAside } = await team.ask('backups.rescue', rescue);
  expect(readFileSync(join(team.profile, setAside, 'oneteam.db')).equals(bytes)).toBe(true);
  await team.ask('session.signIn', { workerId: team.leadId, passphrase });
  expect(await team.ask('store.verify', {})).toMatchObject({ ok: true });
});

test('a backup that was altered, or whose manifest is missing, is not restored', async () => {
  const team = await teamEngine();
  engine = team;
  await dailyBackup(team);
  const made = await team.ask('backups.make', {});
  const path = join(team.profile, 'backups', made.file);
  const bytes = readFileSync(path);
  bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect((await team.refusal('backups.restore', { file: made.file, passphrase })).code).toBe('corrupted');
  expect((await team.ask('session.state', {})).state).toBe('open');
  writeFileSync(`${path}.json`, '{');
  expect((await team.ask('backups.list', {})).backups.map(({ file }) => file)).not.toContain(made.file);
  expect((await team.refusal('backups.restore', { file: '../oneteam.db', passphrase })).code).toBe('bad-input');
});

test('seven daily, four weekly and six monthly backups are kept', () => {
  const files = Array.from({ length: 400 }, (_, i) => addDays('2026-11-22', -i)).map((on) => ({
    file: on,
    on,
    madeAt: `${on}T09:00:00.000Z`,
  }));
  const kept = [...keptBackups(files)].sort().reverse();
  expect(kept.slice(0, 7)).toEqual(files.slice(0, 7).map(({ file }) => file));
  // This week and this month begin among the daily ones already.
  expect(kept).toHaveLength(7 + 3 + 5);
  expect(kept.at(-1)).toBe('2026-06-30');
});

test('no list waits for a backup that is being made', async () => {
  const demo = await emptyEngine(true);
  engine = demo;
  await demo.ask('session.startDemo', {});
  await demo.ask('session.signIn', { workerId: 'demo-lead', passphrase: demoPassphrase });
  await dailyBackup(demo);
  await demo.ask('people.list', {});
  const done: string[] = [];
  await Promise.all([
    demo.ask('backups.make', {}).then(() => done.push('backup')),
    demo.ask('people.list', {}).then(() => done.push('list')),
  ]);
  expect(done).toEqual(['list', 'backup']);
});
