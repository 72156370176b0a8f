import { afterEach, expect, test } from 'vitest';
import { addDays, localDateOf } from '../../shared/domain/british-date.ts';
import { passphrase, type TestEngine, teamEngine } from './engine-fixture.ts';

let engine: TestEngine | undefined;
afterEach(async () => {
  await engine?.dispose();
  engine = undefined;
});

const theirs = 'copper willow sundial cargo';
const details = {
  name: 'Nia Coordinator',
  organisationId: 'community-trust',
  job: 'care-coordinator' as const,
  phone: '',
  email: '',
  wte: 0.8,
  governanceTrainedOn: '2026-03-01',
  supervised: false,
  roles: ['coordinator' as const],
  neighbourhoodIds: ['n01'],
  practiceIds: [],
};

/** Waits until nothing long is running. */
async function quiet(team: TestEngine): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  team.host.onEvent((event) => event.kind === 'changed' && event.topics.includes('backups') && resolve());
  if ((await team.ask('backups.list', {})).backups.length === 0) await promise;
}

test('a worker is added, let in, signs in with the roles given, and is shut out with a new key for the store', async () => {
  const team = await teamEngine();
  engine = team;
  await quiet(team);
  const { workerId } = await team.ask('staff.add', details);
  expect((await team.ask('staff.access', {})).workerIds).not.toContain(workerId);
  expect((await team.refusal('staff.letIn', { workerId, passphrase: 'too short' })).code).toBe('weak-passphrase');
  await team.ask('staff.letIn', { workerId, passphrase: theirs });
  await team.ask('session.signOut', {});
  await team.ask('session.signIn', { workerId, passphrase: theirs });
  expect((await team.ask('session.state', {})).session).toMatchObject({
    roles: ['coordinator'],
    neighbourhoods: [{ id: 'n01' }],
  });
  expect((await team.refusal('staff.list', {})).code).toBe('not-allowed');
  await team.ask('session.signOut', {});
  await team.ask('session.signIn', { workerId: team.leadId, passphrase });
  expect((await team.refusal('staff.shutOut', { workerId, passphrase: 'wrong one entirely' })).code).toBe(
    'wrong-passphrase',
  );
  await team.ask('staff.shutOut', { workerId, passphrase });
  expect(await team.ask('store.verify', {})).toMatchObject({ ok: true });
  await team.ask('session.signOut', {});
  expect((await team.refusal('session.signIn', { workerId, passphrase: theirs })).code).toBe('not-found');
  await team.ask('session.signIn', { workerId: team.leadId, passphrase });
  expect(await team.ask('store.verify', {})).toMatchObject({ ok: true, auditBrokenAt: null });
});

test('memberships change with dates, and what did not change is left alone', async () => {
  const team = await teamEngine();
  engine = team;
  const { workerId } = await team.ask('staff.add', details);
  const find = async () => (await team.ask('staff.list', {})).workers.find(({ id }) => id === workerId);
  const before = await find();
  await team.ask('staff.edit', {
    ...details,
    workerId,
    heads: before?.heads ?? {},
    roles: ['coordinator', 'behaviourist'],
    neighbourhoodIds: ['n02'],
    practiceIds: ['N82901'],
  });
  expect(await find()).toMatchObject({
    roles: ['coordinator', 'behaviourist'],
    neighbourhoodIds: ['n02'],
    practiceIds: ['N82901'],
    name: details.name,
  });
  expect((await team.refusal('staff.addLeave', { workerId, startsOn: '2027-01-05', endsOn: '2027-01-01' })).code).toBe(
    'rule',
  );
  await team.ask('staff.addLeave', { workerId, startsOn: '2027-01-01', endsOn: '2027-01-05' });
  expect((await find())?.leave).toHaveLength(1);
});

test('leave is taken back: all of it before it starts, the rest of it once it has; what is over stays', async () => {
  const team = await teamEngine();
  engine = team;
  const today = localDateOf(new Date().toISOString());
  const { workerId } = await team.ask('staff.add', details);
  const leave = async () => (await team.ask('staff.list', {})).workers.find(({ id }) => id === workerId)?.leave ?? [];
  const awayUntil = async () =>
    (await team.ask('team.workers', {})).workers.find(({ id }) => id === workerId)?.awayUntil ?? null;
  await team.ask('staff.addLeave', { workerId, startsOn: addDays(today, 20), endsOn: addDays(today, 25) });
  await team.ask('staff.addLeave', { workerId, startsOn: addDays(today, -3), endsOn: addDays(today, 4) });
  const [running, coming] = await leave();
  expect(await awayUntil()).toBe(addDays(today, 4));
  await team.ask('staff.removeLeave', { workerId, leaveId: coming?.id ?? '', heads: coming?.heads ?? {} });
  expect((await leave()).map(({ id }) => id)).toEqual([running?.id]);
  await team.ask('staff.removeLeave', { workerId, leaveId: running?.id ?? '', heads: running?.heads ?? {} });
  expect(await leave()).toEqual([]);
  expect(await awayUntil()).toBeNull();
  const over = { workerId, leaveId: running?.id ?? '', heads: running?.heads ?? {} };
  expect((await team.refusal('staff.removeLeave', over)).code).toBe('rule');
  expect(await team.ask('store.verify', {})).toMatchObject({ ok: true });
});

test('a worker’s time ends, but not one’s own', async () => {
  const team = await teamEngine();
  engine = team;
  const { workerId } = await team.ask('staff.add', details);
  await team.ask('staff.letIn', { workerId, passphrase: theirs });
  expect((await team.refusal('staff.end', { workerId: team.leadId, reason: 'Leaving' })).code).toBe('rule');
  await team.ask('staff.end', { workerId, reason: 'Moved to another city' });
  await team.ask('session.signOut', {});
  expect((await team.refusal('session.signIn', { workerId, passphrase: theirs })).code).toBe('not-allowed');
});
