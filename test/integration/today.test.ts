import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const overview = () => team.ask('today.overview', {});
const caseIds = ({ rows }: { rows: readonly { row: { caseId: string } }[] }) => rows.map(({ row }) => row.caseId);
const at = (day: string) => {
  team.now = `${day}T10:00:00.000Z`;
};
const contact = (starts: string, more: object = {}) =>
  team.write((journal) =>
    journal.insert(
      'contacts',
      {
        case_id: team.joansCase,
        person_id: team.joan,
        worker_id: team.ids.coordinator,
        starts_at: starts,
        mechanism: '01',
        activities: '[]',
        joint_with: '[]',
        interventions: '[]',
        ...more,
      },
      'n01',
    ),
  );

describe('what is due', () => {
  test('a case moves from this week through today to overdue as days go by, with its reason', async () => {
    // Both opened on Monday 2 November: first contact within five working days, so on the 9th.
    at('2026-11-03');
    expect(await overview()).toMatchObject({
      dueThisWeek: { total: 2 },
      dueToday: { total: 0 },
      overdue: { total: 0 },
    });
    at('2026-11-09');
    expect(await overview()).toMatchObject({
      dueThisWeek: { total: 0 },
      dueToday: { total: 2 },
      overdue: { total: 0 },
    });
    at('2026-11-13');
    const { overdue } = await overview();
    expect(caseIds(overdue).sort()).toEqual([team.joansCase, team.amirsCase].sort());
    expect(overdue.rows[0]?.reason).toBe('4 days overdue. New case: first contact within 5 working days.');
  });

  test('an overdue case with an appointment says when that is', async () => {
    contact('2026-11-25T09:00:00.000Z');
    const { overdue } = await overview();
    const joan = overdue.rows.find(({ row }) => row.caseId === team.joansCase);
    expect(joan?.reason).toMatch(/ Planned for 25 Nov 2026\.$/);
  });

  test('the colleague has nothing of it; a reviewer not even the page', async () => {
    team.signInAs('colleague');
    expect(await overview()).toMatchObject({ openCases: 0, overdue: { total: 0 }, unallocated: null });
    team.signInAs('reviewer');
    expect(await team.refusal('today.overview', {})).toMatchObject({ code: 'not-allowed' });
  });

  test('of a long group the first lines and the number of all', async () => {
    team.write((journal) => {
      for (let number = 0; number < 20; number++) {
        const person = {
          name: '{"family":"Many","given":"","sort":"many"}',
          neighbourhood_id: 'n01',
          neighbourhood_by_hand: 0,
        };
        const personId = journal.insert('people', person, 'n01');
        const state = '{"status":"open","on":"2026-10-01"}';
        const caseId = journal.insert(
          'cases',
          { person_id: personId, neighbourhood_id: 'n01', state, opened_on: '2026-10-01' },
          'n01',
        );
        journal.insert(
          'case_roles',
          {
            case_id: caseId,
            role: 'coordinator',
            worker_id: team.ids.coordinator,
            started_at: '2026-10-01T09:00:00.000Z',
          },
          'n01',
        );
      }
    });
    const { overdue } = await overview();
    expect(overdue.total).toBe(22);
    expect(overdue.rows).toHaveLength(8);
    const { total } = await team.ask('cases.caseload', { mine: true, due: 'overdue' });
    expect(total).toBe(22);
  });
});

describe('diary', () => {
  test('own and joint appointments for the rest of today, in London time', async () => {
    const own = contact('2026-11-20T14:00:00.000Z', { minutes: 45 });
    const joint = contact('2026-11-20T13:00:00.000Z', {
      worker_id: team.ids.colleague,
      joint_with: JSON.stringify([team.ids.coordinator]),
    });
    contact('2026-11-21T00:00:00.000Z');
    contact('2026-11-20T15:00:00.000Z', { worker_id: team.ids.colleague });
    contact('2026-11-20T16:00:00.000Z', {
      voided: JSON.stringify({ by: team.ids.lead, at: team.now, reason: 'Twice' }),
    });
    const { diary } = await overview();
    expect(diary.rows.map(({ contactId }) => contactId)).toEqual([joint, own]);
    expect(diary.rows[1]).toMatchObject({
      person: { name: { family: 'Example', given: 'Joan' } },
      caseId: team.joansCase,
      reason: 'Planned for today, 45 minutes.',
    });
  });

  test('whose time has passed without an outcome, until it is written up', async () => {
    const past = contact('2026-11-18T14:00:00.000Z');
    expect((await overview()).withoutOutcome).toMatchObject({
      total: 1,
      rows: [{ contactId: past, reason: 'Planned for 18 Nov 2026. Say how it went.' }],
    });
    team.write((journal) => journal.update('contacts', past, { attendance: '3' }));
    expect((await overview()).withoutOutcome.total).toBe(0);
  });

  test('a group session is one line', async () => {
    const group = team.write((journal) =>
      journal.insert(
        'group_sessions',
        { title: 'Walking group', worker_id: team.ids.coordinator, starts_at: '2026-11-20T14:00:00.000Z' },
        'n01',
      ),
    );
    contact('2026-11-20T14:00:00.000Z', { group_id: group });
    contact('2026-11-20T14:00:00.000Z', { group_id: group, person_id: team.amir, case_id: team.amirsCase });
    expect((await overview()).diary).toMatchObject({
      total: 1,
      rows: [{ person: null, group: { id: group, title: 'Walking group', people: 2 } }],
    });
  });
});

