import { afterEach, expect, test } from 'vitest';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { openPlan, writtenDraft } from './plan-team.ts';
import { type Device, device } from './store-fixture.ts';

const devices: Device[] = [];
const teams: CareTeam[] = [];
afterEach(() => {
  for (const made of [...devices.splice(0), ...teams.splice(0)]) made.dispose();
});

const state = (status: string) => JSON.stringify({ status, on: '2026-11-20', by: 'worker' });
const heads = sqlStatement<{ id: string }, { field: string; contested: number; patch: string }>(
  'SELECT h.field, h.contested, c.patch FROM heads AS h JOIN changes AS c ON c.id = h.change WHERE h.row = ? ORDER BY h.change',
  'id',
);
const valuesOf = ({ store }: Device, id: string, field: string) =>
  store
    .all(heads, { id })
    .filter((head) => head.field === field)
    .map(({ contested, patch }) => [contested, (JSON.parse(patch) as Record<string, string>)[field]]);

/** Two devices that both hold a draft with a goal. */
async function twoDevices() {
  const [one, two] = [await device('A'), await device('B')];
  devices.push(one, two);
  const ids = one.write((journal) => ({
    plan: journal.insert(
      'care_plans',
      {
        person_id: 'p',
        version: 1,
        state: state('draft'),
        started_on: '2026-11-20',
        started_by: 'w',
        strengths: 'Old',
      },
      'n01',
    ),
    goal: journal.insert(
      'goals',
      { person_id: 'p', domain: 'home', words: 'Old', state: state('active'), started_on: '2026-11-20' },
      'n01',
    ),
  }));
  two.receive(one.changes());
  return { one, two, ...ids };
}

function exchange(one: Device, two: Device) {
  one.receive(two.changes());
  two.receive(one.changes());
}

test('J4 J5 the same section of a plan, and the same goal, written on two devices: both values stand, one conflict each', async () => {
  const { one, two, plan, goal } = await twoDevices();
  one.write((journal) => journal.update('care_plans', plan, { strengths: 'Mine' }));
  two.write((journal) => journal.update('care_plans', plan, { strengths: 'Theirs' }));
  one.write((journal) => journal.update('goals', goal, { words: 'Walk' }));
  two.write((journal) => journal.update('goals', goal, { words: 'Run' }));
  exchange(one, two);
  for (const each of [one, two]) {
    expect(valuesOf(each, plan, 'strengths').sort()).toEqual([
      [1, 'Mine'],
      [1, 'Theirs'],
    ]);
    expect(valuesOf(each, goal, 'words').sort()).toEqual([
      [1, 'Run'],
      [1, 'Walk'],
    ]);
    expect(verifyJournal(each.store, each.state.columns).mismatches).toEqual([]);
  }
});

test('J5 different sections of a plan, and different parts of a goal, merge without a conflict', async () => {
  const { one, two, plan, goal } = await twoDevices();
  one.write((journal) => journal.update('care_plans', plan, { strengths: 'Mine' }));
  two.write((journal) => journal.update('care_plans', plan, { communication: 'Theirs' }));
  one.write((journal) => journal.update('goals', goal, { words: 'Walk' }));
  two.write((journal) => journal.update('goals', goal, { importance: 9 }));
  exchange(one, two);
  const read = sqlStatement<{ id: string }, { strengths: string; communication: string }>(
    'SELECT strengths, communication FROM care_plans WHERE id = ?',
    'id',
  );
  for (const each of [one, two]) {
    expect([...each.store.all(heads, { id: plan }), ...each.store.all(heads, { id: goal })]).not.toContainEqual(
      expect.objectContaining({ contested: 1 }),
    );
    expect(each.store.get(read, { id: plan })).toEqual({ strengths: 'Mine', communication: 'Theirs' });
  }
});

