import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../electron/engine/context.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { addShippedReference } from '../../electron/engine/upgrade.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addFlag } from './people-fixture.ts';

let team: CareTeam;
beforeEach(async () => {
  // A Monday.
  team = await careTeam('2026-11-16T10:00:00.000Z');
});
afterEach(() => team.dispose());

const ofJoan = () => team.ask('pathways.ofPerson', { personId: team.joan });
const start = (templateId = 'pathway-frailty', startedOn?: string) =>
  team.ask('pathways.start', { caseId: team.joansCase, templateId, version: 1, ...(startedOn && { startedOn }) });
const firstOf = async (open = 0) => {
  const [pathway] = (await ofJoan()).pathways;
  const step = pathway?.steps[open];
  if (!pathway || !step) throw new Error('no pathway');
  return { pathway, step };
};
const statusOfTask = (id: string) =>
  team.store.get(sqlStatement<{ id: string }, { status: string }>('SELECT status FROM tasks WHERE id = ?', 'id'), {
    id,
  })?.status;

describe('beginning a pathway', () => {
  test('gives every step its due date, and the page shows it', async () => {
    await start();
    const { pathway } = await firstOf();
    expect(pathway).toMatchObject({ name: 'Frailty', version: 1, startedOn: '2026-11-16', ended: null });
    expect(pathway.startedBy?.name).toBe('Cora Coordinator');
    expect(pathway.steps.map(({ dueOn }) => dueOn)).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-07',
      '2026-12-07',
      '2026-12-14',
      '2026-12-14',
      '2027-02-14',
    ]);
    expect(pathway.progress).toEqual({ done: 0, notNeeded: 0, open: 8, overdue: 0, nextDueOn: '2026-11-23' });
  });

  test('a case follows several, but each only once at a time', async () => {
    await start();
    await start('pathway-self-care');
    expect((await ofJoan()).pathways.map(({ name }) => name).sort()).toEqual(['Frailty', 'Self-care']);
    expect(
      (await team.refusal('pathways.start', { caseId: team.joansCase, templateId: 'pathway-frailty', version: 1 }))
        .message,
    ).toBe('The case follows this pathway already.');
  });

  test('what is under way is not offered again; what something on record speaks for comes first, with the reason', async () => {
    addFlag(team, team.joan, 'complex-alcohol');
    await start();
    const { available } = await ofJoan();
    expect(available.map(({ templateId }) => templateId)).not.toContain('pathway-frailty');
    expect(available[0]).toMatchObject({
      name: 'Gastro and alcohol',
      reasons: ['Complex alcohol needs, since 1 Nov 2026'],
    });
    expect(available.slice(1).every(({ reasons }) => reasons.length === 0)).toBe(true);
  });

  test.each([
    ['before the case was open', '2026-11-01', 'The case was not open on that day'],
    ['in the future', '2026-11-17', 'The date is in the future'],
  ])('not %s', async (_, startedOn, message) => {
    const refused = await team.refusal('pathways.start', {
      caseId: team.joansCase,
      templateId: 'pathway-frailty',
      version: 1,
      startedOn,
    });
    expect(refused).toMatchObject({ code: 'bad-input', details: [{ path: 'startedOn', message }] });
  });

  test('not on a closed case, and not of a template that changed or is out of use', async () => {
    const refusal = async (version: number) =>
      (await team.refusal('pathways.start', { caseId: team.joansCase, templateId: 'pathway-frailty', version })).code;
    expect(await refusal(2)).toBe('conflict');
    team.write((journal) => journal.update('pathway_templates', 'pathway-frailty', { ended_on: '2026-11-10' }));
    expect(await refusal(1)).toBe('rule');
    team.write((journal) =>
      journal.update('cases', team.joansCase, { state: JSON.stringify({ status: 'closed', on: '2026-11-15' }) }),
    );
    expect(
      (await team.refusal('pathways.start', { caseId: team.joansCase, templateId: 'pathway-discharge', version: 1 }))
        .code,
    ).toBe('rule');
  });
});

