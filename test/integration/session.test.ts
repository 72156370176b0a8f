import { afterEach, expect, test } from 'vitest';
import { careTeam } from './care-team.ts';
import { emptyEngine, passphrase, type TestEngine, teamEngine } from './engine-fixture.ts';

let engine: TestEngine | undefined;
afterEach(async () => {
  await engine?.dispose();
  engine = undefined;
});

test('a new folder offers to set up a team, and a team opens with its founder signed in', async () => {
  engine = await emptyEngine();
  expect((await engine.ask('session.state', {})).state).toBe('new');
  await engine.dispose();
  engine = await teamEngine();
  const { state, session } = await engine.ask('session.state', {});
  expect(state).toBe('open');
  expect(session?.roles).toEqual(['admin', 'lead']);
  expect(session?.neighbourhoods).toHaveLength(12);
});

test('lock drops the store; the passphrase opens it again, also after a restart', async () => {
  const team = await teamEngine();
  engine = team;
  await team.ask('session.lock', {});
  expect((await team.ask('session.state', {})).state).toBe('locked');
  expect((await team.refusal('session.setLockMinutes', { minutes: 5 })).code).toBe('not-signed-in');
  expect(
    (await team.refusal('session.signIn', { workerId: team.leadId, passphrase: 'not this one at all' })).code,
  ).toBe('wrong-passphrase');
  await team.ask('session.signIn', { workerId: team.leadId, passphrase });
  await team.ask('session.setLockMinutes', { minutes: 5 });
  await team.restart();
  expect((await team.ask('session.state', {})).state).toBe('signed-out');
  await team.ask('session.signIn', { workerId: team.leadId, passphrase });
  expect((await team.ask('session.state', {})).session?.lockAfterMinutes).toBe(5);
});

test('the recovery code opens a profile whose passphrase is lost, and sets a new one', async () => {
  const team = await teamEngine();
  engine = team;
  await team.ask('session.signOut', {});
  const next = 'saddle quartz ribbon plum';
  await team.ask('session.recover', { workerId: team.leadId, recoveryCode: team.recoveryCode, passphrase: next });
  await team.ask('session.signOut', {});
  expect((await team.refusal('session.signIn', { workerId: team.leadId, passphrase })).code).toBe('wrong-passphrase');
  await team.ask('session.signIn', { workerId: team.leadId, passphrase: next });
});

test('the sixth failure in a row brings a delay that a restart does not shorten', async () => {
  const team = await teamEngine();
  engine = team;
  await team.ask('session.signOut', {});
  const guess = { workerId: team.leadId, passphrase: 'a wrong guess indeed' };
  for (let i = 0; i < 6; i += 1) expect((await team.refusal('session.signIn', guess)).code).toBe('wrong-passphrase');
  await team.restart();
  const refused = await team.refusal('session.signIn', { workerId: team.leadId, passphrase });
  expect(refused.code).toBe('sign-in-delayed');
  expect(refused.details).toHaveProperty('retryAt');
});

test('a second engine on the same profile is refused', async () => {
  engine = await emptyEngine();
  const { startEngine } = await import('../../electron/engine-host.ts');
  await expect(startEngine({ profile: engine.profile, demo: false })).rejects.toMatchObject({ code: 'profile-in-use' });
});

test('a command repeated under its id answers the same without acting twice, and never for another input', async () => {
  const team = await teamEngine();
  engine = team;
  await team.ask('session.setLockMinutes', { minutes: 7 }, 'command-1');
  await team.ask('session.setLockMinutes', { minutes: 9 }, 'command-2');
  await team.ask('session.setLockMinutes', { minutes: 7 }, 'command-1');
  expect((await team.ask('session.state', {})).session?.lockAfterMinutes).toBe(9);
  const answer = await team.host.call('session.setLockMinutes', { minutes: 3 }, { commandId: 'command-1' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
});

test('an export asks for the passphrase again once five minutes have passed', async () => {
  const team = await careTeam();
  try {
    team.signInAs('lead');
    const { session } = team.engine;
    if (!session) throw new Error('nobody is signed in');
    team.engine.session = { ...session, confirmedUntil: '2026-11-20T10:05:00.000Z' };
    team.now = '2026-11-20T10:04:59.000Z';
    await team.ask('people.exportList', {});
    team.now = '2026-11-20T10:05:01.000Z';
    expect((await team.refusal('people.exportList', {})).code).toBe('reauthentication-needed');
    expect((await team.refusal('session.confirm', { passphrase: 'not the right one' })).code).toBe('wrong-passphrase');
    await team.ask('session.confirm', { passphrase });
    await team.ask('people.exportList', {});
  } finally {
    team.dispose();
  }
});

test('J11 a clock that was set back is told, and blocks nothing', async () => {
  const team = await careTeam();
  try {
    team.signInAs('lead');
    team.now = '2026-11-20T08:00:00.000Z';
    expect((await team.ask('session.state', {})).clockBehindMinutes).toBe(120);
    await team.ask('session.setLockMinutes', { minutes: 4 });
  } finally {
    team.dispose();
  }
});
