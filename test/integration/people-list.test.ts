import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countQuery, type PeopleListQuery, pageQuery } from '../../electron/engine/store/people-list.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addCase, addFlag, addPerson } from './people-fixture.ts';

const families = ['Abbott', '=Formula', "O'Brien", 'Zhou', 'Núñez', 'Kaya'];
const givens = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'];
let team: CareTeam;
const people: { id: string; at: string; number: number }[] = [];
beforeAll(async () => {
  team = await careTeam();
  for (let number = 0; number < 120; number++) {
    const at = Math.floor(number / 6) % 3 === 2 ? 'n02' : 'n01';
    const id = addPerson(team, { family: families[number % 6] ?? '', given: givens[number % 7] ?? '' }, at, {
      birth: number % 10 === 0 ? { year: 1950 } : { date: `${1930 + (number % 90)}-0${1 + (number % 9)}-11` },
      practiceId: number % 2 ? 'y00001' : 'y00002',
      ...(number % 12 === 0 && { death: { date: '2026-01-05' } }),
      ...(number === 4 && { nhsNumber: '9990000018', address: { lines: ['1 Example Street'], postcode: 'L15 5AB' } }),
    });
    people.push({ id, at, number });
    if (number % 4 === 0) addFlag(team, id, 'homeless');
    if (number % 5 === 0) addFlag(team, id, 'safeguarding');
    if (number % 6 === 0)
      team.write((journal) =>
        journal.insert('segments', { person_id: id, code: 'complex-lives', started_on: '2026-01-01' }, at),
      );
    if (number % 7 === 0) addCase(team, id, at, team.ids.coordinator);
  }
  // The fixture's own people, Joan and Amir, would only be in the way of counting.
  team.write((journal) => {
    for (const id of [team.joan, team.amir]) journal.update('people', id, { voided: '{}' });
  });
}, 60_000);
afterAll(() => team.dispose());

type Input = InputOf<'people.list'>;
const list = (input: Input = {}) => team.ask('people.list', { limit: 200, ...input });
const numbersOf = async (input: Input) => {
  const { rows, total } = await list(input);
  expect(total).toBe(rows.length);
  return rows.map(({ id }) => people.find((person) => person.id === id)?.number ?? -1).sort((a, b) => a - b);
};
const expected = (test: (number: number) => boolean) =>
  people.filter(({ at, number }) => at === 'n01' && test(number)).map(({ number }) => number);

test('a list holds everybody of the own neighbourhood, and nobody else', async () => {
  expect(await numbersOf({})).toEqual(expected(() => true));
});

test.each<[string, Input, (number: number) => boolean]>([
  ['a practice', { practiceId: 'y00001' }, (n) => n % 2 === 1],
  ['a flag', { flag: 'homeless' }, (n) => n % 4 === 0],
  ['a restricted flag, for those who may', { flag: 'safeguarding' }, (n) => n % 5 === 0],
  ['a segment', { segment: 'complex-lives' }, (n) => n % 6 === 0],
  ['the dead', { deceased: true }, (n) => n % 12 === 0],
  ['the living', { deceased: false }, (n) => n % 12 !== 0],
  ['an open case', { openCase: true }, (n) => n % 7 === 0],
  ['no open case', { openCase: false }, (n) => n % 7 !== 0],
  ['part of a name', { search: "o'br" }, (n) => n % 6 === 2],
  ['two parts of names', { search: 'fl zho' }, (n) => n % 6 === 3 && n % 7 === 5],
  ['a postcode', { search: 'l15' }, (n) => n === 4],
  ['the beginning of an NHS number', { search: '999000001' }, (n) => n === 4],
  ['a flag and a practice', { flag: 'homeless', practiceId: 'y00002' }, (n) => n % 4 === 0],
])('a list is narrowed by %s', async (_, input, holds) => {
  expect(await numbersOf(input)).toEqual(expected(holds));
});

test('age bands split everybody whose birth date is known', async () => {
  const bands = ['0-17', '18-39', '40-64', '65-79', '80+'] as const;
  const numbers = await Promise.all(bands.map((ageBand) => numbersOf({ ageBand })));
  expect(numbers.flat().sort((a, b) => a - b)).toEqual(expected((n) => n % 10 !== 0));
});

test.each(['name', 'name-desc', 'youngest', 'oldest'] as const)(
  'windows by %s put together are the whole list, each person once',
  async (sort) => {
    const whole = (await list({ sort })).rows.map(({ id }) => id);
    const windows: string[] = [];
    for (let offset = 0; offset < 84; offset += 7)
      windows.push(...(await list({ sort, offset, limit: 7 })).rows.map(({ id }) => id));
    expect(windows).toEqual(whole);
    expect(new Set(whole).size).toBe(84);
  },
);