describe('a step', () => {
  test('is ticked with evidence, and the tick can be taken back with the heads that it gave', async () => {
    await start();
    const { step } = await firstOf();
    const { heads } = await team.ask('pathways.recordStep', {
      stepId: step.id,
      heads: step.heads,
      result: { how: 'done', evidence: 'Seen at home, wants to garden again.' },
    });
    expect((await firstOf()).step.result).toEqual({
      how: 'done',
      on: '2026-11-16',
      by: 'Cora Coordinator',
      evidence: 'Seen at home, wants to garden again.',
      reason: null,
      withPathway: false,
    });
    expect((await firstOf()).pathway.progress).toMatchObject({ done: 1, open: 7, nextDueOn: '2026-11-30' });
    await team.ask('pathways.recordStep', { stepId: step.id, heads, result: null });
    expect((await firstOf()).step.result).toBeNull();
  });

  test('is marked not needed only with a reason', async () => {
    await start();
    const { step } = await firstOf();
    const entry = { stepId: step.id, heads: step.heads };
    expect(
      (await team.refusal('pathways.recordStep', { ...entry, result: { how: 'not-needed', reason: ' ' } })).code,
    ).toBe('bad-input');
    await team.ask('pathways.recordStep', { ...entry, result: { how: 'not-needed', reason: 'Seen last week.' } });
    expect((await firstOf()).step.result).toMatchObject({ how: 'not-needed', reason: 'Seen last week.' });
    expect((await firstOf()).pathway.progress).toMatchObject({ done: 0, notNeeded: 1, open: 7 });
  });

  test('is not done in the future', async () => {
    await start();
    const { step } = await firstOf();
    const refused = await team.refusal('pathways.recordStep', {
      stepId: step.id,
      heads: step.heads,
      result: { how: 'done', on: '2026-12-24' },
    });
    expect(refused).toMatchObject({ code: 'bad-input', details: [{ path: 'result.on' }] });
  });

  test('is overdue from the day after', async () => {
    await start();
    team.now = '2026-11-23T10:00:00.000Z';
    expect((await firstOf()).pathway.progress.overdue).toBe(0);
    team.now = '2026-11-24T10:00:00.000Z';
    expect((await firstOf()).pathway.progress.overdue).toBe(1);
  });

  test('recorded by two workers at once stands twice until somebody settles it (J4)', async () => {
    await start();
    const { step } = await firstOf();
    const entry = { stepId: step.id, heads: step.heads };
    await team.ask('pathways.recordStep', { ...entry, result: { how: 'done', evidence: 'Visited.' } });
    team.signInAs('colleague');
    await team.ask('pathways.recordStep', { ...entry, result: { how: 'not-needed', reason: 'In hospital.' } });
    const contested = sqlStatement<{ row: string }, { number: number }>(
      'SELECT count(*) AS number FROM heads WHERE row = ? AND contested = 1',
      'row',
    );
    expect(team.store.get(contested, { row: step.id })?.number).toBe(2);
  });
});

describe('a step as a task', () => {
  test('of the team becomes a task of somebody, once, and goes the way of the step', async () => {
    await start();
    const { step } = await firstOf();
    const { taskId } = await team.ask('pathways.makeTask', { stepId: step.id, ownerId: team.ids.colleague });
    expect((await firstOf()).step.task).toEqual({ id: taskId, status: 'open', owner: 'Colin Colleague' });
    expect((await team.refusal('pathways.makeTask', { stepId: step.id })).code).toBe('rule');
    await team.ask('pathways.recordStep', { stepId: step.id, heads: step.heads, result: { how: 'done' } });
    expect(statusOfTask(taskId)).toBe('done');
  });

  test('of others does not; nor does one that is settled, nor for somebody who is not in a team', async () => {
    await start('pathway-cardiovascular');
    const { step: ofPractice } = await firstOf(2);
    expect((await team.refusal('pathways.makeTask', { stepId: ofPractice.id })).message).toContain(
      'not done by the team',
    );
    const { step } = await firstOf();
    expect((await team.refusal('pathways.makeTask', { stepId: step.id, ownerId: 'nobody' })).code).toBe('bad-input');
    await team.ask('pathways.recordStep', { stepId: step.id, heads: step.heads, result: { how: 'done' } });
    expect((await team.refusal('pathways.makeTask', { stepId: step.id })).code).toBe('rule');
  });
});

describe('ending a pathway', () => {
  test('settles what is open, so that nothing of it is ever overdue, and can be taken back', async () => {
    await start();
    const { pathway, step } = await firstOf();
    const { taskId } = await team.ask('pathways.makeTask', { stepId: step.id });
    const { step: second } = await firstOf(1);
    await team.ask('pathways.recordStep', { stepId: second.id, heads: second.heads, result: { how: 'done' } });
    const { heads } = await team.ask('pathways.end', {
      pathwayId: pathway.id,
      heads: pathway.heads,
      end: { how: 'person-declined', note: 'Wants to be left alone for now.' },
    });
    const ended = (await firstOf()).pathway;
    expect(ended.ended).toMatchObject({ how: 'person-declined', on: '2026-11-16', by: 'Cora Coordinator' });
    expect(ended.progress).toMatchObject({ done: 1, notNeeded: 7, open: 0 });
    expect(statusOfTask(taskId)).toBe('cancelled');
    expect(
      (await team.refusal('pathways.recordStep', { stepId: step.id, heads: step.heads, result: { how: 'done' } })).code,
    ).toBe('rule');
    await team.ask('pathways.end', { pathwayId: pathway.id, heads, end: null });
    expect((await firstOf()).pathway.progress).toMatchObject({ done: 1, notNeeded: 0, open: 7 });
    expect((await ofJoan()).available.map(({ templateId }) => templateId)).not.toContain('pathway-frailty');
  });

  test('one that was begun in error is taken back with its steps', async () => {
    await start();
    const { pathway, step } = await firstOf();
    await team.ask('pathways.void', { pathwayId: pathway.id, reason: 'Wrong person.' });
    expect((await ofJoan()).pathways).toEqual([]);
    expect((await team.refusal('pathways.recordStep', { stepId: step.id, heads: step.heads, result: null })).code).toBe(
      'not-found',
    );
  });
});

