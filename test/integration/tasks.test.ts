import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

async function add(fields: Partial<InputOf<'tasks.add'>> = {}): Promise<string> {
  const { taskId } = await team.ask('tasks.add', {
    personId: team.joan,
    caseId: team.joansCase,
    ownerId: team.ids.coordinator,
    words: 'Ring the housing office',
    dueOn: '2026-11-20',
    priority: 'routine',
    ...fields,
  });
  return taskId;
}
const open = (taskId: string) => team.ask('tasks.open', { taskId });
const headsOf = async (taskId: string) => (await open(taskId)).heads;
const listed = async (input: InputOf<'tasks.list'> = {}) =>
  (await team.ask('tasks.list', input)).rows.map(({ words }) => words);

describe('the list', () => {
  test('shows own open tasks, the earliest due first, and leaves out what is put off, done or somebody else’s', async () => {
    await add({ words: 'third', dueOn: null });
    await add({ words: 'second', dueOn: '2026-11-25' });
    await add({ words: 'first', dueOn: '2026-11-18' });
    await add({ words: 'not mine', ownerId: team.ids.colleague });
    const off = await add({ words: 'put off' });
    await team.ask('tasks.snooze', { taskId: off, heads: await headsOf(off), until: '2026-11-22', reason: 'Away' });
    expect(await listed()).toEqual(['first', 'second', 'third']);
    expect(await listed({ state: 'snoozed' })).toEqual(['put off']);
    expect(await listed({ due: 'overdue' })).toEqual(['first']);
    expect(await listed({ due: 'week' })).toEqual(['second']);
    expect(await listed({ due: 'none' })).toEqual(['third']);
    expect(await listed({ whose: 'team', ownerId: team.ids.colleague })).toEqual(['not mine']);
    expect((await team.ask('tasks.list', { limit: 1, offset: 1 })).total).toBe(3);
  });

  test('brings back what was put off on its day, by itself', async () => {
    const id = await add();
    await team.ask('tasks.snooze', { taskId: id, heads: await headsOf(id), until: '2026-11-22', reason: 'Away' });
    expect(await listed()).toEqual([]);
    team.now = '2026-11-22T08:00:00.000Z';
    expect(await listed()).toEqual(['Ring the housing office']);
  });

  test('holds tasks about nobody, which belong to a team', async () => {
    await add({ personId: null, caseId: null, neighbourhoodId: 'n01', ownerId: null, words: 'Order leaflets' });
    expect(await listed({ whose: 'team', nobody: true })).toEqual(['Order leaflets']);
    expect(await listed()).toEqual([]);
    const refused = await team.refusal('tasks.add', { ownerId: null, words: 'x', dueOn: null, priority: 'routine' });
    expect(refused.code).toBe('bad-input');
  });
});

describe('a task ends', () => {
  test('done with its outcome, which the timeline and the person’s page show', async () => {
    const id = await add();
    await team.ask('tasks.finish', { taskId: id, heads: await headsOf(id), outcome: 'Repair booked' });
    expect(await open(id)).toMatchObject({
      state: { status: 'done', outcome: 'Repair booked', by: { name: 'Cora Coordinator' } },
    });
    const { open: left, done } = await team.ask('tasks.ofPerson', { personId: team.joan });
    expect([left.length, done.map(({ words }) => words)]).toEqual([0, ['Ring the housing office']]);
    const timeline = await team.ask('people.timeline', { personId: team.joan, kinds: ['task'], limit: 10 });
    expect(timeline.entries).toMatchObject([
      { title: 'Task done: Ring the housing office', detail: 'Repair booked', worker: { name: 'Cora Coordinator' } },
    ]);
    const again = await team.refusal('tasks.finish', { taskId: id, heads: await headsOf(id) });
    expect(again.code).toBe('conflict');
  });

  test('called off only with a reason', async () => {
    const id = await add();
    const heads = await headsOf(id);
    expect((await team.refusal('tasks.cancel', { taskId: id, heads, reason: ' ' })).code).toBe('bad-input');
    await team.ask('tasks.cancel', { taskId: id, heads, reason: 'Moved away' });
    expect(await open(id)).toMatchObject({ state: { status: 'cancelled', outcome: 'Moved away' } });
  });

  test.each(['telehealth-alert', 'safety'])('of an alert (%s) only with what was done about it', async (kind) => {
    const id = team.write((journal) =>
      journal.insert(
        'tasks',
        {
          person_id: team.joan,
          neighbourhood_id: 'n01',
          owner_id: team.ids.coordinator,
          words: 'Look at the alert',
          priority: 'urgent',
          origin_kind: kind,
          origin_id: 'x',
          created_at: team.now,
          created_by: team.ids.lead,
          state: JSON.stringify({ status: 'open', on: team.now, by: team.ids.lead }),
        },
        'n01',
      ),
    );
    const refused = await team.refusal('tasks.finish', { taskId: id, heads: await headsOf(id) });
    expect(refused).toMatchObject({ code: 'bad-input', details: [{ path: 'outcome' }] });
    await team.ask('tasks.finish', { taskId: id, heads: await headsOf(id), outcome: 'Rang; all well' });
  });
});