describe('handover', () => {
  const propose = (more: object = {}) =>
    team.ask('cases.proposeTransfer', {
      caseIds: [team.joansCase],
      toWorkerId: team.ids.colleague,
      reason: 'Leave',
      ...more,
    });

  test('to accept for who was asked, waiting for who asks', async () => {
    const { transfers } = await propose();
    expect(await overview()).toMatchObject({
      toAccept: { total: 0 },
      waiting: {
        rows: [
          {
            transferId: transfers[0]?.transferId,
            reason: 'Colin Colleague was asked on 20 Nov 2026 and has not answered.',
          },
        ],
      },
    });
    team.signInAs('colleague');
    expect(await overview()).toMatchObject({
      toAccept: { rows: [{ transferId: transfers[0]?.transferId, why: 'Leave', from: { id: team.ids.coordinator } }] },
      waiting: { total: 0 },
    });
  });

  test('whoever covers: to those of the team who coordinate, not to who asks, not to another team', async () => {
    await propose({ toWorkerId: null });
    expect(await overview()).toMatchObject({ toAccept: { total: 0 }, waiting: { total: 1 } });
    team.signInAs('colleague');
    expect(await overview()).toMatchObject({ toAccept: { total: 1 } });
    for (const other of ['elsewhere', 'behaviourist'] as const) {
      team.signInAs(other);
      expect(await overview()).toMatchObject({ toAccept: { total: 0 } });
    }
  });

  test('declined comes back to who asked, until somebody else is asked', async () => {
    const { transfers } = await propose();
    team.signInAs('colleague');
    await team.ask('cases.answerTransfer', {
      transferIds: [transfers[0]?.transferId ?? ''],
      answer: 'decline',
      reason: 'Full',
    });
    team.signInAs('coordinator');
    expect(await overview()).toMatchObject({ waiting: { total: 0 }, declined: { rows: [{ declined: 'Full' }] } });
    await propose({ toWorkerId: null });
    expect(await overview()).toMatchObject({ waiting: { total: 1 }, declined: { total: 0 } });
  });

  test('leave cover: on the day of return a line to hand back, gone once that is asked', async () => {
    const { transfers } = await propose({ returnOn: '2026-12-01' });
    team.signInAs('colleague');
    await team.ask('cases.answerTransfer', { transferIds: [transfers[0]?.transferId ?? ''], answer: 'accept' });
    expect(await overview()).toMatchObject({
      handBack: { total: 0 },
      newlyMine: { rows: [{ row: { caseId: team.joansCase } }] },
    });
    at('2026-12-01');
    expect(await overview()).toMatchObject({
      handBack: {
        rows: [
          {
            from: { id: team.ids.coordinator },
            reason: 'Cora Coordinator was due back on 1 Dec 2026. Hand the case back.',
          },
        ],
      },
    });
    await propose({ toWorkerId: team.ids.coordinator, reason: 'Back from leave' });
    expect(await overview()).toMatchObject({ handBack: { total: 0 }, waiting: { total: 1 } });
  });
});

test('missed twice in a row, newly mine until the first contact', async () => {
  expect(await overview()).toMatchObject({ missedTwice: { total: 0 }, newlyMine: { total: 2 } });
  contact('2026-11-20T10:30:00.000Z', { attendance: '3' });
  contact('2026-11-20T11:30:00.000Z', { attendance: '7' });
  contact('2026-11-20T11:00:00.000Z', { attendance: '5', case_id: team.amirsCase, person_id: team.amir });
  const { missedTwice, newlyMine } = await overview();
  expect(missedTwice.rows).toMatchObject([
    { row: { caseId: team.joansCase, missedInRow: 2 }, reason: 'Missed the last 2 contacts.' },
  ]);
  expect(caseIds(newlyMine)).toEqual([team.joansCase]);
});

test('a lead sees cases that nobody coordinates, and whether somebody was asked', async () => {
  await team.ask('cases.close', { caseId: team.amirsCase, reason: '04', on: '2026-11-20' });
  await team.ask('cases.open', { personId: team.amir, coordinatorId: team.ids.colleague });
  team.signInAs('lead');
  expect((await overview()).unallocated).toMatchObject({
    total: 1,
    rows: [{ reason: 'Proposed on 20 Nov 2026; Colin Colleague was asked and has not answered.' }],
  });
});

test('the page is a bounded number of statements, none of which scans a large table', async () => {
  const before = team.store.counters.statements;
  await overview();
  expect(team.store.counters.statements - before).toBeLessThanOrEqual(30);
  const statements = await import('../../electron/engine/store/today.ts');
  for (const plan of Object.values(statements.todayStatements).map((one) => explained(one.sql())))
    for (const step of plan)
      expect(step).not.toMatch(
        /^SCAN (k|c|r|t|p|o|m|contacts|caseload|case_roles|people|changes)( |$)(?!USING INDEX transfers_open)/,
      );
});

function explained(sql: string): string[] {
  const blanks = sql.replaceAll('?', "''");
  const query = {
    compile: () => ({ ...sqlBuilder.selectFrom('facts').select('name').compile(), sql: blanks, parameters: [] }),
  };
  return team.store.explain(query);
}
