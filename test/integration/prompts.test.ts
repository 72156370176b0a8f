import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../electron/engine/context.ts';
import { promptFactsOf } from '../../electron/engine/derived/prompt-facts.ts';
import { promptCaseOf } from '../../electron/engine/services/prompt-cases.ts';
import { promptLines } from '../../electron/engine/store/prompts.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { addDays } from '../../shared/domain/british-date.ts';
import type { Role } from '../../shared/domain/permissions.ts';
import { shippedLimits } from '../../shared/domain/prompt-limits.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addFlag } from './people-fixture.ts';

let team: CareTeam;
beforeEach(async () => {
  team = await careTeam();
});
afterEach(() => team.dispose());

const ofJoan = async () => (await team.ask('prompts.ofPerson', { personId: team.joan })).prompts;
const idsOfJoan = async () => (await ofJoan()).map(({ id }) => id);
async function prompt(id: string) {
  const found = (await ofJoan()).find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return { caseId: team.joansCase, prompt: id as 'P15', key: found.key };
}

/** A row of the person's record as other parts of the product write it. */
const rows = {
  stay: (kind: string, on: string) =>
    team.write((journal) =>
      journal.insert(
        'stays',
        {
          ...{ person_id: team.joan, kind, emergency: 1, mental_health: 0 },
          ...{ admitted_on: addDays(on, -5), discharged_on: on, recorded_by: team.ids.coordinator },
        },
        'n01',
      ),
    ),
  need: (level: number) =>
    team.write((journal) =>
      journal.insert(
        'needs',
        {
          ...{ person_id: team.joan, domain: 'home', words: 'Damp', level },
          ...{ raised_on: '2026-11-03', raised_by: team.ids.coordinator },
        },
        'n01',
      ),
    ),
};

test('the facts of the record raise prompts on the person’s page, on Today and in the caseload', async () => {
  rows.stay('hospital', '2026-11-19');
  rows.need(4);
  expect(await idsOfJoan()).toEqual(['P1', 'P14', 'P6', 'P15']);
  const [urgent] = await ofJoan();
  expect(urgent).toMatchObject({ severity: 'urgent', since: '2026-11-09', caseId: team.joansCase });
  const { prompts } = await team.ask('today.overview', {});
  expect(prompts.rows.filter(({ row }) => row.caseId === team.joansCase).map(({ prompt: { id } }) => id)).toEqual([
    'P14',
    'P6',
    'P15',
  ]);
  const listed = await team.ask('cases.caseload', { prompts: ['P14'] });
  expect(listed).toMatchObject({ total: 1, rows: [{ caseId: team.joansCase }] });
  expect(listed.rows[0]?.prompts.map(({ id }) => id)).toEqual(['P1', 'P14', 'P6', 'P15']);
  expect((await team.ask('cases.caseload', { prompts: ['P19'] })).total).toBe(0);
  const all = await team.ask('cases.caseload', { prompts: ['P15'], limit: 1, offset: 1 });
  expect([all.total, all.rows.length]).toEqual([2, 1]);
});

test('every kind of fact comes through from its rows', async () => {
  const by = team.ids.coordinator;
  team.write((journal) => {
    const of = { person_id: team.joan };
    const plan = { ...of, version: 1, started_on: '2026-05-01', started_by: by, review_due_on: '2026-11-01' };
    journal.insert('care_plans', { ...plan, state: '{"status":"agreed","on":"2026-05-01","by":"x"}' }, 'n01');
    journal.insert('conditions', { ...of, code: 'copd' }, 'n01');
    journal.insert('conditions', { ...of, code: 'severe-mental-illness' }, 'n01');
    const result = { ...of, instrument: 'phq-9', version: '1', taken_by: by };
    journal.insert('instrument_results', { ...result, taken_at: '2026-10-01T09:00:00.000Z', score: 5 }, 'n01');
    const latest = { taken_at: '2026-11-10T09:00:00.000Z', score: 14, alert: 'q9' };
    journal.insert('instrument_results', { ...result, ...latest }, 'n01');
    const pathway = { ...of, case_id: team.joansCase, template_id: 't', template_version: 1 };
    const id = journal.insert('case_pathways', { ...pathway, started_on: '2026-11-01', started_by: by }, 'n01');
    const step = { ...of, case_pathway_id: id, position: 1, code: 's', words: 'Falls check', who: 'coordinator' };
    journal.insert('pathway_steps', { ...step, due_on: '2026-11-10' }, 'n01');
  });
  rows.stay('reablement', '2026-08-26');
  addFlag(team, team.joan, 'end-of-life');
  addFlag(team, team.joan, 'carer');
  expect((await idsOfJoan()).sort()).toEqual(['P1', 'P10', 'P11', 'P11', 'P13', 'P15', 'P16', 'P19', 'P4', 'P8', 'P9']);
});