describe('templates', () => {
  const frailty = async () => {
    const found = (await team.ask('pathways.templates', {})).templates.find(({ id }) => id === 'pathway-frailty');
    if (!found) throw new Error('no template');
    return found;
  };

  test('a change makes a new version; a case keeps the steps it began with', async () => {
    await start();
    team.signInAs('lead');
    const { id, heads, name, about, suggest, steps, inUse } = await frailty();
    expect(inUse).toBe(1);
    const saved = await team.ask('pathways.saveTemplate', {
      templateId: id,
      heads,
      name,
      about,
      suggest,
      steps: steps.slice(0, 2),
    });
    expect(saved.version).toBe(2);
    expect((await frailty()).steps).toHaveLength(2);
    expect((await firstOf()).pathway).toMatchObject({ version: 1, steps: expect.objectContaining({ length: 8 }) });
  });

  test('a new one can be begun at once, and one out of use cannot', async () => {
    team.signInAs('lead');
    const { steps } = await frailty();
    const { templateId, version } = await team.ask('pathways.saveTemplate', {
      name: 'Falls clinic',
      about: 'After a fall.',
      suggest: { flags: [], conditions: ['falls'], stays: [] },
      steps: steps.slice(0, 1),
    });
    expect((await ofJoan()).available.map(({ name }) => name)).toContain('Falls clinic');
    const { templates } = await team.ask('pathways.templates', {});
    const heads = templates.find(({ id }) => id === templateId)?.heads ?? {};
    await team.ask('pathways.endTemplate', { templateId, heads, ended: true });
    expect((await team.refusal('pathways.start', { caseId: team.joansCase, templateId, version })).code).toBe('rule');
  });

  test('no step stands twice, and only those who may change settings change them', async () => {
    team.signInAs('lead');
    const { name, about, suggest, steps } = await frailty();
    const doubled = { name, about, suggest, steps: [...steps, ...steps.slice(0, 1)] };
    expect(await team.refusal('pathways.saveTemplate', doubled)).toMatchObject({
      code: 'bad-input',
      details: [{ path: 'steps.8.words' }],
    });
    team.signInAs('coordinator');
    expect((await team.refusal('pathways.saveTemplate', { name, about, suggest, steps })).code).toBe('not-allowed');
  });

  test('a profile from before gets what is shipped, and keeps what a team changed', async () => {
    team.write((journal) => journal.update('pathway_templates', 'pathway-frailty', { name: 'Our frailty' }));
    const count = sqlStatement<Record<string, never>, { number: number }>('SELECT count(*) AS number FROM changes');
    const before = team.store.get(count, {})?.number;
    addShippedReference(team.engine, team.engine.session as Session);
    expect(team.store.get(count, {})?.number).toBe(before);
    team.store.runSql("DELETE FROM pathway_templates WHERE id = 'pathway-discharge'", []);
    addShippedReference(team.engine, team.engine.session as Session);
    team.signInAs('lead');
    const names = (await team.ask('pathways.templates', {})).templates.map(({ name }) => name);
    expect(names).toContain('Discharge');
    expect(names).toContain('Our frailty');
    expect(names).toHaveLength(8);
  });
});

test('another team sees and changes nothing', async () => {
  await start();
  const { pathway, step } = await firstOf();
  team.signInAs('elsewhere');
  const heads = {};
  expect((await team.refusal('pathways.ofPerson', { personId: team.joan })).code).toBe('outside-relationship');
  expect((await team.refusal('pathways.recordStep', { stepId: step.id, heads, result: { how: 'done' } })).code).toBe(
    'outside-relationship',
  );
  expect((await team.refusal('pathways.end', { pathwayId: pathway.id, heads, end: null })).code).toBe(
    'outside-relationship',
  );
  team.signInAs('reviewer');
  expect((await team.refusal('pathways.ofPerson', { personId: team.joan })).code).toBe('not-allowed');
});
