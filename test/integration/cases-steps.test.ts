import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { caseStatuses } from '../../shared/domain/case-status.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const lineOf = (caseId: string) =>
  team.store.query(sqlBuilder.selectFrom('caseload').selectAll().where('case_id', '=', caseId))[0];
const rolesOf = (caseId: string) =>
  team.store.query(
    sqlBuilder.selectFrom('case_roles').selectAll().where('case_id', '=', caseId).orderBy('started_at').orderBy('id'),
  );
const current = (caseId: string, role: string) =>
  rolesOf(caseId).filter((row) => row.role === role && row.ended_at === null && row.voided === null);
/** Puts Joan's case into a status without going through the steps. */
const put = (status: string) =>
  team.write((journal) => {
    journal.update('cases', team.joansCase, { state: JSON.stringify({ status, on: '2026-11-10' }) });
  });

describe('every step from every status', () => {
  const steps = {
    'cases.accept': () => ({ caseId: team.joansCase, coordinatorId: team.ids.coordinator }),
    'cases.hold': () => ({ caseId: team.joansCase, reason: 'in-hospital' as const, reviewOn: '2026-12-01' }),
    'cases.resume': () => ({ caseId: team.joansCase }),
    'cases.close': () => ({ caseId: team.joansCase, reason: '02' as const, on: '2026-11-20' }),
    'cases.reopen': () => ({ caseId: team.joansCase, coordinatorId: team.ids.coordinator }),
  };
  /** The status that follows, or null where the step is refused. Reopening makes another case and leaves this one closed. */
  const follows: Record<keyof typeof steps, Record<(typeof caseStatuses)[number], string | null>> = {
    'cases.accept': { proposed: 'open', open: null, 'on-hold': null, closed: null },
    'cases.hold': { proposed: null, open: 'on-hold', 'on-hold': null, closed: null },
    'cases.resume': { proposed: null, open: null, 'on-hold': 'open', closed: null },
    'cases.close': { proposed: 'closed', open: 'closed', 'on-hold': 'closed', closed: null },
    'cases.reopen': { proposed: null, open: null, 'on-hold': null, closed: 'closed' },
  };
  for (const name of Object.keys(steps) as (keyof typeof steps)[])
    for (const from of caseStatuses)
      test(`${name} from ${from} gives ${follows[name][from] ?? 'a refusal'}`, async () => {
        put(from);
        const to = follows[name][from];
        if (to === null) expect(await team.refusal(name, steps[name]())).toMatchObject({ code: 'rule' });
        else await team.ask(name, steps[name]() as never);
        expect(lineOf(team.joansCase)?.status).toBe(to ?? from);
      });
});

describe('opening', () => {
  const amirAgain = () => ({ personId: team.amir, coordinatorId: team.ids.coordinator });
  const closeAmirs = () => team.ask('cases.close', { caseId: team.amirsCase, reason: '04', on: '2026-11-19' });

  test('one unfinished case per person and neighbourhood', async () => {
    expect(await team.refusal('cases.open', amirAgain())).toMatchObject({ code: 'rule' });
    await closeAmirs();
    const { caseId, status } = await team.ask('cases.open', {
      ...amirAgain(),
      source: '06',
      purpose: 'Falls',
    });
    expect(status).toBe('open');
    expect(lineOf(caseId)).toMatchObject({
      status: 'open',
      coordinator_id: team.ids.coordinator,
      opened_on: '2026-11-20',
    });
    expect(await team.refusal('cases.open', amirAgain())).toMatchObject({ code: 'rule' });
  });

  test('an open case needs its coordinator; proposing needs none', async () => {
    await closeAmirs();
    expect(await team.refusal('cases.open', { personId: team.amir })).toMatchObject({ code: 'rule' });
    const { caseId, status, transferId } = await team.ask('cases.open', { personId: team.amir, status: 'proposed' });
    expect({ status, transferId }).toEqual({ status: 'proposed', transferId: null });
    expect(lineOf(caseId)).toMatchObject({ coordinator_id: null, next_due_on: null });
  });

  test('only a lead names somebody else; for others that worker is asked, and accepting opens the case', async () => {
    await closeAmirs();
    const asked = await team.ask('cases.open', { personId: team.amir, coordinatorId: team.ids.colleague });
    expect(asked).toMatchObject({ status: 'proposed', transferId: expect.any(String) });
    team.signInAs('colleague');
    await team.ask('cases.answerTransfer', { transferIds: [asked.transferId ?? ''], answer: 'accept' });
    expect(lineOf(asked.caseId)).toMatchObject({
      status: 'open',
      coordinator_id: team.ids.colleague,
      transfer_to: null,
    });

    team.signInAs('lead');
    await team.ask('cases.close', { caseId: asked.caseId, reason: '04', on: '2026-11-20' });
    const named = await team.ask('cases.open', { personId: team.amir, coordinatorId: team.ids.colleague });
    expect(named).toMatchObject({ status: 'open', transferId: null });
  });

  test('a worker who does not coordinate, or who has left, is refused', async () => {
    await closeAmirs();
    team.signInAs('lead');
    const open = (coordinatorId: string) => team.refusal('cases.open', { personId: team.amir, coordinatorId });
    expect(await open(team.ids.behaviourist)).toMatchObject({ code: 'rule' });
    expect(await open(team.ids.reviewer)).toMatchObject({ code: 'rule' });
    team.write((journal) => journal.update('workers', team.ids.colleague, { ended_on: '2026-11-01' }));
    expect(await open(team.ids.colleague)).toMatchObject({ code: 'rule' });
    expect(await open('nobody')).toMatchObject({ code: 'rule' });
  });

  test('not for a record that was merged or voided, nor in a neighbourhood that is neither theirs nor one’s own', async () => {
    await closeAmirs();
    expect(await team.refusal('cases.open', { ...amirAgain(), neighbourhoodId: 'n02' })).toMatchObject({
      code: 'rule',
    });
    team.write((journal) => journal.update('people', team.amir, { merged_into: team.joan }));
    expect(await team.refusal('cases.open', amirAgain())).toMatchObject({ code: 'rule' });
  });

  test('a reopened case is a new one that follows the closed one', async () => {
    await closeAmirs();
    const { caseId } = await team.ask('cases.reopen', { caseId: team.amirsCase, coordinatorId: team.ids.coordinator });
    const [made] = team.store.query(sqlBuilder.selectFrom('cases').selectAll().where('id', '=', caseId));
    expect(made).toMatchObject({ follows_case_id: team.amirsCase, person_id: team.amir, status: 'open' });
    expect(lineOf(team.amirsCase)?.status).toBe('closed');
  });
});