describe('a decision', () => {
  test('dismissed: gone with its reason, back with new facts', async () => {
    const need = rows.need(3);
    await team.ask('prompts.dismiss', { ...(await prompt('P14')), reason: 'The family sees to it' });
    expect(await idsOfJoan()).not.toContain('P14');
    const { decided } = await team.ask('prompts.ofPerson', { personId: team.joan });
    expect(decided).toMatchObject([
      { id: 'P14', decision: 'dismissed', reason: 'The family sees to it', by: { name: 'Cora Coordinator' } },
    ]);
    team.write((journal) => journal.update('needs', need, { level: 4 }));
    expect(await idsOfJoan()).toContain('P14');
  });

  test('put off: back on its day', async () => {
    await team.ask('prompts.snooze', { ...(await prompt('P15')), until: '2026-11-24', reason: 'Visit on Tuesday' });
    expect(await idsOfJoan()).not.toContain('P15');
    team.now = '2026-11-24T09:00:00.000Z';
    expect(await idsOfJoan()).toContain('P15');
  });

  test('made a task: gone while it is open or done, back when it is called off', async () => {
    const make = {
      ownerId: team.ids.coordinator,
      words: 'Ask about sharing',
      dueOn: '2026-11-20',
      priority: 'routine',
    } as const;
    const { taskId } = await team.ask('prompts.makeTask', { ...(await prompt('P15')), ...make });
    expect(await idsOfJoan()).not.toContain('P15');
    expect(await team.ask('tasks.open', { taskId })).toMatchObject({ origin: { kind: 'prompt', id: 'P15' } });
    const { heads } = await team.ask('tasks.open', { taskId });
    await team.ask('tasks.finish', { taskId, heads, outcome: 'Asked; thinks about it' });
    expect(await idsOfJoan()).not.toContain('P15');
    await team.ask('tasks.undo', { taskIds: [taskId] });
    const again = await team.ask('tasks.open', { taskId });
    await team.ask('tasks.cancel', { taskId, heads: again.heads, reason: 'Not now' });
    expect(await idsOfJoan()).toContain('P15');
  });

  test('is undone with the task that came of it', async () => {
    const make = { ownerId: null, words: 'Ask about sharing', dueOn: null, priority: 'routine' } as const;
    const { decisionId } = await team.ask('prompts.makeTask', { ...(await prompt('P15')), ...make });
    team.signInAs('colleague');
    expect((await team.refusal('prompts.undo', { decisionId })).code).toBe('not-allowed');
    team.signInAs('coordinator');
    await team.ask('prompts.undo', { decisionId });
    expect(await idsOfJoan()).toContain('P15');
    expect((await team.ask('tasks.ofPerson', { personId: team.joan })).open).toEqual([]);
    const late = await team.ask('prompts.dismiss', { ...(await prompt('P15')), reason: 'x' });
    team.now = '2026-11-20T10:11:00.000Z';
    expect((await team.refusal('prompts.undo', late)).code).toBe('rule');
  });

  test('on facts that have changed meanwhile is refused', async () => {
    const asked = await prompt('P15');
    expect((await team.refusal('prompts.dismiss', { ...asked, key: 'P15:other', reason: 'x' })).code).toBe('conflict');
    await team.ask('prompts.dismiss', { ...asked, reason: 'x' });
    expect((await team.refusal('prompts.dismiss', { ...asked, reason: 'x' })).code).toBe('conflict');
    const far = { ...(await prompt('P1')), until: '2027-11-20', reason: 'x' };
    expect((await team.refusal('prompts.snooze', far)).code).toBe('bad-input');
  });

  test('nobody of another team decides', async () => {
    const asked = await prompt('P15');
    team.signInAs('elsewhere');
    expect((await team.refusal('prompts.dismiss', { ...asked, reason: 'x' })).code).toBe('outside-relationship');
    expect((await team.refusal('prompts.ofPerson', { personId: team.joan })).code).toBe('outside-relationship');
  });
});

