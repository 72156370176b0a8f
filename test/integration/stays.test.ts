import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameColumn } from '../../electron/engine/store/person-name.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const admission = (more: Partial<InputOf<'stays.admit'>> = {}): InputOf<'stays.admit'> => ({
  personId: team.joan,
  kind: 'hospital',
  provider: 'Royal Liverpool University Hospital',
  ward: '7B',
  reason: 'Fall at home',
  emergency: true,
  admittedOn: '2026-11-10',
  ...more,
});
const staysOf = async (personId = team.joan) => (await team.ask('stays.ofPerson', { personId })).stays;
const stayOf = async (stayId: string) => {
  const found = (await staysOf()).find(({ id }) => id === stayId);
  if (!found) throw new Error('no such stay');
  return found;
};
const seen = async (stayId: string) => ({ stayId, heads: (await stayOf(stayId)).heads });
const tasks = () => team.store.query(sqlBuilder.selectFrom('tasks').selectAll().orderBy('id'));
const statusOf = (caseId: string) =>
  team.store.query(sqlBuilder.selectFrom('cases').select('status').where('id', '=', caseId))[0]?.status;
const admitted = async (more: Partial<InputOf<'stays.admit'>> = {}) =>
  (await team.ask('stays.admit', admission(more))).stayId;
const home = { dischargedOn: '2026-11-18', destination: '19' as const };

test('an admission stands on the page of its person with the days so far, and in the timeline', async () => {
  const stayId = await admitted({ expectedOn: '2026-11-22' });
  expect(await stayOf(stayId)).toMatchObject({
    kind: 'hospital',
    provider: 'Royal Liverpool University Hospital',
    ward: '7B',
    reason: 'Fall at home',
    emergency: true,
    mentalHealth: false,
    admittedOn: '2026-11-10',
    expectedOn: '2026-11-22',
    days: 10,
    daysLost: 0,
    followUp: null,
    day91: null,
    recordedBy: 'Cora Coordinator',
    voided: null,
  });
  expect((await team.ask('stays.ofPerson', { personId: team.joan })).providers).toEqual([
    'Royal Liverpool University Hospital',
  ]);
  const { entries } = await team.ask('people.timeline', { personId: team.joan, kinds: ['stay'] });
  expect(entries).toMatchObject([
    { at: '2026-11-10', title: 'Admitted: Hospital, Royal Liverpool University Hospital' },
  ]);
});

test('a delay counts the days lost from the day on which the person could have left', async () => {
  const stayId = await admitted();
  const patch = { readyOn: '2026-11-15', delay: { reason: 'E' as const, note: 'No package before Monday' } };
  await team.ask('stays.amend', { ...(await seen(stayId)), patch });
  expect(await stayOf(stayId)).toMatchObject({ daysLost: 5, delay: { reason: 'E', note: 'No package before Monday' } });
  await team.ask('stays.discharge', { ...(await seen(stayId)), ...home });
  team.now = '2026-11-25T10:00:00.000Z';
  expect(await stayOf(stayId)).toMatchObject({ daysLost: 3, days: 8 });
});

test('a discharge makes a follow-up that is always somebody’s task, due by the kind of stay', async () => {
  const stayId = await admitted({ mentalHealth: true });
  const { followUp } = await team.ask('stays.discharge', { ...(await seen(stayId)), ...home });
  expect(followUp).toMatchObject({ dueOn: '2026-11-21', owner: 'Cora Coordinator' });
  expect(tasks()).toMatchObject([
    {
      person_id: team.joan,
      case_id: team.joansCase,
      owner_id: team.ids.coordinator,
      due_on: '2026-11-21',
      priority: 'urgent',
      origin_kind: 'stay',
      origin_id: stayId,
      status: 'open',
    },
  ]);
  expect((await stayOf(stayId)).followUp).toEqual({
    dueOn: '2026-11-21',
    doneOn: null,
    contactId: null,
    owner: 'Cora Coordinator',
  });
});

