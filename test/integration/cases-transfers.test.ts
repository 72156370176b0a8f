import { afterEach, beforeEach, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const lineOf = (caseId: string) =>
  team.store.query(sqlBuilder.selectFrom('caseload').selectAll().where('case_id', '=', caseId))[0];
const coordinators = (caseId: string) =>
  team.store
    .query(
      sqlBuilder
        .selectFrom('case_roles')
        .select(['worker_id', 'ended_at'])
        .where('case_id', '=', caseId)
        .where('role', '=', 'coordinator')
        .orderBy('started_at')
        .orderBy('id'),
    )
    .map(({ worker_id, ended_at }) => [worker_id, ended_at] as const);
const propose = (more: Partial<InputOf<'cases.proposeTransfer'>> = {}) =>
  team.ask('cases.proposeTransfer', {
    caseIds: [team.joansCase, team.amirsCase],
    toWorkerId: team.ids.colleague,
    reason: 'I am moving to another team',
    ...more,
  });
const idsOf = (proposed: Awaited<ReturnType<typeof propose>>) => proposed.transfers.map(({ transferId }) => transferId);
const plan = (startsAt: string, jointWith: string[] = []) =>
  team.ask('contacts.plan', {
    personId: team.joan,
    caseId: team.joansCase,
    startsAt,
    mechanism: '01',
    minutes: 30,
    jointWith,
  });

test('accepted: one coordinator ends and the next begins in the same moment, and what is planned goes along', async () => {
  const next = await plan('2026-11-24T09:00:00.000Z', [team.ids.colleague]);
  const missed = await plan('2026-11-20T11:00:00.000Z');
  const transferIds = idsOf(await propose());
  expect(lineOf(team.joansCase)?.transfer_to).toBe(team.ids.colleague);

  team.now = '2026-11-20T12:00:00.000Z';
  team.signInAs('colleague');
  const { cases } = await team.ask('cases.answerTransfer', { transferIds, answer: 'accept' });
  expect(cases).toMatchObject([
    {
      caseId: team.joansCase,
      carried: [{ id: next.contactId, worker: 'Colin Colleague' }],
      left: [{ id: missed.contactId, worker: 'Cora Coordinator' }],
    },
    { caseId: team.amirsCase, carried: [], left: [] },
  ]);
  for (const id of [team.joansCase, team.amirsCase]) {
    expect(coordinators(id)).toEqual([
      [team.ids.coordinator, team.now],
      [team.ids.colleague, null],
    ]);
    expect(lineOf(id)).toMatchObject({ coordinator_id: team.ids.colleague, transfer_to: null });
  }
  const { contact } = await team.ask('contacts.open', { contactId: next.contactId });
  expect(contact).toMatchObject({ worker: { id: team.ids.colleague }, jointWith: [] });
});

test('declined: with a reason, nothing changes hands, and somebody else can be asked', async () => {
  const transferIds = idsOf(await propose());
  team.signInAs('colleague');
  expect(await team.refusal('cases.answerTransfer', { transferIds, answer: 'decline' })).toMatchObject({
    code: 'bad-input',
  });
  expect(
    await team.ask('cases.answerTransfer', { transferIds, answer: 'decline', reason: 'No capacity before Christmas' }),
  ).toEqual({ cases: [] });
  expect(lineOf(team.joansCase)).toMatchObject({ coordinator_id: team.ids.coordinator, transfer_to: null });
  expect(await team.refusal('cases.answerTransfer', { transferIds, answer: 'accept' })).toMatchObject({
    code: 'conflict',
  });
  team.signInAs('coordinator');
  await propose({ toWorkerId: null });
  expect(lineOf(team.joansCase)?.transfer_to).toBe('anyone');
});

test('whoever covers: accepted by any coordinator of the team, declined by none', async () => {
  const transferIds = idsOf(await propose({ toWorkerId: null }));
  team.signInAs('colleague');
  expect(
    await team.refusal('cases.answerTransfer', { transferIds, answer: 'decline', reason: 'Not me' }),
  ).toMatchObject({ code: 'rule' });
  team.signInAs('behaviourist');
  expect(await team.refusal('cases.answerTransfer', { transferIds, answer: 'accept' })).toMatchObject({ code: 'rule' });
  team.signInAs('colleague');
  await team.ask('cases.answerTransfer', { transferIds, answer: 'accept' });
  expect(lineOf(team.amirsCase)?.coordinator_id).toBe(team.ids.colleague);
});

test('a worker of another team sees the person while they are asked, and no longer once it is withdrawn', async () => {
  const open = { personId: team.joan };
  team.signInAs('elsewhere');
  expect(await team.refusal('contacts.prepare', open)).toMatchObject({ code: 'outside-relationship' });
  team.signInAs('coordinator');
  const transferIds = idsOf(await propose({ caseIds: [team.joansCase], toWorkerId: team.ids.elsewhere }));
  team.signInAs('elsewhere');
  expect((await team.ask('contacts.prepare', open)).person?.id).toBe(team.joan);
  team.signInAs('coordinator');
  await team.ask('cases.withdrawTransfer', { transferIds });
  team.signInAs('elsewhere');
  expect(await team.refusal('contacts.prepare', open)).toMatchObject({ code: 'outside-relationship' });
  expect(await team.refusal('cases.answerTransfer', { transferIds, answer: 'accept' })).toMatchObject({
    code: 'outside-relationship',
  });
});

test('only its coordinator or a lead hands a case over; only who was asked answers; only they or a lead take it back', async () => {
  team.signInAs('colleague');
  const asked = { caseIds: [team.joansCase], toWorkerId: team.ids.lead, reason: 'Too many' };
  expect(await team.refusal('cases.proposeTransfer', asked)).toMatchObject({ code: 'not-allowed' });
  expect(await team.refusal('cases.imposeTransfer', asked)).toMatchObject({ code: 'not-allowed' });
  team.signInAs('coordinator');
  const transferIds = idsOf(await propose({ caseIds: [team.joansCase], toWorkerId: team.ids.lead }));
  team.signInAs('colleague');
  expect(await team.refusal('cases.answerTransfer', { transferIds, answer: 'accept' })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await team.refusal('cases.withdrawTransfer', { transferIds })).toMatchObject({ code: 'not-allowed' });
  team.signInAs('lead');
  await team.ask('cases.withdrawTransfer', { transferIds });
});

test('many cases go together or not at all', async () => {
  const [first] = idsOf(await propose({ caseIds: [team.amirsCase] }));
  const before = team.store.query(sqlBuilder.selectFrom('transfers').selectAll());
  const refused = await team.refusal('cases.proposeTransfer', {
    caseIds: [team.joansCase, team.amirsCase],
    toWorkerId: team.ids.lead,
    reason: 'Leave',
  });
  expect(refused).toMatchObject({ code: 'rule', details: { caseId: team.amirsCase } });
  expect(team.store.query(sqlBuilder.selectFrom('transfers').selectAll())).toEqual(before);
  expect(first).toBeDefined();
});

test('imposed by a lead: at once, with a reason, and whatever else was asked is withdrawn', async () => {
  const [transferId] = idsOf(await propose({ caseIds: [team.joansCase] }));
  team.signInAs('lead');
  const { cases } = await team.ask('cases.imposeTransfer', {
    caseIds: [team.joansCase, team.amirsCase],
    toWorkerId: team.ids.lead,
    reason: 'Long-term sickness',
  });
  expect(cases).toHaveLength(2);
  expect(lineOf(team.joansCase)).toMatchObject({ coordinator_id: team.ids.lead, transfer_to: null });
  const answers = team.store
    .query(sqlBuilder.selectFrom('transfers').select(['id', 'answer']))
    .map(({ id, answer }) => [id, (JSON.parse(answer ?? '{}') as { state?: string }).state]);
  expect(answers).toContainEqual([transferId, 'withdrawn']);
  expect(answers.filter(([, state]) => state === 'imposed')).toHaveLength(2);
});

test('not to the present coordinator, not to somebody who does not coordinate, not of a closed case, no return in the past', async () => {
  const refused = (more: object) =>
    team.refusal('cases.proposeTransfer', {
      caseIds: [team.joansCase],
      toWorkerId: team.ids.colleague,
      reason: 'Leave',
      ...more,
    });
  expect(await refused({ toWorkerId: team.ids.coordinator })).toMatchObject({ code: 'rule' });
  expect(await refused({ toWorkerId: team.ids.behaviourist })).toMatchObject({ code: 'rule' });
  expect(await refused({ returnOn: '2026-11-20' })).toMatchObject({ code: 'rule' });
  expect(await refused({ reason: ' ' })).toMatchObject({ code: 'bad-input' });
  await team.ask('cases.close', { caseId: team.joansCase, reason: '02', on: '2026-11-20' });
  expect(await refused({})).toMatchObject({ code: 'rule' });
});

test('a repeated command answers the same and acts once', async () => {
  const transferIds = idsOf(await propose({ caseIds: [team.joansCase] }));
  team.signInAs('colleague');
  const input = { transferIds, answer: 'accept' as const };
  const first = await team.ask('cases.answerTransfer', input, 'command-1');
  expect(await team.ask('cases.answerTransfer', input, 'command-1')).toEqual(first);
  expect(coordinators(team.joansCase)).toHaveLength(2);
});