test('limits: a lead sets them, everybody’s prompts follow, and the history says who', async () => {
  const { limits } = await team.ask('prompts.limits', {});
  expect(limits).toEqual(shippedLimits);
  rows.need(2);
  expect(await idsOfJoan()).not.toContain('P14');
  const set = { limits: { ...limits, 'P14-level': 2 }, heads: {} };
  expect((await team.refusal('prompts.setLimits', set)).code).toBe('not-allowed');
  team.signInAs('lead');
  await team.ask('prompts.setLimits', set);
  const after = await team.ask('prompts.limits', {});
  await team.ask('prompts.setLimits', { limits: { ...after.limits, 'P5-missed': 3 }, heads: after.heads });
  team.signInAs('coordinator');
  expect(await idsOfJoan()).toContain('P14');
  const { history } = await team.ask('prompts.limits', {});
  expect(history.map(({ by, changed }) => [by, changed])).toEqual([
    ['Lee Leader', [{ id: 'P5-missed', from: 2, to: 3 }]],
    ['Lee Leader', [{ id: 'P14-level', from: 3, to: 2 }]],
  ]);
  team.signInAs('lead');
  const wrong = { limits: { ...after.limits, 'P14-level': 9 }, heads: {} };
  expect((await team.refusal('prompts.setLimits', wrong)).code).toBe('bad-input');
});

test('a flag that somebody may not see takes no part in what is raised for them', () => {
  addFlag(team, team.joan, 'carer');
  addFlag(team, team.joan, 'safeguarding');
  const [line] = promptLines(team.store, [team.joansCase]);
  if (!line) throw new Error('no line');
  const flagsFor = (roles: Role[]) => promptCaseOf(line, { ...(team.engine.session as Session), roles })?.flags;
  expect(flagsFor(['coordinator'])).toEqual(['carer', 'safeguarding']);
  expect(flagsFor(['behaviourist'])).toEqual(['carer']);
});

const kept = sqlStatement<{ person: string }, { facts: string | null }>(
  'SELECT facts FROM caseload WHERE person_id = ?',
  'person',
);

test('after any sequence of commands and rows the facts of the line are those of the rows', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const days = fc.integer({ min: -60, max: 5 }).map((shift) => addDays('2026-11-20', shift));
  type Step = () => unknown;
  const made: { table: 'stays' | 'needs' | 'checks'; id: string }[] = [];
  const insert = (table: 'stays' | 'needs' | 'checks', id: string) => made.push({ table, id });
  const step = fc.oneof(
    days.map(
      (on): Step =>
        () =>
          insert('stays', rows.stay('hospital', on)),
    ),
    days.map(
      (on): Step =>
        () =>
          insert('stays', rows.stay('reablement', on)),
    ),
    fc.integer({ min: 0, max: 4 }).map(
      (level): Step =>
        () =>
          insert('needs', rows.need(level)),
    ),
    days.map(
      (on): Step =>
        () =>
          insert(
            'checks',
            team.write((journal) =>
              journal.insert(
                'checks',
                {
                  ...{ person_id: team.joan, kind: 'carers-assessment', offered_on: on },
                  ...{ recorded_at: team.now, recorded_by: team.ids.coordinator },
                },
                'n01',
              ),
            ),
          ),
    ),
    fc.constant<Step>(() => addFlag(team, team.joan, 'carer')),
    fc.nat(50).map(
      (at): Step =>
        () => {
          const row = made[at % Math.max(1, made.length)];
          if (row) team.write((journal) => journal.update(row.table, row.id, { voided: '{"by":"x"}' }));
        },
    ),
    fc.nat(10).map(
      (at): Step =>
        async () => {
          const open = await ofJoan();
          const one = open[at % Math.max(1, open.length)];
          if (one)
            await team.ask('prompts.dismiss', {
              caseId: one.caseId,
              prompt: one.id as 'P15',
              key: one.key,
              reason: 'x',
            });
        },
    ),
    fc.nat(10).map(
      (at): Step =>
        async () => {
          const open = await ofJoan();
          const one = open[at % Math.max(1, open.length)];
          if (!one) return;
          const { taskId } = await team.ask('prompts.makeTask', {
            ...{ caseId: one.caseId, prompt: one.id as 'P15', key: one.key },
            ...{ ownerId: null, words: 'Do it', dueOn: null, priority: 'routine' },
          });
          if (at % 2 === 0) {
            const { heads } = await team.ask('tasks.open', { taskId });
            await team.ask('tasks.cancel', { taskId, heads, reason: 'x' });
          }
        },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const act of steps) {
        await act();
        expect(team.store.get(kept, { person: team.joan })?.facts).toBe(promptFactsOf(team.store, team.joan));
      }
    }),
    { seed, numRuns: 12 },
  );
});