describe('hold and closure', () => {
  test('on hold until a day to come, on which it is due', async () => {
    const hold = (reviewOn: string) => ({ caseId: team.joansCase, reason: 'away', reviewOn });
    expect(await team.refusal('cases.hold', hold('2026-11-20'))).toMatchObject({ code: 'rule' });
    await team.ask('cases.hold', {
      caseId: team.joansCase,
      reason: 'away',
      reviewOn: '2026-12-04',
      note: 'With her son',
    });
    expect(lineOf(team.joansCase)).toMatchObject({ status: 'on-hold', next_due_on: '2026-12-04' });
  });

  test('a closure has a CSDS reason and a day between opening and today', async () => {
    const close = (more: object) => ({ caseId: team.joansCase, reason: '02', on: '2026-11-20', ...more });
    expect(await team.refusal('cases.close', close({ reason: '10' }))).toMatchObject({ code: 'bad-input' });
    expect(await team.refusal('cases.close', close({ on: '2026-11-21' }))).toMatchObject({ code: 'rule' });
    expect(await team.refusal('cases.close', close({ on: '2026-11-01' }))).toMatchObject({ code: 'rule' });
  });

  test('what is unfinished must have been seen; then handovers are withdrawn and contacts called off if asked', async () => {
    const { contactId } = await team.ask('contacts.plan', {
      personId: team.joan,
      caseId: team.joansCase,
      startsAt: '2026-11-25T10:00:00.000Z',
      mechanism: '01',
      minutes: 30,
    });
    const asked = await team.ask('cases.proposeTransfer', {
      caseIds: [team.joansCase],
      toWorkerId: team.ids.colleague,
      reason: 'Leave',
    });
    const transferId = asked.transfers[0]?.transferId ?? '';
    const close = { caseId: team.joansCase, reason: '02' as const, on: '2026-11-20' };
    const unfinished = {
      caseId: team.joansCase,
      planned: [{ id: contactId, startsAt: '2026-11-25T10:00:00.000Z', mechanism: '01', worker: 'Cora Coordinator' }],
      tasks: [],
      transfers: [{ id: transferId, to: 'Colin Colleague' }],
    };
    expect(await team.ask('cases.unfinished', { caseIds: [team.joansCase] })).toEqual({ rows: [unfinished] });
    expect(await team.refusal('cases.close', close)).toMatchObject({ code: 'rule', details: { unfinished } });
    expect(await team.refusal('cases.close', { ...close, acknowledged: [contactId] })).toMatchObject({ code: 'rule' });

    const done = await team.ask('cases.close', {
      ...close,
      acknowledged: [contactId, transferId],
      planned: 'call-off',
    });
    expect(done).toEqual({ calledOff: 1, withdrawn: 1, tasksCalledOff: 0 });
    const { contact } = await team.ask('contacts.open', { contactId });
    expect(contact).toMatchObject({ attendance: '4', cancellation: { reason: '02' }, minutes: null });
    expect(lineOf(team.joansCase)).toMatchObject({ status: 'closed', transfer_to: null, next_due_on: null });
  });

  test('roles end with the case, and the caseload still says who held them last', async () => {
    await team.ask('cases.close', { caseId: team.joansCase, reason: '02', on: '2026-11-20' });
    expect(rolesOf(team.joansCase).map(({ ended_at }) => ended_at)).toEqual([team.now, team.now]);
    expect(lineOf(team.joansCase)).toMatchObject({
      coordinator_id: team.ids.coordinator,
      behaviourist_id: team.ids.behaviourist,
    });
  });
});

