import { afterEach, beforeEach, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { agree, openPlan, writtenDraft } from './plan-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const tasks = () => team.store.query(sqlBuilder.selectFrom('tasks').selectAll().orderBy('id'));
const pathsOf = ({ details }: { details?: unknown }) => (details as { path: string }[]).map(({ path }) => path);

test('needs that the shared assessment found are offered once, the newest answer of each domain', async () => {
  const answer = (domain: string, level: number | null, note: string | null, asked_on: string) =>
    team.write((journal) =>
      journal.insert(
        'assessment_answers',
        { person_id: team.joan, domain, level, note, asked_on, asked_by: team.ids.colleague },
        'n01',
      ),
    );
  answer('home', 4, 'Damp in the bedroom', '2026-10-01');
  answer('home', 2, 'Damp is better', '2026-11-01');
  answer('money', 3, null, '2026-11-01');
  answer('safety', 0, 'Nothing', '2026-11-01');
  const found = (await openPlan(team)).suggestions;
  expect(found).toEqual([
    { domain: 'home', level: 2, words: 'Damp is better', askedOn: '2026-11-01', askedBy: 'Colin Colleague' },
    {
      domain: 'money',
      level: 3,
      words: 'High: life is limited by it',
      askedOn: '2026-11-01',
      askedBy: 'Colin Colleague',
    },
  ]);
  await team.ask('plans.addNeed', { personId: team.joan, domain: 'home', level: 2, words: 'Damp is better' });
  expect((await openPlan(team)).suggestions.map(({ domain }) => domain)).toEqual(['money']);
});

test('a need is changed, met and taken up again; each is kept', async () => {
  const { needId } = await writtenDraft(team);
  const need = async () => (await openPlan(team)).needs.find(({ id }) => id === needId);
  await team.ask('plans.editNeed', { needId, heads: (await need())?.heads ?? {}, patch: { level: 1 } });
  await team.ask('plans.endNeed', { needId, heads: (await need())?.heads ?? {}, ended: { how: 'met' } });
  expect(await need()).toMatchObject({ level: 1, ended: { on: '2026-11-20', how: 'met' } });
  expect((await openPlan(team)).content.needs).toEqual([]);
  await team.ask('plans.endNeed', { needId, heads: (await need())?.heads ?? {}, ended: null });
  expect((await need())?.ended).toBeNull();
});

test('a goal takes only the steps of its life, with a reason where one is asked for', async () => {
  const { goalId } = await writtenDraft(team);
  const heads = async () => (await openPlan(team)).goals[0]?.heads ?? {};
  expect((await team.refusal('plans.moveGoal', { goalId, heads: await heads(), to: 'accepted' })).code).toBe('rule');
  expect(pathsOf(await team.refusal('plans.moveGoal', { goalId, heads: await heads(), to: 'on-hold' }))).toEqual([
    'reason',
  ]);
  await team.ask('plans.moveGoal', { goalId, heads: await heads(), to: 'on-hold', reason: 'In hospital' });
  expect((await openPlan(team)).goals[0]).toMatchObject({ status: 'on-hold', statusReason: 'In hospital' });
  await team.ask('plans.moveGoal', { goalId, heads: await heads(), to: 'completed' });
  expect((await openPlan(team)).content.goals).toMatchObject([{ status: 'completed' }]);
  expect((await team.refusal('plans.rateGoal', { goalId, rating: 1 })).code).toBe('rule');
});

test('ratings stand in the order of time; one that is taken back no longer counts', async () => {
  const { goalId } = await writtenDraft(team);
  team.now = '2026-12-20T10:00:00.000Z';
  const { ratingId } = await team.ask('plans.rateGoal', { goalId, rating: 1, note: 'Twice this week' });
  const goal = async () => (await openPlan(team)).goals[0];
  expect((await goal())?.ratings.map(({ rating, note }) => [rating, note])).toEqual([
    [-1, ''],
    [1, 'Twice this week'],
  ]);
  await team.ask('plans.withdraw', { part: 'rating', id: ratingId, reason: 'Wrong goal' });
  expect((await goal())?.ratings.map(({ rating }) => rating)).toEqual([-1]);
  expect((await team.refusal('plans.withdraw', { part: 'rating', id: ratingId, reason: 'Again' })).code).toBe('rule');
  expect((await team.ask('plans.brief', { personId: team.joan })).goals).toMatchObject([
    { rating: { rating: -1, meaning: 'With help' } },
  ]);
});

test("a worker's action is a task of theirs, and its state is the task's", async () => {
  const { actionId, taskId } = await writtenDraft(team);
  expect(tasks()).toMatchObject([
    {
      id: taskId,
      person_id: team.joan,
      case_id: team.joansCase,
      neighbourhood_id: 'n01',
      owner_id: team.ids.colleague,
      words: 'Ask for a walking frame',
      due_on: '2026-12-01',
      origin_kind: 'plan-action',
      origin_id: actionId,
      status: 'open',
    },
  ]);
  const action = async () => (await openPlan(team)).actions[0];
  const heads = async () => (await action())?.heads ?? {};
  // Finished in the list of tasks: the plan follows.
  team.write((journal) =>
    journal.update('tasks', taskId ?? '', {
      state: JSON.stringify({ status: 'done', on: '2026-11-25', by: team.ids.colleague, outcome: 'Delivered' }),
    }),
  );
  expect(await action()).toMatchObject({ status: 'done', statusOn: '2026-11-25', outcome: 'Delivered', taskId });
  // Taken up again in the plan: the task follows.
  await team.ask('plans.finishAction', { actionId, heads: await heads(), status: 'planned' });
  expect(tasks()).toMatchObject([{ status: 'open' }]);
  await team.ask('plans.editAction', {
    actionId,
    heads: await heads(),
    patch: { dueOn: '2026-12-10', owner: { kind: 'worker', id: team.ids.coordinator } },
  });
  expect(tasks()).toMatchObject([{ status: 'open', due_on: '2026-12-10', owner_id: team.ids.coordinator }]);
  await team.ask('plans.editAction', {
    actionId,
    heads: await heads(),
    patch: { owner: { kind: 'carer', name: 'Sam' } },
  });
  expect(tasks()).toMatchObject([{ status: 'cancelled' }]);
  expect(await action()).toMatchObject({ status: 'planned', owner: { kind: 'carer', name: 'Sam' } });
  await team.ask('plans.finishAction', { actionId, heads: await heads(), status: 'done', outcome: 'Sam has done it' });
  expect(await action()).toMatchObject({ status: 'done', outcome: 'Sam has done it' });
});

test('an action that is taken back takes its task with it', async () => {
  const { actionId } = await writtenDraft(team);
  await team.ask('plans.withdraw', { part: 'action', id: actionId, reason: 'Entered twice' });
  expect((await openPlan(team)).actions).toEqual([]);
  expect(tasks()[0]?.voided).toContain('Entered twice');
});

test('owners who left, and needs and goals of somebody else, are refused at their field', async () => {
  const { goalId } = await writtenDraft(team);
  const words = 'Ring the surgery';
  const own = { personId: team.joan, words, owner: { kind: 'person' as const } };
  expect(pathsOf(await team.refusal('plans.addAction', { ...own, owner: { kind: 'worker', id: 'nobody' } }))).toEqual([
    'owner.id',
  ]);
  expect(pathsOf(await team.refusal('plans.addAction', { ...own, personId: team.amir, goalId }))).toEqual(['goalId']);
  expect(pathsOf(await team.refusal('plans.addAction', { ...own, needId: 'nobody' }))).toEqual(['needId']);
  expect(tasks()).toHaveLength(1);
});

test('one self-management plan for each condition, ended and taken up again', async () => {
  team.write((journal) => {
    for (const code of ['copd', 'diabetes', 'depression'])
      journal.insert('conditions', { person_id: team.joan, code }, 'n01');
  });
  expect((await openPlan(team)).conditionsWithoutPlan).toEqual(['copd', 'diabetes']);
  const { selfManagementId: id } = await writtenDraft(team);
  const page = await openPlan(team);
  expect(page.conditionsWithoutPlan).toEqual(['diabetes']);
  const { content } = page.selfManagement[0] ?? {};
  const again = { personId: team.joan, condition: 'copd', content };
  expect(pathsOf(await team.refusal('plans.addSelfManagement', again))).toEqual(['condition']);
  const heads = page.selfManagement[0]?.heads ?? {};
  expect(
    pathsOf(
      await team.refusal('plans.editSelfManagement', {
        selfManagementId: id,
        heads,
        patch: { agreedOn: '2026-11-21' },
      }),
    ),
  ).toEqual(['patch.agreedOn']);
  await team.ask('plans.endSelfManagement', { selfManagementId: id, heads, endedOn: '2026-11-20' });
  expect((await openPlan(team)).conditionsWithoutPlan).toEqual(['copd', 'diabetes']);
});

test('of decisions the newest of a kind holds, and the earlier ones are its history', async () => {
  await writtenDraft(team);
  const record = (more: object) => ({ personId: team.joan, kind: 'resuscitation', value: 'exists', ...more }) as const;
  expect(pathsOf(await team.refusal('plans.recordDecision', record({})))).toEqual(['keptWhere', 'decidedOn']);
  await team.ask('plans.recordDecision', record({ keptWhere: 'Hall', decidedOn: '2026-01-05' }));
  team.now = '2026-12-01T10:00:00.000Z';
  await team.ask(
    'plans.recordDecision',
    record({ keptWhere: 'Fridge', decidedOn: '2026-11-28', reviewOn: '2027-11-28' }),
  );
  const { decisions, content } = await openPlan(team);
  expect(
    decisions.filter(({ kind }) => kind === 'resuscitation').map(({ keptWhere, current }) => [keptWhere, current]),
  ).toEqual([
    ['Fridge', true],
    ['Hall', false],
  ]);
  expect(content.decisions.map(({ kind, keptWhere }) => [kind, keptWhere])).toEqual([
    ['place-of-care', null],
    ['resuscitation', 'Fridge'],
  ]);
});

test('the timeline tells of the plan: agreed, copy given, goal set, rated and completed', async () => {
  const { planId, goalId } = await writtenDraft(team);
  await agree(team, planId);
  await team.ask('plans.giveCopy', { planId, givenOn: '2026-11-20', format: 'print', givenTo: 'Joan' });
  const heads = (await openPlan(team)).goals[0]?.heads ?? {};
  await team.ask('plans.moveGoal', { goalId, heads, to: 'completed' });
  const { entries } = await team.ask('people.timeline', { personId: team.joan, kinds: ['plan', 'goal'] });
  expect(entries.map(({ title, worker }) => [title, worker?.name]).sort()).toEqual([
    ['Care plan agreed, version 1', 'Cora Coordinator'],
    ['Copy of the care plan given to Joan', 'Cora Coordinator'],
    ['Goal completed', 'Cora Coordinator'],
    ['Goal rated −1: With help', 'Cora Coordinator'],
    ['Goal set', 'Cora Coordinator'],
  ]);
});

test('the draft of a form is dropped by the command that saves it, and no other', async () => {
  const { planId } = await writtenDraft(team);
  const keep = (kind: string, key: string) => team.ask('drafts.save', { kind, key, body: { words: 'half' } });
  await keep('plan', planId);
  await keep('plan-need', team.joan);
  await team.ask('plans.addNeed', { personId: team.joan, domain: 'home', words: 'Damp' });
  const { drafts } = await team.ask('drafts.list', {});
  expect(drafts.map(({ kind }) => kind)).toEqual(['plan']);
});
