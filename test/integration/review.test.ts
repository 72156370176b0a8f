import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewStatements } from '../../electron/engine/store/review.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { FindingKind } from '../../shared/contract/review.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addCase, addPerson } from './people-fixture.ts';

let team: CareTeam;
const ids: Record<string, string> = {};
beforeAll(async () => {
  team = await careTeam();
  team.signInAs('lead');
  // Made in an order that is not the order of who counts.
  ids.number = addPerson(team, { family: 'Numbered', given: 'Ned' }, 'n01', { nhsNumber: '9990000018' });
  ids.verified = addPerson(team, { family: 'Nombre', given: 'Nora' }, 'n02', {
    nhsNumber: '9990000018',
    nhsNumberStatus: '01',
  });
  ids.first = addPerson(team, { family: 'Doubleday', given: 'Elizabeth' }, 'n01', { birth: { date: '1950-02-03' } });
  ids.second = addPerson(team, { family: 'Doubelday', given: 'Betty' }, 'n02', { birth: { date: '1950-02-03' } });
  addPerson(team, { family: 'Elsewhere', given: 'Eli' }, 'n02', { birth: { date: '1950-02-04' } });
  addPerson(team, { family: 'Elsewhere', given: 'Eli' }, 'n03', { birth: { date: '1950-02-04' } });
  ids.busy = addPerson(team, { family: 'Busy', given: 'Bob' }, 'n01', {});
  ids.caseA = addCase(team, ids.busy, 'n01', team.ids.coordinator);
  ids.caseB = addCase(team, ids.busy, 'n01', null);
  team.write((journal) =>
    journal.insert(
      'case_roles',
      {
        case_id: team.joansCase,
        role: 'coordinator',
        worker_id: team.ids.colleague,
        started_at: '2026-11-01T09:00:00.000Z',
      },
      'n01',
    ),
  );
  team.write((journal) => {
    for (const email of ['one@example.org', 'two@example.org'])
      journal.update('people', team.amir, { email }, { '*': team.store.query(origin(team.amir))[0]?.origin ?? '' });
  });
}, 60_000);
afterAll(() => team.dispose());

const origin = (id: string) => sqlBuilder.selectFrom('people').select('origin').where('id', '=', id);
const list = (kind: FindingKind) => team.ask('review.list', { kinds: [kind] });
const only = async (kind: FindingKind) => {
  const { rows, total } = await list(kind);
  expect(total).toBe(1);
  expect(rows).toHaveLength(1);
  return rows[0];
};

test('J8 one NHS number on two records: the verified one counts, though it is of another team and told only by name', async () => {
  const found = await only('same-nhs-number');
  expect(found?.people.map(({ id, limited }) => [id, limited])).toEqual([
    [ids.verified, true],
    [ids.number, false],
  ]);
  expect(found?.sentence).toBe('Two records have the same NHS number.');
});

test('likely duplicates are found across teams, each pair once, with reasons; those of other teams alone are not', async () => {
  const found = await only('likely-duplicate');
  expect(found?.people.map(({ id }) => id)).toEqual([ids.first, ids.second]);
  expect(found?.reasons).toEqual(['Same birth date and a similar name.']);
});

test('J8 two coordinators: the one who began first counts', async () => {
  const found = await only('two-coordinators');
  expect(found).toMatchObject({
    caseId: team.joansCase,
    provisional: expect.stringMatching(/^Colin Colleague began first/),
  });
});

test('J8 two open cases of one person in a neighbourhood, and a case without coordinator', async () => {
  expect(await only('two-open-cases')).toMatchObject({ people: [{ id: ids.busy }], caseId: ids.caseA });
  expect(await only('no-coordinator')).toMatchObject({ people: [{ id: ids.busy }], caseId: ids.caseB });
});

test('J4 edits that met are part of the queue', async () => {
  const found = await only('contested');
  expect(found).toMatchObject({ people: [{ id: team.amir }], sentence: 'Two edits met. Person: e-mail.' });
});

test('the whole queue counts every kind and is read in windows', async () => {
  const whole = await team.ask('review.list', {});
  expect(whole.total).toBe(6);
  expect(Object.values(whole.counts)).toEqual([1, 1, 1, 1, 1, 1]);
  const windows = [];
  for (let offset = 0; offset < 6; offset += 2)
    windows.push(...(await team.ask('review.list', { offset, limit: 2 })).rows);
  expect(windows).toEqual(whole.rows);
});

test('a finding settled by a person is gone, and stays gone; one put right is gone by itself', async () => {
  const finding = (await only('likely-duplicate'))?.id ?? '';
  team.signInAs('coordinator');
  const settle = { finding, decision: 'not-the-same', reason: 'Sisters in law, met both.' } as const;
  expect((await team.refusal('review.decide', settle)).code).toBe('not-allowed');
  team.signInAs('lead');
  await team.ask('review.decide', settle);
  expect((await list('likely-duplicate')).total).toBe(0);
  team.write((journal) => {
    const [role] = team.store.query(
      sqlBuilder.selectFrom('case_roles').select('id').where('worker_id', '=', team.ids.colleague),
    );
    journal.update('case_roles', role?.id ?? '', { ended_at: team.now });
  });
  expect((await list('two-coordinators')).total).toBe(0);
});

test('a third coordinator after a decision is a new finding', async () => {
  const add = (worker_id: string) =>
    team.write((journal) =>
      journal.insert(
        'case_roles',
        { case_id: team.amirsCase, role: 'coordinator', worker_id, started_at: team.now },
        'n01',
      ),
    );
  add(team.ids.colleague);
  const two = (await only('two-coordinators'))?.id ?? '';
  await team.ask('review.decide', { finding: two, decision: 'accepted', reason: 'Job share until Friday.' });
  expect((await list('two-coordinators')).total).toBe(0);
  add(team.ids.lead);
  expect((await only('two-coordinators'))?.sentence).toMatch(/three care coordinators/);
});

test('findings of other neighbourhoods are neither listed nor settled', async () => {
  const finding = (await only('same-nhs-number'))?.id ?? '';
  expect((await team.refusal('review.list', { neighbourhoodIds: ['n02'] })).code).toBe('outside-relationship');
  const settle = { decision: 'accepted', reason: 'Known.' };
  for (const about of [
    `no-coordinator:${team.zoe}`,
    'likely-duplicate:A+B',
    'nothing:A',
    'contested:people.nobody.email',
  ])
    expect((await team.refusal('review.decide', { ...settle, finding: about })).code).toBe('not-found');
  expect((await team.refusal('review.decide', { ...settle, finding: 'x y' })).code).toBe('bad-input');
  team.signInAs('behaviourist');
  expect((await team.refusal('review.decide', { ...settle, finding })).code).toBe('not-allowed');
  expect((await team.refusal('review.list', {})).code).toBe('not-allowed');
  team.signInAs('lead');
});

test.each(Object.entries(reviewStatements))('%s walks an index', (_, found) => {
  const sql = found.sql();
  const parameters = Array(sql.split('?').length - 1).fill(null);
  const plan = team.store.explain({
    compile: () => ({ ...sqlBuilder.selectFrom('facts').selectAll().compile(), sql, parameters }),
  });
  expect(plan.join('\n')).not.toMatch(/SCAN (people|contacts|changes|caseload|cases|case_roles|p|l|c|r)\b(?! USING)/);
});