describe('putting off', () => {
  test.each([
    ['2026-11-20', 'today'],
    ['2027-03-01', 'more than 90 days away'],
  ])('until %s is refused: %s', async (until) => {
    const id = await add();
    const refused = await team.refusal('tasks.snooze', { taskId: id, heads: await headsOf(id), until, reason: 'x' });
    expect(refused).toMatchObject({ code: 'bad-input', details: [{ path: 'until' }] });
  });

  test('can be ended early', async () => {
    const id = await add();
    await team.ask('tasks.snooze', { taskId: id, heads: await headsOf(id), until: '2026-11-30', reason: 'Away' });
    await team.ask('tasks.wake', { taskId: id, heads: await headsOf(id) });
    expect(await listed()).toHaveLength(1);
  });
});

describe('whose it is', () => {
  test('a colleague takes it over; passing on what somebody else has is a lead’s decision', async () => {
    const id = await add({ ownerId: team.ids.colleague });
    const heads = await headsOf(id);
    const passOn = { taskId: id, heads, patch: { ownerId: team.ids.behaviourist } };
    expect((await team.refusal('tasks.edit', passOn)).code).toBe('not-allowed');
    await team.ask('tasks.takeOver', { taskId: id, heads });
    expect((await open(id)).owner?.name).toBe('Cora Coordinator');
    expect((await team.refusal('tasks.takeOver', { taskId: id, heads: await headsOf(id) })).code).toBe('rule');
    await team.ask('tasks.edit', { ...passOn, heads: await headsOf(id) });
    expect((await open(id)).owner?.name).toBe('Bea Behaviourist');
  });

  test('a lead re-assigns several at once, all or none', async () => {
    const ids = [await add({ words: 'a' }), await add({ words: 'b' })];
    expect((await team.refusal('tasks.reassign', { taskIds: ids, ownerId: null })).code).toBe('not-allowed');
    const done = await add({ words: 'done' });
    await team.ask('tasks.finish', { taskId: done, heads: await headsOf(done) });
    team.signInAs('lead');
    const refused = await team.refusal('tasks.reassign', { taskIds: [...ids, done], ownerId: team.ids.colleague });
    expect(refused.code).toBe('conflict');
    expect(await listed({ whose: 'team', ownerId: team.ids.colleague })).toEqual([]);
    const { changed } = await team.ask('tasks.reassign', { taskIds: ids, ownerId: team.ids.colleague });
    expect(changed).toBe(2);
    expect(await listed({ whose: 'team', ownerId: team.ids.colleague })).toEqual(['a', 'b']);
    await team.ask('tasks.undo', { taskIds: ids });
    expect(await listed({ whose: 'team', ownerId: team.ids.colleague })).toEqual([]);
  });

  test('somebody who left cannot be given a task', async () => {
    team.write((journal) => journal.update('workers', team.ids.colleague, { ended_on: '2026-11-01' }));
    const refused = await team.refusal('tasks.add', {
      personId: team.joan,
      ownerId: team.ids.colleague,
      ...{ words: 'x', dueOn: null, priority: 'routine' },
    });
    expect(refused).toMatchObject({ code: 'bad-input', details: [{ path: 'ownerId' }] });
  });
});

describe('undo', () => {
  test('makes a new task void and gives back what a change replaced', async () => {
    const id = await add();
    await team.ask('tasks.finish', { taskId: id, heads: await headsOf(id), outcome: 'Done' });
    await team.ask('tasks.undo', { taskIds: [id] });
    expect(await open(id)).toMatchObject({ state: { status: 'open', outcome: null } });
    const other = await add({ words: 'by mistake' });
    await team.ask('tasks.undo', { taskIds: [other] });
    expect(await listed()).toEqual(['Ring the housing office']);
  });

  test('is not open to others, nor after ten minutes', async () => {
    const id = await add();
    team.signInAs('colleague');
    expect((await team.refusal('tasks.undo', { taskIds: [id] })).code).toBe('not-allowed');
    team.signInAs('coordinator');
    team.now = '2026-11-20T10:11:00.000Z';
    expect((await team.refusal('tasks.undo', { taskIds: [id] })).code).toBe('rule');
  });
});