test('sorting is by family name without regard to case, accents and apostrophes, and by age', async () => {
  const names = (await list()).rows.map(({ name }) => name.family);
  expect([...new Set(names)]).toEqual(['Abbott', '=Formula', 'Kaya', 'Núñez', "O'Brien", 'Zhou']);
  const births = (await list({ sort: 'oldest' })).rows.map(({ birth }) => birth?.date ?? '9999');
  expect(births).toEqual([...births].sort());
});

test('an age band begins on the birthday', async () => {
  const today = addPerson(team, { family: 'Birthday', given: 'Today' }, 'n01', { birth: { date: '1961-11-20' } });
  const tomorrow = addPerson(team, { family: 'Birthday', given: 'Tomorrow' }, 'n01', { birth: { date: '1961-11-21' } });
  const found = async (ageBand: '40-64' | '65-79') =>
    (await list({ ageBand, search: 'birthday' })).rows.map(({ id }) => id);
  expect(await found('65-79')).toEqual([today]);
  expect(await found('40-64')).toEqual([tomorrow]);
});

test('a list of another team is refused, and the refusal audited', async () => {
  expect((await team.refusal('people.list', { neighbourhoodIds: ['n01', 'n02'] })).code).toBe('outside-relationship');
  const lines = team.store.query(sqlBuilder.selectFrom('audit').selectAll().where('outcome', '=', 'refused'));
  expect(lines.at(-1)?.action).toBe('people.list');
});

test('a restricted flag is neither a filter nor in the rows for those who may not know of it', async () => {
  team.signInAs('behaviourist');
  expect((await team.refusal('people.list', { flag: 'safeguarding' })).code).toBe('not-allowed');
  expect(JSON.stringify(await list())).not.toContain('safeguarding');
  const { file } = await team.ask('people.exportList', {});
  expect(new TextDecoder().decode(file.bytes)).not.toContain('Safeguarding');
  team.signInAs('coordinator');
});

test('the export has the rows of the list in its order, formulas defused, and one audit line', async () => {
  const { file, rows } = await team.ask('people.exportList', { flag: 'homeless' });
  expect(file).toMatchObject({ name: 'people-2026-11-20.csv', mime: 'text/csv' });
  const table = parse(Buffer.from(file.bytes), { bom: true, columns: true }) as Record<string, string>[];
  const shown = await list({ flag: 'homeless' });
  const { file: all } = await team.ask('people.exportList', {});
  expect(rows).toBe(shown.total);
  expect(table.map((row) => row['Given name'])).toEqual(shown.rows.map(({ name }) => name.given));
  expect(new TextDecoder().decode(all.bytes)).toMatch(/,'=Formula,/);
  expect(table[0]?.Flags).toContain('Homeless');
  const lines = team.store.query(sqlBuilder.selectFrom('audit').selectAll().where('action', '=', 'people-exported'));
  expect(lines).toHaveLength(3);
});

describe('query plans', () => {
  const base: PeopleListQuery = { neighbourhoodIds: ['n01'], sort: 'name' };
  const several = { ...base, neighbourhoodIds: ['n01', 'n02', 'n03'] };
  const cases: [string, PeopleListQuery][] = [
    ['one neighbourhood by name', base],
    ['one neighbourhood by name backwards', { ...base, sort: 'name-desc' }],
    ['one neighbourhood, youngest first', { ...base, sort: 'youngest' }],
    ['one neighbourhood, oldest first', { ...base, sort: 'oldest' }],
    ['several by name', several],
    ['several, youngest first', { ...several, sort: 'youngest' }],
    ['a practice', { ...base, practiceIds: ['y00001'] }],
    ['a flag', { ...several, flag: 'homeless' }],
    ['a segment', { ...several, segment: 'complex-lives' }],
    ['an age band', { ...several, born: [{ from: '1950-01-01', until: '1960-01-01' }] }],
    ['the dead', { ...several, deceased: true }],
    ['the living', { ...several, deceased: false }],
    ['an open case', { ...several, openCase: true }],
    ['words', { ...several, match: '"smi"*' }],
    ['an NHS number', { ...several, nhsNumber: '99900' }],
    ['a postcode', { ...several, postcodes: ['L15', 'L1 5'] }],
  ];
  test.each(cases)('%s: neither page nor total reads people beyond their index', (_, query) => {
    for (const built of [pageQuery(query, 50_000, 100), countQuery(query)]) {
      const plan = team.store.explain(built);
      expect(plan.join('\n')).not.toMatch(/SCAN people\b(?! USING (COVERING )?INDEX)/);
      expect(plan.join('\n')).not.toMatch(/SCAN (flags|segments|caseload|contacts|changes)\b/);
    }
  });
  test.each(cases.slice(0, 6))('%s: a page is a walk along an index, never a sort of everybody', (_, query) => {
    expect(team.store.explain(pageQuery(query, 0, 100)).join('\n')).not.toContain('TEMP B-TREE');
  });
});