test('J6 ratings, needs and copies that two devices add at the same time all stand', async () => {
  const { one, two, plan, goal } = await twoDevices();
  const rating = { person_id: 'p', goal_id: goal, rated_at: '2026-11-20T10:00:00.000Z', rated_by: 'w' };
  const copy = { person_id: 'p', plan_id: plan, given_on: '2026-11-20', given_by: 'w', format: 'print', given_to: 'P' };
  one.write((journal) => journal.insert('goal_ratings', { ...rating, rating: 0 }, 'n01'));
  two.write((journal) => journal.insert('goal_ratings', { ...rating, rating: 1 }, 'n01'));
  one.write((journal) => journal.insert('plan_copies', copy, 'n01'));
  two.write((journal) => journal.insert('plan_copies', copy, 'n01'));
  exchange(one, two);
  const count = sqlStatement<Record<string, never>, { ratings: number; copies: number }>(
    'SELECT (SELECT count(*) FROM goal_ratings) AS ratings, (SELECT count(*) FROM plan_copies) AS copies',
  );
  for (const { store } of [one, two]) expect(store.get(count, {})).toEqual({ ratings: 2, copies: 2 });
});

test('J4 two edits from the same version are shown on the plan with both values, stop its agreement, and are settled', async () => {
  const team = await careTeam();
  teams.push(team);
  const { planId, goalId } = await writtenDraft(team);
  const shown = await openPlan(team);
  const sectionHeads = shown.working?.heads ?? {};
  const goalHeads = shown.goals[0]?.heads ?? {};
  await team.ask('plans.write', { planId, heads: sectionHeads, patch: { strengths: 'From the laptop' } });
  await team.ask('plans.editGoal', { goalId, heads: goalHeads, patch: { words: 'Walk to the park' } });
  team.signInAs('colleague');
  await team.ask('plans.write', {
    planId,
    heads: sectionHeads,
    patch: { strengths: 'From the desk', communication: 'Ring first' },
  });
  await team.ask('plans.editGoal', { goalId, heads: goalHeads, patch: { words: 'Walk to the church' } });
  const { conflicts, working } = await openPlan(team);
  expect(working).toMatchObject({ strengths: 'From the desk', communication: 'Ring first' });
  expect(
    conflicts.map(({ label, values }) => [label, values.map(({ words, by, shown: first }) => [words, by, first])]),
  ).toEqual([
    [
      'Care plan: my strengths',
      [
        ['From the desk', 'Colin Colleague', true],
        ['From the laptop', 'Cora Coordinator', false],
      ],
    ],
    [
      'Goal: goal',
      [
        ['Walk to the church', 'Colin Colleague', true],
        ['Walk to the park', 'Cora Coordinator', false],
      ],
    ],
  ]);
  // The page of the person tells of the same, so that nobody has to open the plan to find it.
  expect((await team.ask('people.open', { personId: team.joan })).conflicts).toHaveLength(2);
  const agreement = { on: '2026-11-20', with: ['10' as const] };
  const agreeing = { planId, heads: working?.heads ?? {}, agreement, reviewDueOn: '2027-05-20' };
  expect((await team.refusal('plans.agree', agreeing)).code).toBe('rule');
  for (const { entity, row, field, values } of conflicts)
    await team.ask('people.resolveConflict', {
      personId: team.joan,
      entity,
      row,
      field,
      keep: values[1]?.change ?? '',
    });
  const settled = await openPlan(team);
  expect(settled.conflicts).toEqual([]);
  expect(settled.working?.strengths).toBe('From the laptop');
  expect(settled.goals[0]?.words).toBe('Walk to the park');
  await team.ask('plans.agree', { ...agreeing, heads: settled.working?.heads ?? {} });
});

test('J8 two drafts that were begun apart: the older is written, the other is shown until it is set aside', async () => {
  const team = await careTeam();
  teams.push(team);
  const { planId } = await team.ask('plans.start', { personId: team.joan });
  const other = team.write((journal) =>
    journal.insert(
      'care_plans',
      {
        person_id: team.joan,
        version: 1,
        state: state('draft'),
        started_on: '2026-11-20',
        started_by: team.ids.colleague,
        what_matters: 'Written elsewhere',
      },
      'n01',
    ),
  );
  const page = await openPlan(team);
  expect(page.working?.id).toBe(planId);
  expect(page.otherDrafts).toMatchObject([
    { id: other, whatMatters: 'Written elsewhere', startedBy: 'Colin Colleague' },
  ]);
  await team.ask('plans.setAside', { planId: other, reason: 'Taken over into the first' });
  expect((await openPlan(team)).otherDrafts).toEqual([]);
});
