import { afterEach, beforeEach, expect, test } from 'vitest';
import { clinicStatements } from '../../electron/engine/store/clinic.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
  team.signInAs('behaviourist');
});
afterEach(() => team.dispose());

interface Session {
  readonly attendance?: string | null;
  readonly confidence?: number;
  readonly worker?: string;
}
/** Logs a session with Joan at ten o'clock of a day. */
const session = (day: string, { attendance = '5', confidence, worker }: Session = {}) =>
  team.write((journal) =>
    journal.insert(
      'contacts',
      {
        case_id: team.joansCase,
        person_id: team.joan,
        worker_id: worker ?? team.ids.behaviourist,
        starts_at: `${day}T10:00:00.000Z`,
        mechanism: '01',
        attendance,
        activities: '[]',
        joint_with: '[]',
        interventions: '[]',
        behaviour:
          confidence === undefined
            ? null
            : JSON.stringify({
                techniques: [],
                readiness: 3,
                importance: null,
                confidence,
                stage: null,
                homework: `Walk on ${day}`,
                goals: [{ goal: 'Walk to the shop', rating: -1 }],
              }),
      },
      'n01',
    ),
  );
const phq = (day: string, score: number) =>
  team.write((journal) =>
    journal.insert(
      'instrument_results',
      {
        person_id: team.joan,
        instrument: 'phq-9',
        version: '1',
        taken_at: `${day}T10:30:00.000Z`,
        taken_by: team.ids.behaviourist,
        answers: '{"q9":3}',
        score,
        alert: 'q9',
      },
      'n01',
    ),
  );
const open = () => team.ask('clinic.open', {});

test('today by practice, each with what was agreed last time', async () => {
  session('2026-11-06', { confidence: 4 });
  session('2026-11-20', { attendance: null });
  const { practices, worker, cases } = await open();
  expect(worker.name).toBe('Bea Behaviourist');
  expect(cases).toBe(2);
  expect(practices).toMatchObject([
    {
      name: 'No practice recorded',
      appointments: [
        {
          startsAt: '2026-11-20T10:00:00.000Z',
          attendance: null,
          person: { name: { given: 'Joan' } },
          last: {
            at: '2026-11-06T10:00:00.000Z',
            homework: 'Walk on 2026-11-06',
            confidence: 4,
            goals: ['Walk to the shop'],
          },
        },
      ],
    },
  ]);
});

test('not improving: after eight weeks without a reliable change; one reliable improvement takes them off', async () => {
  session('2026-09-01');
  session('2026-11-10');
  phq('2026-09-01', 16);
  phq('2026-11-10', 12);
  expect((await open()).notImproving).toMatchObject([
    {
      person: { name: { given: 'Joan' } },
      sessions: 2,
      reason: 'PHQ-9 16 on 1 Sep 2026, 12 on 10 Nov 2026: no reliable change (6 or more) after 2 sessions in 11 weeks.',
    },
  ]);
  phq('2026-11-17', 10);
  expect((await open()).notImproving).toEqual([]);
});

test('scores from before the work, void ones and sessions of others do not count', async () => {
  session('2026-10-20');
  session('2026-01-05', { worker: team.ids.coordinator });
  phq('2026-03-01', 27);
  expect(await open()).toMatchObject({ notImproving: [], stoppedComing: [] });
});

test('stopped coming: two missed in a row, or silence with nothing planned', async () => {
  session('2026-10-01');
  expect((await open()).stoppedComing).toMatchObject([
    { reason: 'Not seen since 1 Oct 2026, 7 weeks ago, and no appointment is planned.' },
  ]);
  session('2026-11-24', { attendance: null });
  expect((await open()).stoppedComing).toEqual([]);
  session('2026-11-03', { attendance: '3' });
  session('2026-11-17', { attendance: '7' });
  expect((await open()).stoppedComing).toMatchObject([
    { reason: 'Missed the last two appointments, 3 Nov 2026 and 17 Nov 2026. The next is planned for 24 Nov 2026.' },
  ]);
});

test('the lists name no answer and no alert', async () => {
  session('2026-09-01');
  session('2026-11-10');
  phq('2026-09-01', 16);
  phq('2026-11-10', 16);
  expect(JSON.stringify(await open())).not.toMatch(/q9|alert|safety/u);
});

test('a lead opens the clinic of a behaviourist of the own team and of nobody else; coordinators open none', async () => {
  session('2026-10-01');
  team.signInAs('lead');
  const workerId = team.ids.behaviourist;
  expect((await team.ask('clinic.open', { workerId })).stoppedComing).toHaveLength(1);
  expect((await team.ask('clinic.open', {})).behaviourists.map(({ name }) => name)).toEqual(['Bea Behaviourist']);
  expect((await team.refusal('clinic.open', { workerId: team.ids.elsewhere })).code).toBe('not-allowed');
  team.signInAs('behaviourist');
  expect((await team.refusal('clinic.open', { workerId: team.ids.lead })).code).toBe('not-allowed');
  team.signInAs('coordinator');
  expect((await team.refusal('clinic.open', {})).code).toBe('not-allowed');
});