test('the follow-up goes to the worker who was named; without coordinator to the one at the keyboard', async () => {
  const stayId = await admitted();
  await team.ask('stays.discharge', { ...(await seen(stayId)), ...home, followUpBy: team.ids.colleague });
  expect(tasks()).toMatchObject([{ owner_id: team.ids.colleague, due_on: '2026-11-25', priority: 'soon' }]);
  const bill = team.write((journal) =>
    journal.insert(
      'people',
      { name: nameColumn({ family: 'Nocase', given: 'Bill' }), neighbourhood_id: 'n01', neighbourhood_by_hand: 0 },
      'n01',
    ),
  );
  team.signInAs('colleague');
  const other = await admitted({ personId: bill });
  const [stay] = await staysOf(bill);
  await team.ask('stays.discharge', { stayId: other, heads: stay?.heads ?? {}, ...home });
  expect(tasks().at(-1)).toMatchObject({ person_id: bill, owner_id: team.ids.colleague, neighbourhood_id: 'n01' });
});

test.each(['79', '51'] as const)('somebody who left to %s asks for no follow-up', async (destination) => {
  const stayId = await admitted();
  const { followUp } = await team.ask('stays.discharge', { ...(await seen(stayId)), ...home, destination });
  expect(followUp).toBeNull();
  expect(tasks()).toEqual([]);
});

test('the follow-up is done with its day, finds the contact of that day, ends the task, and can be taken back', async () => {
  const stayId = await admitted();
  await team.ask('stays.discharge', { ...(await seen(stayId)), ...home });
  const early = await team.refusal('stays.followUp', { ...(await seen(stayId)), on: '2026-11-17' });
  expect(early).toMatchObject({ code: 'bad-input', details: [{ path: 'on' }] });
  const { contactId } = await team.ask('contacts.log', {
    personId: team.joan,
    startsAt: '2026-11-20T09:00:00.000Z',
    attendance: '5',
    mechanism: '02',
    minutes: 15,
    subject: '01',
  });
  await team.ask('stays.followUp', { ...(await seen(stayId)), on: '2026-11-20' });
  expect((await stayOf(stayId)).followUp).toMatchObject({ doneOn: '2026-11-20', contactId });
  expect(tasks()).toMatchObject([{ status: 'done' }]);
  await team.ask('stays.followUp', { ...(await seen(stayId)), on: null });
  expect((await stayOf(stayId)).followUp).toMatchObject({ doneOn: null, contactId: null });
  expect(tasks()).toMatchObject([{ status: 'open' }]);
});

test('whoever finishes the task has followed up', async () => {
  const stayId = await admitted();
  await team.ask('stays.discharge', { ...(await seen(stayId)), ...home });
  const [task] = tasks();
  const state = { status: 'done', on: '2026-11-20T09:30:00.000Z', by: team.ids.colleague, outcome: 'Seen at home' };
  team.write((journal) => journal.update('tasks', task?.id ?? '', { state: JSON.stringify(state) }));
  expect((await stayOf(stayId)).followUp).toMatchObject({ doneOn: '2026-11-20' });
  const { rows } = await team.ask('stays.list', { view: 'follow-up' });
  expect(rows).toEqual([]);
});

test('a corrected discharge moves the follow-up and its task; one that asks for none takes them away', async () => {
  const stayId = await admitted();
  await team.ask('stays.discharge', { ...(await seen(stayId)), ...home });
  await team.ask('stays.amend', { ...(await seen(stayId)), patch: { dischargedOn: '2026-11-16' } });
  expect((await stayOf(stayId)).followUp?.dueOn).toBe('2026-11-23');
  await team.ask('stays.amend', { ...(await seen(stayId)), patch: { mentalHealth: true } });
  expect(tasks()).toMatchObject([{ due_on: '2026-11-19' }]);
  await team.ask('stays.amend', { ...(await seen(stayId)), patch: { destination: '79' } });
  expect((await stayOf(stayId)).followUp).toBeNull();
  expect(tasks()[0]?.voided).not.toBeNull();
  await team.ask('stays.amend', { ...(await seen(stayId)), patch: { destination: '19' } });
  expect(tasks()).toHaveLength(2);
  expect((await stayOf(stayId)).followUp?.dueOn).toBe('2026-11-19');
});

test('an admission can put the case on hold, and the discharge takes it up again', async () => {
  const hold = { caseId: team.joansCase, reviewOn: '2026-11-27' };
  const stayId = await admitted({ hold });
  expect(statusOf(team.joansCase)).toBe('on-hold');
  await team.ask('stays.discharge', { ...(await seen(stayId)), ...home, resume: team.joansCase });
  expect(statusOf(team.joansCase)).toBe('open');
  const foreign = await team.refusal(
    'stays.admit',
    admission({ kind: 'reablement', hold: { ...hold, caseId: team.amirsCase } }),
  );
  expect(foreign.code).toBe('rule');
  expect(await staysOf()).toHaveLength(1);
});

