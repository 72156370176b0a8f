import { afterEach, beforeEach, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const visit = (more: Partial<InputOf<'contacts.log'>> = {}): InputOf<'contacts.log'> => ({
  personId: team.joan,
  caseId: team.joansCase,
  startsAt: '2026-11-20T09:00:00.000Z',
  attendance: '5',
  mechanism: '01',
  minutes: 45,
  subject: '01',
  location: 'A01',
  activities: ['04'],
  purpose: 'review',
  note: 'Doing well.\nWants to walk to the shop again.',
  ...more,
});
const lineOf = (caseId: string) =>
  team.store.query(sqlBuilder.selectFrom('caseload').selectAll().where('case_id', '=', caseId))[0];
const rows = () => team.store.query(sqlBuilder.selectFrom('contacts').selectAll().orderBy('id'));

test('a contact is kept whole, shown with who and where from, and the caseload follows at once', async () => {
  const behaviour = {
    techniques: ['goal-setting' as const],
    readiness: 6,
    importance: 8,
    confidence: 4,
    stage: 'preparation' as const,
    homework: 'Walk to the corner each morning',
    goals: [{ goal: 'Walk to the shop on my own', rating: -1 }],
  };
  const { contactId, plannedId } = await team.ask(
    'contacts.log',
    visit({
      jointWith: [team.ids.colleague, team.ids.coordinator, team.ids.colleague],
      behaviour,
      interventions: [{ code: 'smoking', response: 'declined' }],
      nextDueOn: '2026-11-27',
      consultationType: '02',
    }),
  );
  expect(plannedId).toBeNull();
  const { contact, history, mayAmend } = await team.ask('contacts.open', { contactId });
  expect(contact).toMatchObject({
    person: { id: team.joan, name: { family: 'Example', given: 'Joan' }, birth: { date: '1950-04-03' } },
    worker: { name: 'Cora Coordinator', organisation: 'Example Trust' },
    jointWith: [{ id: team.ids.colleague, name: 'Colin Colleague' }],
    note: 'Doing well.\nWants to walk to the shop again.',
    minutes: 45,
    behaviour,
    interventions: [{ code: 'smoking', response: 'declined' }],
    voided: null,
  });
  expect(mayAmend).toBe(true);
  expect(history).toEqual([{ at: team.now, by: 'Cora Coordinator', what: 'logged', fields: [] }]);
  expect(lineOf(team.joansCase)).toMatchObject({
    last_contact_at: '2026-11-20T09:00:00.000Z',
    next_due_on: '2026-11-27',
    missed_in_row: 0,
  });
  expect(team.events).toContainEqual({ kind: 'changed', topics: expect.arrayContaining(['contacts', 'cases']) });
});

test('the same command twice is one contact', async () => {
  const first = await team.ask('contacts.log', visit(), 'command-1');
  const again = await team.ask('contacts.log', visit(), 'command-1');
  expect(again).toEqual(first);
  expect(rows()).toHaveLength(1);
});

test('did not attend: no minutes, no work; counted as missed, and the tally ends with the next success', async () => {
  const missed = { attendance: '3' as const, minutes: null, subject: null, activities: [], location: null, note: '' };
  await team.ask('contacts.log', visit({ ...missed, startsAt: '2026-11-18T09:00:00.000Z' }));
  await team.ask('contacts.log', visit(missed));
  expect(lineOf(team.joansCase)?.missed_in_row).toBe(2);
  expect((await team.ask('contacts.prepare', { personId: team.joan })).missedInRow).toBe(2);
  await team.ask('contacts.log', visit({ startsAt: '2026-11-20T09:55:00.000Z' }));
  expect(lineOf(team.joansCase)?.missed_in_row).toBe(0);
  const refused = await team.refusal('contacts.log', visit({ attendance: '3' }));
  expect(refused.code).toBe('bad-input');
  expect((refused.details as { path: string }[]).map(({ path }) => path)).toEqual(['minutes', 'activities']);
});

test.each([
  [{ minutes: null, subject: null, location: null }, ['minutes', 'subject', 'location']],
  [{ attendance: '2' as const, minutes: null, activities: [] }, ['cancellation.reason']],
  [{ startsAt: '2026-11-20T11:00:00.000Z' }, ['startsAt']],
  [{ nextDueOn: '2026-11-19' }, ['nextDueOn']],
  [{ jointWith: ['nobody'] }, ['jointWith']],
  [{ minutes: 0 }, ['minutes']],
])('what cannot be is refused at its field, and nothing is kept: %j', async (more, paths) => {
  const refused = await team.refusal('contacts.log', visit(more));
  expect(refused.code).toBe('bad-input');
  expect((refused.details as { path: string }[]).map(({ path }) => path)).toEqual(paths);
  expect(rows()).toEqual([]);
});

test('a case of somebody else, a closed case, a merged record are refused', async () => {
  expect((await team.refusal('contacts.log', visit({ caseId: team.amirsCase }))).details).toEqual([
    { path: 'caseId', message: 'Choose a case of this person' },
  ]);
  team.write((journal) =>
    journal.update('cases', team.joansCase, { state: '{"status":"closed","on":"2026-11-19","reason":"01"}' }),
  );
  expect((await team.refusal('contacts.log', visit())).details).toMatchObject([{ path: 'caseId' }]);
  await team.ask('contacts.log', visit({ startsAt: '2026-11-19T09:00:00.000Z' }));
  await team.ask('contacts.log', visit({ caseId: null }));
  team.write((journal) => journal.update('people', team.joan, { merged_into: team.amir }));
  expect((await team.refusal('contacts.log', visit({ caseId: null }))).code).toBe('rule');
});

test('the next appointment is planned in the same entry, or neither is kept', async () => {
  const plan = { startsAt: '2026-11-27T10:30:00.000Z', mechanism: '02' as const, minutes: 15 };
  const { contactId, plannedId } = await team.ask('contacts.log', visit({ plan }));
  expect(rows().map(({ id, attendance }) => [id, attendance])).toEqual([
    [contactId, '5'],
    [plannedId, null],
  ]);
  expect(lineOf(team.joansCase)?.next_planned_at).toBe(plan.startsAt);
  const refused = await team.refusal(
    'contacts.log',
    visit({ plan: { ...plan, startsAt: '2026-11-20T09:30:00.000Z' } }),
  );
  expect(refused.details).toEqual([{ path: 'plan.startsAt', message: 'Choose a time that is still to come' }]);
  expect(rows()).toHaveLength(2);
});

test('the panel begins with what this worker chose last, for each way of contact; a colleague has their own', async () => {
  const before = await team.ask('contacts.prepare', { personId: team.joan });
  expect(before).toMatchObject({
    person: { id: team.joan },
    caseId: team.joansCase,
    cases: [{ id: team.joansCase, coordinator: 'Cora Coordinator', status: 'open' }],
    first: true,
    due: { on: '2027-02-18', sentence: 'Low need: within 90 days.' },
    behaviourOpen: false,
    draft: null,
  });
  expect(before.choices).toMatchObject({ mechanism: '01', by: { '01': { minutes: 45, location: 'A01' } } });
  expect(before.colleagues.map(({ name }) => name)).not.toContain('Cora Coordinator');
  expect(before.colleagues.map(({ name }) => name)).toContain('Colin Colleague');
  expect(before.colleagues.map(({ name }) => name)).not.toContain('Else Where');
  await team.ask('contacts.log', visit({ minutes: 60, location: 'G01', purpose: 'welfare-check' }));
  await team.ask('contacts.log', visit({ mechanism: '02', minutes: 10, location: null, purpose: null }));
  const after = await team.ask('contacts.prepare', { caseId: team.joansCase });
  expect(after.first).toBe(false);
  expect(after.choices.mechanism).toBe('02');
  expect(after.choices.by).toMatchObject({
    '01': { minutes: 60, location: 'G01', purpose: 'welfare-check' },
    '02': { minutes: 10, location: null, purpose: null },
  });
  team.signInAs('behaviourist');
  const other = await team.ask('contacts.prepare', { personId: team.joan });
  expect(other.behaviourOpen).toBe(true);
  expect(other.choices).toMatchObject({ mechanism: '01', by: { '01': { minutes: 30, location: 'C01' } } });
});

test('a log costs a known number of statements, whatever the history', async () => {
  const { counters } = team.store;
  const cost = async () => {
    const before = counters.statements;
    await team.ask('contacts.log', visit());
    return counters.statements - before;
  };
  await cost();
  const first = await cost();
  for (let i = 0; i < 50; i += 1) await team.ask('contacts.log', visit({ startsAt: '2026-11-10T09:00:00.000Z' }));
  expect(await cost()).toBe(first);
  expect(first).toBeLessThanOrEqual(27);
});