test('the course of one person: rulers, goals by their words, attendance', async () => {
  session('2026-10-01', { confidence: 3 });
  const contactId = session('2026-10-15', { confidence: 5 });
  session('2026-11-03', { attendance: '3' });
  team.write((journal) => {
    const goal = (words: string) =>
      journal.insert(
        'goals',
        { person_id: team.joan, domain: 'meaning', words, state: '{"status":"active"}', started_on: '2026-10-01' },
        'n01',
      );
    const rating = { person_id: team.joan, rated_at: '2026-10-15T10:00:00.000Z', rated_by: team.ids.behaviourist };
    journal.insert(
      'goal_ratings',
      { ...rating, goal_id: goal('Walk to the shop'), rating: -1, contact_id: contactId },
      'n01',
    );
    journal.insert('goal_ratings', { ...rating, goal_id: goal('Sing again'), rating: 1 }, 'n01');
  });
  const course = await team.ask('clinic.person', { personId: team.joan });
  expect(course.rulers.map(({ readiness, confidence }) => [readiness, confidence])).toEqual([
    [3, 3],
    [3, 5],
  ]);
  expect(course.goals.map(({ goal, ratings }) => [goal, ratings.map(({ rating }) => rating)])).toEqual([
    ['Walk to the shop', [-1, -1]],
    ['Sing again', [1]],
  ]);
  expect(course.attendance.map(({ attendance }) => attendance)).toEqual(['3', '5', '5']);
});

test('no large table is walked from end to end', () => {
  for (const statement of Object.values(clinicStatements)) {
    const explain = sqlStatement<Record<string, never>, { detail: string }>(
      `EXPLAIN QUERY PLAN ${statement.sql().replaceAll('?', 'NULL')}`,
    );
    const plan = team.store.all(explain, {}).map(({ detail }) => detail);
    expect(plan.filter((line) => /^SCAN (?!json_each|wanted|mine)/u.test(line))).toEqual([]);
  }
});

test('supervision: brought with a question, reviewed by a lead with notes and decision, kept as history', async () => {
  const { supervisionId } = await team.ask('supervision.bring', { personId: team.joan, question: 'What now?' });
  expect((await team.refusal('supervision.bring', { personId: team.joan, question: 'Again?' })).code).toBe('rule');
  const waiting = (await team.ask('supervision.list', {})).waiting;
  expect(waiting).toMatchObject([
    {
      id: supervisionId,
      caseId: team.joansCase,
      question: 'What now?',
      broughtOn: '2026-11-20',
      mayReview: false,
      mayWithdraw: true,
    },
  ]);
  const review = {
    supervisionId,
    heads: waiting[0]?.heads ?? {},
    decision: 'joint-session',
    note: 'Next week',
  } as const;
  expect((await team.refusal('supervision.review', review)).code).toBe('not-allowed');
  team.signInAs('lead');
  expect((await team.ask('supervision.list', {})).waiting).toMatchObject([{ mayReview: true }]);
  await team.ask('supervision.review', review);
  expect((await team.refusal('supervision.review', review)).code).toBe('conflict');
  team.signInAs('behaviourist');
  expect(await team.ask('supervision.list', { personId: team.joan })).toMatchObject({
    waiting: [],
    reviewed: [{ review: { by: 'Lee Leader', note: 'Next week', decision: 'joint-session', on: '2026-11-20' } }],
  });
  expect((await team.refusal('supervision.withdraw', { supervisionId, reason: 'x' })).code).toBe('rule');
});

test('a case is taken back with a reason and can be brought anew; without an open case it cannot', async () => {
  const { supervisionId } = await team.ask('supervision.bring', { personId: team.joan, question: 'What now?' });
  await team.ask('supervision.withdraw', { supervisionId, reason: 'Solved' });
  expect((await team.ask('supervision.list', {})).waiting).toEqual([]);
  await team.ask('supervision.bring', { personId: team.joan, question: 'And now?' });
  team.write((journal) =>
    journal.update('cases', team.amirsCase, { state: '{"status":"closed","on":"2026-11-19","reason":"02"}' }),
  );
  await team.ask('people.open', { personId: team.amir });
  expect((await team.refusal('supervision.bring', { personId: team.amir, question: 'Late?' })).code).toBe('rule');
  team.signInAs('coordinator');
  expect((await team.refusal('supervision.list', {})).code).toBe('not-allowed');
});
