import { afterEach, beforeEach, expect, test } from 'vitest';
import { frozenPlanSchema } from '../../shared/domain/frozen-plan.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { agree, openPlan, writtenDraft } from './plan-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

test('a first draft begins with what the person has told before, and there is one draft at a time', async () => {
  team.write((journal) => journal.update('people', team.joan, { what_matters: 'My garden' }));
  const { planId } = await team.ask('plans.start', { personId: team.joan });
  const { working, current, versions } = await openPlan(team);
  expect(working).toMatchObject({ id: planId, version: 1, whatMatters: 'My garden', followsPlanId: null });
  expect(current).toBeNull();
  expect(versions).toMatchObject([{ status: 'draft', startedBy: 'Cora Coordinator', agreement: null }]);
  expect((await team.refusal('plans.start', { personId: team.joan })).code).toBe('conflict');
});

test('agreeing freezes the whole plan; what changes afterwards changes nothing of it', async () => {
  const { planId, goalId } = await writtenDraft(team);
  await agree(team, planId);
  const { current, working, goals } = await openPlan(team);
  expect(working).toBeNull();
  expect(current).toMatchObject({
    id: planId,
    status: 'agreed',
    reviewDueOn: '2027-05-20',
    agreement: { on: '2026-11-20', by: 'Cora Coordinator', with: ['10', '11'], note: '' },
  });
  const before = await team.ask('plans.version', { planId });
  expect(frozenPlanSchema.parse(before.plan)).toEqual(before.plan);
  expect(before.plan).toMatchObject({
    version: 1,
    whatMatters: 'Being at home with the dog',
    contingency: { steps: [{ when: 'I cannot get up', do: 'press the pendant' }] },
    needs: [{ domain: 'daily-living', level: 3 }],
    goals: [{ words: 'Walk to the shop on my own', status: 'active', rating: { rating: -1, on: '2026-11-20' } }],
    actions: [{ owner: { kind: 'worker', name: 'Colin Colleague' }, status: 'planned' }],
    selfManagement: [{ condition: 'copd' }],
    decisions: [{ kind: 'place-of-care', value: '21' }],
  });
  await team.ask('plans.editGoal', { goalId, heads: goals[0]?.heads ?? {}, patch: { words: 'Walk to the park' } });
  expect((await team.ask('plans.version', { planId })).plan).toEqual(before.plan);
  expect((await team.refusal('plans.write', { planId, heads: {}, patch: { strengths: 'X' } })).code).toBe('conflict');
});

test.each([
  [{ agreement: { on: '2026-11-21', with: ['10'] } }, ['agreement.on']],
  [{ agreement: { on: '2026-11-20', with: [] } }, ['agreement.with']],
  [{ reviewDueOn: '2026-11-20' }, ['reviewDueOn']],
  [{ reviewDueOn: '2027-11-21' }, ['reviewDueOn']],
])('an agreement that cannot be is refused at its field, and nothing is frozen: %j', async (more, paths) => {
  const { planId } = await writtenDraft(team);
  const refused = await team.refusal('plans.agree', {
    planId,
    heads: {},
    agreement: { on: '2026-11-20', with: ['10'] },
    reviewDueOn: '2027-05-20',
    ...more,
  });
  expect(refused.code).toBe('bad-input');
  expect((refused.details as { path: string }[]).map(({ path }) => path)).toEqual(paths);
  expect((await openPlan(team)).versions).toMatchObject([{ status: 'draft', agreement: null }]);
});

test('an empty plan is not agreed', async () => {
  const { planId } = await team.ask('plans.start', { personId: team.joan });
  const refused = await team.refusal('plans.agree', {
    planId,
    heads: {},
    agreement: { on: '2026-11-20', with: ['10'] },
    reviewDueOn: '2027-05-20',
  });
  expect((refused.details as { path: string }[]).map(({ path }) => path)).toEqual(['whatMatters', 'goals']);
});

test('a review writes the next version; the earlier one holds until it is agreed, then is superseded', async () => {
  const { planId: first } = await writtenDraft(team);
  await agree(team, first);
  team.now = '2027-05-10T10:00:00.000Z';
  const { planId: second } = await team.ask('plans.start', { personId: team.joan });
  const during = await openPlan(team);
  expect(during.current).toMatchObject({ id: first, status: 'under-review' });
  expect(during.working).toMatchObject({ id: second, version: 2, followsPlanId: first, strengths: 'A good neighbour' });
  await team.ask('plans.write', {
    planId: second,
    heads: during.working?.heads ?? {},
    patch: { strengths: 'A good neighbour and a new stick' },
  });
  await agree(team, second, '2027-05-10', '2027-11-10');
  const after = await openPlan(team);
  expect(after.versions.map(({ id, status }) => [id, status])).toEqual([
    [second, 'agreed'],
    [first, 'superseded'],
  ]);
  const { plan, before } = await team.ask('plans.version', { planId: second });
  expect(plan.strengths).toBe('A good neighbour and a new stick');
  expect(before).toMatchObject({ id: first, plan: { version: 1, strengths: 'A good neighbour' } });
  // Chosen by hand, any agreed version stands on the other side.
  expect((await team.ask('plans.version', { planId: first, withId: second })).before?.id).toBe(second);
});

test('a review that changes nothing is set aside with its reason and a new review date', async () => {
  const { planId: first } = await writtenDraft(team);
  await agree(team, first);
  const { planId } = await team.ask('plans.start', { personId: team.joan });
  expect(
    (await team.refusal('plans.setAside', { planId, reason: 'All still right', reviewDueOn: '2026-11-20' })).details,
  ).toMatchObject([{ path: 'reviewDueOn' }]);
  await team.ask('plans.setAside', { planId, reason: 'All still right', reviewDueOn: '2027-09-01' });
  const page = await openPlan(team);
  expect(page.current).toMatchObject({ id: first, status: 'agreed', reviewDueOn: '2027-09-01' });
  expect(page.working).toBeNull();
  expect((await team.refusal('plans.write', { planId, heads: {}, patch: { strengths: 'X' } })).code).toBe('rule');
});

test('a copy is recorded with when, how and to whom, only of an agreed version, and can be taken back', async () => {
  const { planId } = await writtenDraft(team);
  const copy = { planId, givenOn: '2026-11-20', format: 'easy-read', givenTo: 'Joan' } as const;
  expect((await team.refusal('plans.giveCopy', copy)).code).toBe('rule');
  await agree(team, planId);
  expect((await team.refusal('plans.giveCopy', { ...copy, givenOn: '2026-12-01' })).details).toMatchObject([
    { path: 'givenOn' },
  ]);
  const { copyId } = await team.ask('plans.giveCopy', copy);
  expect((await openPlan(team)).current?.copies).toEqual([
    { id: copyId, givenOn: '2026-11-20', format: 'easy-read', givenTo: 'Joan', by: 'Cora Coordinator' },
  ]);
  await team.ask('plans.withdraw', { part: 'copy', id: copyId, reason: 'Not given after all' });
  expect((await openPlan(team)).current?.copies).toEqual([]);
});

test('people of another team, and plans that are not of one person, are refused', async () => {
  const { planId } = await writtenDraft(team);
  await agree(team, planId);
  team.signInAs('elsewhere');
  expect((await team.refusal('plans.open', { personId: team.joan })).code).toBe('outside-relationship');
  expect((await team.refusal('plans.version', { planId })).code).toBe('outside-relationship');
  team.signInAs('reviewer');
  expect((await team.refusal('plans.open', { personId: team.joan })).code).toBe('not-allowed');
});