test('two edits that met are kept apart: the second names what it was shown (J4)', async () => {
  const id = await add();
  const heads = await headsOf(id);
  await team.ask('tasks.edit', { taskId: id, heads, patch: { dueOn: '2026-12-01' } });
  await team.ask('tasks.edit', { taskId: id, heads, patch: { dueOn: '2026-12-08' } });
  const contested = team.store.query<{ n: number }>({
    compile: () =>
      ({ sql: `SELECT count(*) AS n FROM heads WHERE row = '${id}' AND contested = 1`, parameters: [] }) as never,
  });
  expect(contested).toEqual([{ n: 2 }]);
});

describe('who may see it', () => {
  test('its owner, wherever they belong, with the record that it is about while it is open', async () => {
    const id = await add({ ownerId: team.ids.elsewhere });
    team.signInAs('elsewhere');
    expect(await open(id)).toMatchObject({ words: 'Ring the housing office', person: { id: team.joan } });
    await team.ask('people.open', { personId: team.joan });
    await team.ask('tasks.finish', { taskId: id, heads: await headsOf(id) });
    expect((await team.refusal('people.open', { personId: team.joan })).code).toBe('outside-relationship');
    expect(await open(id)).toMatchObject({ person: null, personHidden: true, state: { outcome: null } });
  });

  test('nobody of another team, whether it is about somebody or about nobody', async () => {
    const about = await add();
    const nobody = await add({ personId: null, caseId: null, neighbourhoodId: 'n01' });
    team.signInAs('elsewhere');
    expect(await team.refusal('tasks.open', { taskId: about })).toMatchObject({
      code: 'outside-relationship',
      details: { personId: team.joan },
    });
    expect((await team.refusal('tasks.open', { taskId: nobody })).code).toBe('outside-relationship');
    expect((await team.refusal('tasks.open', { taskId: 'no-such-task' })).code).toBe('not-found');
    expect(await listed({ whose: 'team' })).toEqual([]);
  });
});

describe('unfinished', () => {
  test('a handover lists open tasks and takes the former coordinator’s along, not those of others', async () => {
    await add({ words: 'own' });
    await add({ words: 'about her, without the case', caseId: null });
    await add({ words: 'the behaviourist’s', ownerId: team.ids.behaviourist });
    const { rows } = await team.ask('cases.unfinished', { caseIds: [team.joansCase] });
    expect(rows[0]?.tasks).toHaveLength(3);
    team.signInAs('lead');
    const { cases } = await team.ask('cases.imposeTransfer', {
      caseIds: [team.joansCase],
      toWorkerId: team.ids.colleague,
      reason: 'Leave',
    });
    expect(cases[0]?.tasks.map(({ words }) => words).sort()).toEqual(['about her, without the case', 'own']);
    expect(await listed({ whose: 'team', ownerId: team.ids.colleague })).toHaveLength(2);
    expect(await listed({ whose: 'team', ownerId: team.ids.behaviourist })).toEqual(['the behaviourist’s']);
  });

  test('a case closes only when its open tasks were seen; they stay, or are called off with it', async () => {
    const id = await add();
    const closing = { caseId: team.joansCase, reason: '01' as const, on: '2026-11-20' };
    expect((await team.refusal('cases.close', closing)).code).toBe('rule');
    const closed = await team.ask('cases.close', { ...closing, acknowledged: [id], tasks: 'call-off' });
    expect(closed.tasksCalledOff).toBe(1);
    expect(await open(id)).toMatchObject({ state: { status: 'cancelled', outcome: 'The case was closed.' } });
  });
});

describe('Today', () => {
  test('shows what is due or urgent, and what nobody of the team has taken, with the reason', async () => {
    await add({ words: 'due today' });
    await add({ words: 'next week', dueOn: '2026-11-27' });
    await add({ words: 'urgent without a date', dueOn: null, priority: 'urgent' });
    await add({ words: 'the team’s', ownerId: null });
    await add({ words: 'a colleague’s', ownerId: team.ids.colleague });
    const { tasks } = await team.ask('today.overview', {});
    expect(tasks.rows.map(({ task, reason }) => [task.words, reason])).toEqual([
      ['urgent without a date', 'Added by hand.'],
      ['due today', 'Added by hand.'],
      ['the team’s', 'Added by hand. The team’s: nobody has taken it.'],
    ]);
  });
});
