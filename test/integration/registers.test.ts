import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomFrom } from '../../electron/engine/demo/random.ts';
import { registerCounts, registerPage } from '../../electron/engine/store/registers.ts';
import { addDays } from '../../shared/domain/british-date.ts';
import { type CheckEntry, type CheckPerson, eligibility, standingOf } from '../../shared/domain/checks.ts';
import { codesOf } from '../../shared/domain/code-lists.ts';
import { kindsOf, registers } from '../../shared/domain/registers.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addCase, addFlag, addPerson } from './people-fixture.ts';

const seed = process.env.SEED ?? String(Math.floor(Math.random() * 1e6));
const today = '2026-11-20';
let team: CareTeam;
const known = new Map<string, { person: CheckPerson; entries: Map<string, CheckEntry[]> }>();

const flags = ['learning-disability', 'severe-mental-illness', 'carer', 'young-carer', 'pregnant', 'end-of-life'];
const conditions = ['diabetes', 'copd', 'stroke', 'learning-disability', 'severe-mental-illness', 'asthma'];

beforeAll(async () => {
  console.log(`seed ${seed}`);
  team = await careTeam();
  const random = randomFrom(seed);
  for (let number = 0; number < 150; number += 1) {
    const date = addDays(today, -random.int(0, 95 * 365));
    const birth = random.chance(0.1) ? { year: Number(date.slice(0, 4)) } : { date };
    const died = random.chance(0.05);
    const id = addPerson(team, { family: `Family${number}`, given: 'Kim' }, 'n01', {
      birth,
      ...(died && { death: { date: today } }),
    });
    const own = { flags: random.some(flags, 1), conditions: random.some(conditions, random.int(0, 2)) };
    for (const code of own.flags) addFlag(team, id, code);
    const entries = new Map<string, CheckEntry[]>();
    team.write((journal) => {
      for (const code of own.conditions) journal.insert('conditions', { person_id: id, code }, 'n01');
      for (const kind of codesOf('check'))
        for (let at = random.int(0, 2); at > 0; at -= 1) {
          const day = () => addDays(today, -random.pick([0, 1, 60, 150, 180, 200, 364, 365, 366, 700, 1900]));
          const offeredOn = random.chance(0.7) ? day() : null;
          const doneOn = offeredOn === null || random.chance(0.4) ? day() : null;
          const response = offeredOn ? random.pick(['accepted', 'declined', null] as const) : null;
          journal.insert(
            'checks',
            {
              person_id: id,
              kind,
              offered_on: offeredOn,
              response,
              done_on: doneOn,
              recorded_at: team.now,
              recorded_by: team.ids.coordinator,
            },
            'n01',
          );
          entries.set(kind, [...(entries.get(kind) ?? []), { offeredOn, response, doneOn }]);
        }
    });
    known.set(id, { person: { birth, died, ...own }, entries });
  }
}, 60_000);
afterAll(() => team.dispose());

describe.each(codesOf('check'))('%s', (kind) => {
  const register = registers.find((each) => kindsOf(each).includes(kind)) ?? 'vaccinations';

  test('the list is exactly those whom the rule names, each as the rule says', async () => {
    const { rows, total, counts } = await team.ask('registers.list', { register, kind, limit: 200 });
    const expected = [...known].flatMap(([id, { person, entries }]) =>
      eligibility(kind, person, today).eligible
        ? [`${id} ${standingOf(kind, entries.get(kind) ?? [], today).state}`]
        : [],
    );
    const ours = rows.filter(({ id }) => known.has(id)).map(({ id, state }) => `${id} ${state}`);
    expect(ours.sort()).toEqual(expected.sort());
    expect(total).toBe(rows.length);
    expect(Object.values(counts).reduce((sum, number) => sum + number, 0)).toBe(rows.length);
  });

  test('a state narrows the list to its count', async () => {
    const { counts } = await team.ask('registers.list', { register, kind });
    for (const state of ['due', 'offered', 'declined', 'done'] as const) {
      const { rows, total } = await team.ask('registers.list', { register, kind, states: [state], limit: 200 });
      expect(rows).toHaveLength(counts[state]);
      expect(total).toBe(counts[state]);
      expect(rows.every((row) => row.state === state)).toBe(true);
    }
  });
});

test('the end-of-life register tells whose wishes are recorded', async () => {
  const list = () => team.ask('registers.list', { register: 'end-of-life', limit: 200 });
  const before = await list();
  const living = [...known].filter(([, { person }]) => !person.died && person.flags.includes('end-of-life'));
  expect(before.counts).toMatchObject({ due: living.length, done: 0 });
  const [first = ''] = living.map(([id]) => id);
  team.write((journal) =>
    journal.insert(
      'care_decisions',
      { person_id: first, kind: 'place-of-death', value: '"10"', recorded_at: team.now, recorded_by: team.ids.lead },
      'n01',
    ),
  );
  expect((await list()).rows.find(({ id }) => id === first)?.state).toBe('done');
});

test('mine are the people of my open cases', async () => {
  const id = addPerson(team, { family: 'Mine', given: 'Only' }, 'n01', { birth: { date: '1970-01-01' } });
  addCase(team, id, 'n01', team.ids.colleague);
  team.signInAs('colleague');
  const { rows } = await team.ask('registers.list', { register: 'nhs-health-check', whose: 'mine' });
  expect(rows.map((row) => row.id)).toEqual([id]);
  team.signInAs('coordinator');
});

test('windows put together are the whole list, in the order of names', async () => {
  const whole = await team.ask('registers.list', { register: 'vaccinations', limit: 200 });
  const parts = [];
  for (let offset = 0; offset < whole.total; offset += 7)
    parts.push(...(await team.ask('registers.list', { register: 'vaccinations', offset, limit: 7 })).rows);
  expect(parts.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id));
});

test('a list is saved as a file whose cells cannot run', async () => {
  const id = addPerson(team, { family: '=1+1', given: 'Eve' }, 'n01', { birth: { date: '1950-01-01' } });
  addFlag(team, id, 'carer');
  const { file, rows } = await team.ask('registers.export', { register: 'carers' });
  const text = new TextDecoder().decode(file.bytes);
  expect(file.name).toBe('register-carers-2026-11-20.csv');
  expect(text.split('\r\n')).toHaveLength(rows + 2);
  expect(text).not.toMatch(/(^|,)"?=1/mu);
});

test('no register leaves the own neighbourhoods', async () => {
  expect((await team.refusal('registers.list', { register: 'carers', neighbourhoodId: 'n02' })).code).toBe(
    'outside-relationship',
  );
  expect((await team.refusal('registers.list', { register: 'carers', kind: 'flu' })).code).toBe('bad-input');
  team.signInAs('elsewhere');
  expect(
    (await team.ask('registers.list', { register: 'nhs-health-check' })).rows.filter(({ id }) => known.has(id)),
  ).toEqual([]);
  team.signInAs('reviewer');
  expect((await team.refusal('registers.list', { register: 'carers' })).code).toBe('not-allowed');
  team.signInAs('coordinator');
});

test.each([null, ...codesOf('check')])('%s walks indexes only', (kind) => {
  const query = { kind, neighbourhoods: ['n01', 'n02'], worker: null, states: [], today };
  for (const asked of [registerCounts(query), registerPage(query, 0, 100)]) {
    const scans = team.store
      .explain(asked as never)
      .filter((step) => /^SCAN (p|people|flags|conditions|checks|k|x|d|caseload)\b/u.test(step));
    expect(scans).toEqual([]);
  }
});