describe('roles', () => {
  const assign = (more: object) => team.ask('cases.assign', { caseId: team.joansCase, ...more } as never);

  test('another behaviourist or lead professional takes the place of the one before; involved workers stand side by side', async () => {
    await assign({ role: 'lead-professional', workerId: team.ids.colleague });
    await assign({ role: 'lead-professional', external: { name: 'Dr Example', organisation: 'Example Hospital' } });
    expect(current(team.joansCase, 'lead-professional')).toMatchObject([
      { worker_id: null, external: '{"name":"Dr Example","organisation":"Example Hospital"}' },
    ]);
    await assign({ role: 'involved', workerId: team.ids.colleague });
    await assign({ role: 'involved', workerId: team.ids.lead });
    expect(current(team.joansCase, 'involved')).toHaveLength(2);
    expect(
      await team.refusal('cases.assign', { caseId: team.joansCase, role: 'involved', workerId: team.ids.lead }),
    ).toMatchObject({
      code: 'rule',
    });
    expect(
      await team.refusal('cases.assign', {
        caseId: team.joansCase,
        role: 'behaviourist',
        workerId: team.ids.colleague,
      }),
    ).toMatchObject({ code: 'rule' });
  });

  test('exactly one of a worker and somebody by name', async () => {
    const both = { workerId: team.ids.colleague, external: { name: 'Dr Example' } };
    for (const who of [{}, both])
      expect(await team.refusal('cases.assign', { caseId: team.joansCase, role: 'involved', ...who })).toMatchObject({
        code: 'bad-input',
      });
  });

  test('an open case never loses its coordinator and gets a second one only by handover', async () => {
    const [held] = current(team.joansCase, 'coordinator');
    expect(await team.refusal('cases.endRole', { caseId: team.joansCase, roleId: held?.id })).toMatchObject({
      code: 'rule',
    });
    expect(
      await team.refusal('cases.assign', { caseId: team.joansCase, role: 'coordinator', workerId: team.ids.colleague }),
    ).toMatchObject({ code: 'rule' });
    expect(current(team.joansCase, 'coordinator')).toHaveLength(1);
  });

  test('a case that lost its coordinator elsewhere can be taken up by one', async () => {
    const [held] = current(team.joansCase, 'coordinator');
    team.write((journal) => journal.update('case_roles', held?.id ?? '', { ended_at: team.now }));
    team.signInAs('colleague');
    expect(
      await team.refusal('cases.assign', {
        caseId: team.joansCase,
        role: 'coordinator',
        workerId: team.ids.coordinator,
      }),
    ).toMatchObject({ code: 'not-allowed' });
    await assign({ role: 'coordinator', workerId: team.ids.colleague });
    expect(lineOf(team.joansCase)?.coordinator_id).toBe(team.ids.colleague);
  });

  test('a role ends once, and only of the case that it belongs to', async () => {
    const [behaviourist] = current(team.joansCase, 'behaviourist');
    const roleId = behaviourist?.id ?? '';
    expect(await team.refusal('cases.endRole', { caseId: team.amirsCase, roleId })).toMatchObject({
      code: 'not-found',
    });
    await team.ask('cases.endRole', { caseId: team.joansCase, roleId });
    expect(lineOf(team.joansCase)?.behaviourist_id).toBeNull();
    expect(await team.refusal('cases.endRole', { caseId: team.joansCase, roleId })).toMatchObject({
      code: 'not-found',
    });
  });
});

test('nothing of it for another team, a reviewer, or without a session; refusals are audited', async () => {
  team.signInAs('elsewhere');
  const hold = { caseId: team.joansCase, reason: 'away', reviewOn: '2026-12-04' };
  expect(await team.refusal('cases.hold', hold)).toMatchObject({ code: 'outside-relationship' });
  team.signInAs('reviewer');
  expect(await team.refusal('cases.hold', hold)).toMatchObject({ code: 'not-allowed' });
  team.engine.session = null;
  expect(await team.refusal('cases.hold', hold)).toMatchObject({ code: 'not-signed-in' });
  const lines = team.store.query(
    sqlBuilder
      .selectFrom('audit')
      .select(['action', 'object', 'reason'])
      .where('outcome', '=', 'refused')
      .orderBy('seq'),
  );
  expect(lines).toEqual([
    { action: 'cases.hold', object: team.joansCase, reason: 'outside-relationship' },
    { action: 'cases.hold', object: team.joansCase, reason: 'not-allowed' },
  ]);
  expect(lineOf(team.joansCase)?.status).toBe('open');
});