test('an admission just recorded is taken back with the hold it made; later it is not', async () => {
  const stayId = await admitted({ hold: { caseId: team.joansCase, reviewOn: '2026-11-27' } });
  await team.ask('stays.undo', { stayId });
  expect(statusOf(team.joansCase)).toBe('open');
  expect((await stayOf(stayId)).voided).toMatchObject({ by: 'Cora Coordinator' });
  const second = await admitted();
  team.now = '2026-11-20T10:11:00.000Z';
  expect((await team.refusal('stays.undo', { stayId: second })).code).toBe('rule');
  team.signInAs('colleague');
  expect((await team.refusal('stays.undo', { stayId: second })).code).toBe('not-allowed');
});

test('a discharge just recorded is taken back: the person is away again, the task gone, the case on hold', async () => {
  const stayId = await admitted({ hold: { caseId: team.joansCase, reviewOn: '2026-11-27' } });
  await team.ask('stays.discharge', { ...(await seen(stayId)), ...home, resume: team.joansCase });
  await team.ask('stays.undo', { stayId });
  expect(await stayOf(stayId)).toMatchObject({ dischargedOn: null, destination: null, followUp: null, voided: null });
  expect(tasks()[0]?.voided).not.toBeNull();
  expect(statusOf(team.joansCase)).toBe('on-hold');
});

test('a stay is voided with its reason by its author or a lead; the open follow-up goes along', async () => {
  const stayId = await admitted();
  await team.ask('stays.discharge', { ...(await seen(stayId)), ...home });
  team.signInAs('colleague');
  expect((await team.refusal('stays.void', { stayId, reason: 'Wrong person' })).code).toBe('not-allowed');
  team.signInAs('lead');
  await team.ask('stays.void', { stayId, reason: 'Wrong person' });
  expect((await stayOf(stayId)).voided).toMatchObject({ by: 'Lee Leader', reason: 'Wrong person' });
  expect(tasks()[0]?.voided).not.toBeNull();
  expect((await team.refusal('stays.tick', { stayId, item: 'medicines', how: 'done' })).code).toBe('rule');
});

test('anybody of the team ticks the checklist; a tick can be taken back', async () => {
  const stayId = await admitted();
  await team.ask('stays.tick', { stayId, item: 'medicines', how: 'done' });
  team.signInAs('colleague');
  await team.ask('stays.tick', { stayId, item: 'housing', how: 'not-needed' });
  expect((await stayOf(stayId)).checklist).toEqual([
    { item: 'housing', how: 'not-needed', on: '2026-11-20', by: 'Colin Colleague' },
    { item: 'medicines', how: 'done', on: '2026-11-20', by: 'Cora Coordinator' },
  ]);
  await team.ask('stays.tick', { stayId, item: 'medicines', how: null });
  await team.ask('stays.tick', { stayId, item: 'transport', how: null });
  expect((await stayOf(stayId)).checklist).toHaveLength(1);
});

test('reablement is asked about on day 91, not before, and other stays never', async () => {
  team.now = '2026-11-20T10:00:00.000Z';
  const stayId = await admitted({ kind: 'reablement', admittedOn: '2026-08-22', emergency: false });
  expect((await stayOf(stayId)).day91).toEqual({ dueOn: '2026-11-21', outcome: null });
  expect((await team.refusal('stays.day91', { ...(await seen(stayId)), outcome: 'at-home' })).code).toBe('rule');
  expect((await team.ask('stays.list', { view: 'day-91' })).rows).toEqual([]);
  team.now = '2026-11-21T10:00:00.000Z';
  expect((await team.ask('stays.list', { view: 'day-91' })).rows).toHaveLength(1);
  await team.ask('stays.day91', { ...(await seen(stayId)), outcome: 'at-home' });
  expect((await stayOf(stayId)).day91).toEqual({ dueOn: '2026-11-21', outcome: 'at-home' });
  expect((await team.ask('stays.list', { view: 'day-91' })).rows).toEqual([]);
  const ward = await admitted({ admittedOn: '2026-08-01' });
  expect((await team.refusal('stays.day91', { ...(await seen(ward)), outcome: 'at-home' })).code).toBe('rule');
});

