import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameColumn } from '../../electron/engine/store/person-name.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { DischargeRow } from '../../shared/contract/discharge-view.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/discharges/${name}`, import.meta.url)));

let team: CareTeam;
let doras: string[];
let renee: string;

beforeEach(async () => {
  team = await careTeam();
  team.write((journal) => {
    journal.update('people', team.joan, { nhs_number: '9990000018' });
    const person = (family: string, given: string, date: string) =>
      journal.insert(
        'people',
        {
          name: nameColumn({ family, given }),
          neighbourhood_id: 'n01',
          neighbourhood_by_hand: 0,
          birth: JSON.stringify({ date }),
        },
        'n01',
      );
    renee = person('Brontë', 'Renée', '1944-02-01');
    doras = [person('Double', 'Dora', '1939-12-12'), person('Double', 'Dora', '1939-12-12')];
    const carol = person('Carol', 'Carla', '1961-06-06');
    journal.update('people', carol, { nhs_number: '9990000026' });
  });
});
afterEach(() => team.dispose());

const load = async (name = 'ward-report.csv') =>
  (await team.ask('discharges.receive', { name, bytes: fixture(name) })).listId;
const open = (listId: string) => team.ask('discharges.open', { listId });
const commit = async (listId: string) => team.ask('discharges.commit', { listId, effect: (await open(listId)).effect });
const at = (rows: readonly DischargeRow[], line: number): DischargeRow => {
  const row = rows.find((each) => each.line === line);
  if (!row) throw new Error(`no line ${line}`);
  return row;
};
const admit = (more: Partial<InputOf<'stays.admit'>> = {}) =>
  team.ask('stays.admit', { personId: team.joan, kind: 'hospital', admittedOn: '2026-11-10', ward: '7B', ...more });
const staysOf = async (personId: string) => (await team.ask('stays.ofPerson', { personId })).stays;
const tasks = () => team.store.query(sqlBuilder.selectFrom('tasks').selectAll().orderBy('id'));
const counted = (table: 'stays' | 'tasks' | 'changes') =>
  team.store.query(sqlBuilder.selectFrom(table).select((q) => q.fn.countAll<number>().as('n')))[0]?.n;

test('a ward’s report in Windows-1252 with titles above it: whom each row is about, and what it would do', async () => {
  await admit();
  const before = counted('changes');
  const view = await open(await load());
  expect(view.columns.map(({ field }) => field)).toEqual([
    'nhsNumber',
    'fullName',
    'birthDate',
    'admittedOn',
    'dischargedOn',
    'ward',
    'provider',
    'destination',
    'reason',
    'mentalHealth',
  ]);
  expect(view.list.map(({ line, outcome }) => [line, outcome])).toEqual([
    [5, 'discharge'],
    [6, 'new'],
    [7, 'new'],
    [8, 'choose'],
    [9, 'choose'],
    [10, 'outside'],
    [11, 'nobody'],
    [12, 'error'],
    [13, 'same'],
  ]);
  expect(view.effect).toEqual({ discharge: 1, new: 2, same: 1, left: 5 });
  expect(at(view.list, 5)).toMatchObject({
    person: { id: team.joan },
    said: { admittedOn: '2026-11-10', dischargedOn: '2026-11-18', destination: '19' },
    stay: { admittedOn: '2026-11-10', ward: '7B' },
    followUp: { dueOn: '2026-11-25', owner: 'Cora Coordinator' },
  });
  expect(at(view.list, 6)).toMatchObject({ person: { id: team.amir }, followUp: { dueOn: '2026-11-20' } });
  expect(at(view.list, 7)).toMatchObject({
    person: { id: renee },
    said: { name: { family: 'BRONTË', given: 'Renée' }, destination: '85', provider: 'Aintree University Hospital' },
  });
  expect(
    at(view.list, 8)
      .candidates.map(({ person }) => person.id)
      .sort(),
  ).toEqual([...doras].sort());
  expect(at(view.list, 9).candidates).toMatchObject([
    {
      person: { name: { family: 'Carol' } },
      reasons: ['Same NHS number.', 'The name is another.', 'The list says born 3 Apr 1950.'],
    },
  ]);
  expect(at(view.list, 12).notes).toMatchObject([{ severity: 'error', message: expect.stringContaining('Left on') }]);
  expect(at(view.list, 13).notes).toEqual([{ severity: 'warning', message: 'Line 5 of the list says the same.' }]);
  expect(counted('changes')).toBe(before);
});

test('nothing of somebody of another team is told: neither who they are nor what is on record', async () => {
  team.signInAs('elsewhere');
  await admit({ personId: team.zoe, admittedOn: '2026-11-09' });
  team.signInAs('coordinator');
  const listId = await load();
  const row = at((await open(listId)).list, 10);
  expect(row).toMatchObject({
    outcome: 'outside',
    person: null,
    stay: null,
    followUp: null,
    candidates: [],
    notes: [],
  });
  expect(JSON.stringify(row)).not.toContain(team.zoe);
  const decision = { kind: 'link' as const, personId: team.zoe };
  expect((await team.refusal('discharges.decide', { listId, line: 10, decision })).code).toBe('rule');
  await commit(listId);
  team.signInAs('elsewhere');
  expect(await staysOf(team.zoe)).toMatchObject([{ dischargedOn: null }]);
});

test('confirmed, the stays are as if entered by hand: discharged, with a follow-up that is an owned task', async () => {
  const { stayId } = await admit();
  const listId = await load();
  expect(await commit(listId)).toEqual({ effect: { discharge: 1, new: 2, same: 1, left: 5 } });
  expect(await staysOf(team.joan)).toMatchObject([
    { id: stayId, dischargedOn: '2026-11-18', destination: '19', followUp: { dueOn: '2026-11-25', doneOn: null } },
  ]);
  expect(await staysOf(team.amir)).toMatchObject([
    {
      kind: 'hospital',
      provider: 'Broadoak Unit',
      ward: 'Elm',
      reason: 'Relapse',
      mentalHealth: true,
      admittedOn: '2026-11-02',
      dischargedOn: '2026-11-17',
      recordedBy: 'Cora Coordinator',
      followUp: { dueOn: '2026-11-20', owner: 'Cora Coordinator' },
    },
  ]);
  expect(tasks().map(({ person_id, due_on, priority, owner_id }) => [person_id, due_on, priority, owner_id])).toEqual([
    [team.joan, '2026-11-25', 'soon', team.ids.coordinator],
    [team.amir, '2026-11-20', 'urgent', team.ids.coordinator],
    [renee, '2026-11-23', 'soon', team.ids.coordinator],
  ]);
  const view = await open(listId);
  expect(view.state).toBe('committed');
  expect(at(view.list, 6)).toMatchObject({
    outcome: 'new',
    person: { id: team.amir },
    followUp: { dueOn: '2026-11-20', owner: 'Cora Coordinator' },
  });
  expect((await team.refusal('discharges.commit', { listId, effect: view.effect })).code).toBe('rule');
});

test('the same list again changes nothing', async () => {
  await admit();
  await commit(await load());
  const before = counted('changes');
  const again = await load();
  expect((await open(again)).effect).toEqual({ discharge: 0, new: 0, same: 4, left: 5 });
  await commit(again);
  expect(counted('changes')).toBe(before);
});

test('two people fit: one is chosen or the row is left out, and a decision can be taken back', async () => {
  const listId = await load();
  const [dora] = doras;
  const decision = { kind: 'link' as const, personId: dora ?? '' };
  await team.ask('discharges.decide', { listId, line: 8, decision });
  expect(at((await open(listId)).list, 8)).toMatchObject({ outcome: 'new', decision: 'link', person: { id: dora } });
  await team.ask('discharges.decide', { listId, line: 8, decision: { kind: 'none' } });
  expect(at((await open(listId)).list, 8)).toMatchObject({ outcome: 'choose', decision: null });
  await team.ask('discharges.decide', { listId, line: 6, decision: { kind: 'skip' } });
  expect(at((await open(listId)).list, 6).outcome).toBe('skip');
  await commit(listId);
  expect(await staysOf(team.amir)).toEqual([]);
});

test('what was shown is what is confirmed: a stay recorded meanwhile by hand stops it', async () => {
  await admit();
  const listId = await load();
  const { effect } = await open(listId);
  await admit({ personId: team.amir, admittedOn: '2026-10-20' });
  const before = counted('changes');
  expect((await team.refusal('discharges.commit', { listId, effect })).code).toBe('conflict');
  expect(counted('changes')).toBe(before);
  const row = at((await open(listId)).list, 6);
  expect(row).toMatchObject({ outcome: 'error' });
  expect(row.notes[0]?.message).toMatch(/Hospital stay from 20 Oct 2026 is still open/);
});

test('undone, stays and tasks of the list are voided and the stay that it ended is open again', async () => {
  const { stayId } = await admit();
  const listId = await load();
  await commit(listId);
  expect(await team.ask('discharges.undo', { listId, reason: 'Last month’s list' })).toEqual({ stays: 3 });
  const [stay] = await staysOf(team.joan);
  expect(stay).toMatchObject({ id: stayId, dischargedOn: null, destination: null, followUp: null, voided: null });
  expect(await staysOf(team.amir)).toMatchObject([{ voided: { by: 'Cora Coordinator', reason: 'Last month’s list' } }]);
  expect(tasks().every(({ voided }) => voided !== null)).toBe(true);
  expect((await open(listId)).undone).toMatchObject({ reason: 'Last month’s list' });
  const again = await load();
  expect((await open(again)).effect).toMatchObject({ discharge: 1, new: 2 });
});

test.each([
  [
    'an item of its checklist is ticked',
    (stayId: string) => team.ask('stays.tick', { stayId, item: 'medicines', how: 'done' }),
  ],
  ['the stay is voided', (stayId: string) => team.ask('stays.void', { stayId, reason: 'Somebody else' })],
] as const)('it is not undone once %s', async (_, touch) => {
  const listId = await load();
  await commit(listId);
  const [stay] = await staysOf(team.amir);
  await touch(stay?.id ?? '');
  const refused = await team.refusal('discharges.undo', { listId, reason: 'Wrong list' });
  expect(refused).toMatchObject({ code: 'rule', details: { people: [{ id: team.amir }] } });
  expect((await open(listId)).state).toBe('committed');
});

test('a trust’s extract: byte order mark, semicolons, codes of the NHS Data Dictionary', async () => {
  team.write((journal) => journal.update('people', team.amir, { nhs_number: '9990000034' }));
  await admit({ admittedOn: '2026-11-11' });
  const listId = await load('trust-extract.csv');
  const view = await open(listId);
  expect(view.columns.at(-1)).toMatchObject({ header: 'LOCAL SPELL ID', field: null });
  expect(at(view.list, 2)).toMatchObject({
    outcome: 'discharge',
    notes: [{ message: 'The list says admitted 10 Nov 2026; the record keeps its own date.' }],
  });
  expect(at(view.list, 3)).toMatchObject({ outcome: 'new', said: { destination: '79' }, followUp: null });
  await commit(listId);
  expect(await staysOf(team.amir)).toMatchObject([{ emergency: false, destination: '79', followUp: null }]);
});

test('columns are chosen by hand and remembered for the next list with the same headings', async () => {
  const text = 'Who,Born on,In,Out,Where to\nSample Amir,03/04/1950,02/11/2026,17/11/2026,Home\n';
  const bytes = new TextEncoder().encode(text.replace('Sample Amir', '"Sample, Amir"'));
  const { listId } = await team.ask('discharges.receive', { name: 'odd.csv', bytes });
  expect((await open(listId)).list).toMatchObject([{ outcome: 'error' }]);
  const mapping = ['fullName', 'birthDate', 'admittedOn', 'dischargedOn', 'destination'];
  await team.ask('discharges.map', { listId, mapping });
  expect((await open(listId)).list).toMatchObject([{ outcome: 'new', person: { id: team.amir } }]);
  const twice = await team.refusal('discharges.map', { listId, mapping: mapping.map(() => 'admittedOn') });
  expect(twice).toMatchObject({ code: 'bad-input', details: [{ path: 'mapping' }] });
  const next = await team.ask('discharges.receive', { name: 'odd.csv', bytes });
  expect((await open(next.listId)).columns.map(({ field }) => field)).toEqual(mapping);
});

test('a list is its worker’s own; roles without stays have none', async () => {
  const listId = await load();
  team.signInAs('colleague');
  expect((await team.ask('discharges.lists', {})).lists).toEqual([]);
  expect((await team.refusal('discharges.open', { listId })).code).toBe('not-found');
  expect((await team.refusal('discharges.discard', { listId })).code).toBe('not-found');
  team.signInAs('reviewer');
  expect((await team.refusal('discharges.receive', { name: 'x.csv', bytes: fixture('ward-report.csv') })).code).toBe(
    'not-allowed',
  );
  team.signInAs('coordinator');
  await team.ask('discharges.discard', { listId });
  expect((await team.ask('discharges.lists', {})).lists).toEqual([]);
});

test.each([
  ['an empty file', ''],
  ['headings alone', 'NHS number,Discharged\n'],
  ['no headings', '9990000018,18/11/2026\n9990000026,18/11/2026\n'],
])('%s is refused with what to do', async (_, text) => {
  const bytes = new TextEncoder().encode(text);
  const refused = await team.refusal('discharges.receive', { name: 'x.csv', bytes });
  expect(refused.code).toBe('unreadable-file');
  expect(refused.message).toMatch(/xport/);
});
