import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addCase, addFlag, addPerson } from './people-fixture.ts';

let team: CareTeam;
const ids: Record<string, string> = {};
beforeAll(async () => {
  team = await careTeam();
  ids.own = addPerson(team, { family: 'Smith-Jones', given: 'Margaret', preferred: 'Peggy' }, 'n01', {
    birth: { date: '1941-02-12' },
    nhsNumber: '9990000018',
    address: { lines: ['1 Example Street'], postcode: 'L15 5AB' },
  });
  ids.colleagues = addPerson(team, { family: 'Smith', given: 'Albert' }, 'n01', { birth: { year: 1950 } });
  ids.mine = addPerson(team, { family: 'Smithson', given: 'Zara' }, 'n02', { birth: { date: '1960-06-01' } });
  addCase(team, ids.mine, 'n02', team.ids.coordinator);
  ids.elsewhere = addPerson(team, { family: 'Smith', given: 'Eve' }, 'n02', {
    birth: { date: '1990-10-05' },
    nhsNumber: '9990000026',
    address: { lines: ['2 Other Road'], postcode: 'L15 6XY' },
  });
  ids.hindi = addPerson(team, { family: 'हिन्दी', given: 'O’Brien' }, 'n01', {});
  ids.voided = addPerson(team, { family: 'Smith', given: 'Void' }, 'n01', { nhsNumber: '9990000034' });
  team.write((journal) =>
    journal.update('people', ids.voided ?? '', { voided: JSON.stringify({ by: 'x', at: team.now, reason: 'error' }) }),
  );
  addFlag(team, ids.own, 'safeguarding');
  addFlag(team, ids.own, 'risk-to-staff');
}, 60_000);
afterAll(() => team.dispose());

const find = async (text: string) => (await team.ask('people.search', { text })).rows;
const found = async (text: string) => (await find(text)).map(({ id }) => id);

test.each(['smi', 'SMITH'])(
  '“%s” finds the own caseload first, then own people, and nobody of other teams',
  async (text) => {
    expect(await found(text)).toEqual([ids.mine, ids.colleagues, ids.own]);
  },
);

test.each([
  ['jones marg', 'parts of both names in any order'],
  ['margaret smith', 'given name first'],
  ['peggy', 'the preferred name'],
  ['12/2/41', 'a birth date'],
  ['jones 1941', 'a name with a year of birth'],
  ['l15 5ab', 'a postcode'],
  ['999 000 0018', 'an NHS number as it is printed'],
  ['999000001', 'the beginning of an NHS number'],
])('“%s” finds by %s', async (text) => {
  expect(await found(text)).toEqual([ids.own]);
});

test('names of every script are found by their beginnings', async () => {
  expect(await found('हिन')).toEqual([ids.hindi]);
  expect(await found("o'b")).toEqual([ids.hindi]);
});

test.each(['9990000026', '5 Oct 1990 smith'])(
  'somebody of another team is found by “%s”, with name, age and neighbourhood only',
  async (text) => {
    const [row] = await find(text);
    expect(row).toMatchObject({
      id: ids.elsewhere,
      limited: true,
      name: { family: 'Smith', given: 'Eve' },
      age: '36 years',
      birth: null,
      nhsNumber: null,
      address: null,
      practice: null,
      case: null,
      flags: [],
    });
    expect(row?.neighbourhood.id).toBe('n02');
  },
);

test.each(['eve', 'eve smith', '5 Oct 1990', '5 Oct 1990 smi', '999000002', 'l15 6xy', 'smith l15 6xy'])(
  'somebody of another team is not found by “%s”',
  async (text) => {
    expect(await found(text)).not.toContain(ids.elsewhere);
  },
);

test('voided records are not found', async () => {
  expect(await found('9990000034')).toEqual([]);
  expect(await found('void')).toEqual([]);
});

test('restricted flags are in the rows of those who may know of them only', async () => {
  expect((await find('9990000018'))[0]?.flags).toEqual(['safeguarding', 'risk-to-staff']);
  team.signInAs('behaviourist');
  expect((await find('9990000018'))[0]?.flags).toEqual(['risk-to-staff']);
  team.signInAs('coordinator');
});

test.each(['', '99', '1941', '12/2', '!!'])('“%s” is answered with what to type', async (text) => {
  const { rows, hint } = await team.ask('people.search', { text });
  expect(rows).toEqual([]);
  expect(hint).toMatch(/^Type /);
});

test.each(['"', '*', 'a" OR "b', '0n02', 'NEAR(a b)', 'smith AND NOT', '\u0000', '%', '😀', "'; DROP TABLE people"])(
  'hostile text “%s” is only text',
  async (text) => {
    const { rows } = await team.ask('people.search', { text });
    expect(rows.every(({ id }) => id !== ids.elsewhere)).toBe(true);
  },
);

test('a burst of searches leaves one audit line in thirty seconds, without what was typed', async () => {
  team.now = '2026-11-20T11:00:00.000Z';
  const lines = () =>
    team.store.query(
      sqlBuilder
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', 'people-searched')
        .where('at', '>=', '2026-11-20T11'),
    );
  for (const text of ['j', 'jo', 'jon', 'jone']) await team.ask('people.search', { text });
  expect(lines()).toHaveLength(1);
  team.now = '2026-11-20T11:00:29.999Z';
  await team.ask('people.search', { text: 'jones' });
  expect(lines()).toHaveLength(1);
  team.now = '2026-11-20T11:00:30.000Z';
  await team.ask('people.search', { text: 'jones' });
  expect(lines()).toHaveLength(2);
  team.signInAs('colleague');
  await team.ask('people.search', { text: 'jones' });
  team.signInAs('coordinator');
  expect(lines()).toHaveLength(3);
  expect(JSON.stringify(lines())).not.toMatch(/jone/);
});

test('somebody who moved is found by the team that looks after them now', async () => {
  const id = addPerson(team, { family: 'Mover', given: 'Mo' }, 'n01', {});
  expect(await found('mover')).toEqual([id]);
  team.write((journal) => journal.update('people', id, { neighbourhood_id: 'n02' }));
  expect(await found('mover')).toEqual([]);
  team.signInAs('elsewhere');
  expect(await found('mover')).toEqual([id]);
  team.signInAs('coordinator');
});