test.each([
  [{ admittedOn: '2026-11-21' }, 'admittedOn'],
  [{ admittedOn: '1950-04-02' }, 'admittedOn'],
  [{ expectedOn: '2026-11-09' }, 'expectedOn'],
])('impossible dates are refused at their field, and nothing is kept: %j', async (more, path) => {
  const refused = await team.refusal('stays.admit', admission(more));
  expect(refused).toMatchObject({ code: 'bad-input', details: [{ path }] });
  expect(await staysOf()).toEqual([]);
});

test('nobody is in two hospitals at once, but in reablement after one, and in hospital again after that', async () => {
  const first = await admitted();
  const refused = await team.refusal('stays.admit', admission({ admittedOn: '2026-11-15' }));
  expect(refused.details).toMatchObject([
    { path: 'admittedOn', message: expect.stringContaining('Hospital stay from 10 Nov 2026 is still open') },
  ]);
  await team.ask('stays.discharge', { ...(await seen(first)), ...home });
  await admitted({ kind: 'reablement', admittedOn: '2026-11-18' });
  await admitted({ admittedOn: '2026-11-18' });
  const early = { dischargedOn: '2026-11-09', destination: '19' as const };
  expect((await team.refusal('stays.amend', { ...(await seen(first)), patch: early })).details).toMatchObject([
    { path: 'patch.dischargedOn' },
  ]);
});

test('two workers who correct the same stay unseen: both values are kept for a person to settle', async () => {
  const stayId = await admitted();
  const shown = await seen(stayId);
  await team.ask('stays.amend', { ...shown, patch: { ward: '8A' } });
  await team.ask('stays.amend', { ...shown, patch: { ward: '9C' } });
  const contested = team.store.query(
    sqlBuilder.selectFrom('heads').select('field').where('row', '=', stayId).where('contested', '=', 1),
  );
  expect(new Set(contested.map(({ field }) => field))).toEqual(new Set(['ward']));
});

test('who is away: mine and the team’s, delays with the days lost, counts of every view', async () => {
  await admitted();
  const amirs = await admitted({ personId: team.amir, kind: 'virtual-ward', admittedOn: '2026-11-01' });
  const [amir] = await staysOf(team.amir);
  await team.ask('stays.amend', {
    stayId: amirs,
    heads: amir?.heads ?? {},
    patch: { readyOn: '2026-11-17', delay: { reason: 'F', note: '' } },
  });
  const all = await team.ask('stays.list', {});
  expect(all.rows.map(({ person, days }) => [person.name.given, days])).toEqual([
    ['Amir', 19],
    ['Joan', 10],
  ]);
  expect(all.counts).toEqual({ away: 2, delayed: 1, 'follow-up': 0, 'day-91': 0 });
  expect(all.daysLost).toBe(3);
  expect((await team.ask('stays.list', { view: 'delayed' })).rows).toMatchObject([{ daysLost: 3 }]);
  expect((await team.ask('stays.list', { kind: 'hospital' })).total).toBe(1);
  team.signInAs('colleague');
  expect((await team.ask('stays.list', {})).total).toBe(0);
  expect((await team.ask('stays.list', { whose: 'team' })).total).toBe(2);
  team.signInAs('elsewhere');
  expect((await team.ask('stays.list', { whose: 'team' })).total).toBe(0);
  expect((await team.ask('stays.list', { whose: 'team', neighbourhoodId: 'n01' })).total).toBe(0);
});

test('the list is exported as it stands', async () => {
  await admitted({ expectedOn: '2026-11-22' });
  const { file, rows } = await team.ask('stays.exportList', {});
  expect(rows).toBe(1);
  const text = new TextDecoder().decode(file.bytes);
  expect(text).toContain('Example,Joan');
  expect(text).toContain('Hospital,Royal Liverpool University Hospital,7B,Yes,No,2026-11-10,10,2026-11-22');
});

test('outside the team a stay is neither seen nor recorded', async () => {
  const stayId = await admitted();
  team.signInAs('elsewhere');
  expect((await team.refusal('stays.ofPerson', { personId: team.joan })).code).toBe('outside-relationship');
  expect((await team.refusal('stays.admit', admission())).code).toBe('outside-relationship');
  expect((await team.refusal('stays.void', { stayId, reason: 'No' })).code).toBe('outside-relationship');
});
