import { afterEach, beforeEach, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const enrol = async () =>
  (await team.ask('telehealth.enrol', { personId: team.joan, kit: 'pulse-oximeter', startedOn: '2026-11-01' }))
    .enrolmentId;
const shown = async () => (await team.ask('telehealth.ofPerson', { personId: team.joan })).enrolments;
const alarm = (enrolmentId: string, ownerId: string | null) => ({
  enrolmentId,
  words: 'Oxygen below 88 % twice this morning',
  ownerId,
  dueOn: '2026-11-20',
});
const tasks = () => team.store.query(sqlBuilder.selectFrom('tasks').selectAll());

test('an alert is always somebody’s task; without an owner, or with one who has left, nothing is kept', async () => {
  const id = await enrol();
  expect((await team.refusal('telehealth.alert', alarm(id, null))).details).toMatchObject([{ path: 'ownerId' }]);
  team.write((journal) => journal.update('workers', team.ids.colleague, { ended_on: '2026-11-19' }));
  expect((await team.refusal('telehealth.alert', alarm(id, team.ids.colleague))).details).toMatchObject([
    { path: 'ownerId' },
  ]);
  expect(tasks()).toEqual([]);
  const { alertId, taskId } = await team.ask('telehealth.alert', alarm(id, team.ids.coordinator));
  expect(tasks()).toMatchObject([
    {
      id: taskId,
      owner_id: team.ids.coordinator,
      origin_kind: 'telehealth-alert',
      origin_id: alertId,
      priority: 'urgent',
      person_id: team.joan,
      case_id: team.joansCase,
      status: 'open',
    },
  ]);
  expect(await shown()).toMatchObject([{ alerts: [{ id: alertId, owner: 'Cora Coordinator', status: 'open' }] }]);
  const { entries } = await team.ask('people.timeline', { personId: team.joan, kinds: ['telehealth'] });
  expect(entries.map(({ title }) => title)).toEqual([
    'Telehealth alert: Oxygen below 88 % twice this morning',
    'Enrolled in telehealth: Pulse oximeter',
  ]);
});

test('open alerts are listed for their owner and the team until the task is done', async () => {
  const { taskId } = await team.ask('telehealth.alert', alarm(await enrol(), team.ids.behaviourist));
  expect((await team.ask('telehealth.openAlerts', {})).rows).toMatchObject([{ person: { id: team.joan } }]);
  team.signInAs('colleague');
  expect((await team.ask('telehealth.openAlerts', {})).rows).toEqual([]);
  expect((await team.ask('telehealth.openAlerts', { whose: 'team' })).rows).toHaveLength(1);
  team.signInAs('elsewhere');
  expect((await team.ask('telehealth.openAlerts', { whose: 'team' })).rows).toEqual([]);
  const state = {
    status: 'done',
    on: '2026-11-20T11:00:00.000Z',
    by: team.ids.behaviourist,
    outcome: 'Rang, was asleep',
  };
  team.write((journal) => journal.update('tasks', taskId, { state: JSON.stringify(state) }));
  team.signInAs('coordinator');
  expect((await team.ask('telehealth.openAlerts', {})).rows).toEqual([]);
  expect(await shown()).toMatchObject([{ alerts: [{ status: 'done', outcome: 'Rang, was asleep' }] }]);
});

test('one kit once at a time; it ends with its reason, which can be taken back', async () => {
  const id = await enrol();
  const again = await team.refusal('telehealth.enrol', {
    personId: team.joan,
    kit: 'pulse-oximeter',
    startedOn: '2026-11-10',
  });
  expect(again.details).toMatchObject([{ path: 'kit' }]);
  const [first] = await shown();
  const heads = first?.heads ?? {};
  const early = { enrolmentId: id, heads, ended: { on: '2026-10-31', reason: 'person-asked' } };
  expect((await team.refusal('telehealth.end', early)).details).toMatchObject([{ path: 'ended.on' }]);
  await team.ask('telehealth.end', { enrolmentId: id, heads, ended: { on: '2026-11-19', reason: 'person-asked' } });
  expect((await team.refusal('telehealth.alert', alarm(id, team.ids.coordinator))).code).toBe('rule');
  const [ended] = await shown();
  expect(ended?.ended).toEqual({ on: '2026-11-19', reason: 'person-asked' });
  await team.ask('telehealth.end', { enrolmentId: id, heads: ended?.heads ?? {}, ended: null });
  expect((await shown())[0]?.ended).toBeNull();
});

test('voided by its author or a lead; not while an alert is open; a voided alert takes its task along', async () => {
  const id = await enrol();
  const { alertId } = await team.ask('telehealth.alert', alarm(id, team.ids.coordinator));
  expect((await team.refusal('telehealth.void', { enrolmentId: id, reason: 'Wrong person' })).code).toBe('rule');
  team.signInAs('colleague');
  expect((await team.refusal('telehealth.voidAlert', { alertId, reason: 'Test' })).code).toBe('not-allowed');
  team.signInAs('coordinator');
  await team.ask('telehealth.voidAlert', { alertId, reason: 'A test of the kit' });
  expect(tasks()[0]?.voided).not.toBeNull();
  await team.ask('telehealth.void', { enrolmentId: id, reason: 'Wrong person' });
  expect(await shown()).toEqual([]);
});

test('a kit is not set up in the future, and not by another team', async () => {
  const input = { personId: team.joan, kit: 'pendant' as const, startedOn: '2026-11-21' };
  expect((await team.refusal('telehealth.enrol', input)).details).toMatchObject([{ path: 'startedOn' }]);
  team.signInAs('elsewhere');
  expect((await team.refusal('telehealth.enrol', { ...input, startedOn: '2026-11-20' })).code).toBe(
    'outside-relationship',
  );
});
