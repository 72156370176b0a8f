import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyJournal } from '../../electron/engine/journal/verify.ts';
import { sqlBuilder } from '../../electron/engine/store/statements.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { addPerson } from './people-fixture.ts';

let team: CareTeam;
let practice: { id: string; neighbourhood_id: string };
let otherPractice: { id: string; neighbourhood_id: string };
beforeAll(async () => {
  team = await careTeam();
  const practices = team.store.query(sqlBuilder.selectFrom('practices').select(['id', 'neighbourhood_id']));
  const of = (at: string) => practices.find((row) => row.neighbourhood_id === at) ?? { id: '', neighbourhood_id: '' };
  [practice, otherPractice] = [of('n01'), of('n02')];
}, 60_000);
afterAll(() => team.dispose());

type Person = InputOf<'people.register'>['person'];
const register = (person: Partial<Person> & Pick<Person, 'name'>, more: Partial<InputOf<'people.register'>> = {}) =>
  team.ask('people.register', { person: { practiceId: practice.id, ...person } as Person, ...more });
const open = (personId: string) => team.ask('people.open', { personId });

test('a person is registered with every field, and read back as entered', async () => {
  const person = {
    name: { family: 'Garston', given: 'Nell', middle: 'Rose', prefix: 'Mrs', preferred: 'Nellie' },
    birth: { date: '1948-03-02', estimated: true },
    nhsNumber: '999 000 0018',
    nhsNumberStatus: '01',
    gender: '2',
    ethnicCategory: 'A',
    language: 'pl',
    interpreter: true,
    religion: null,
    address: { lines: ['Flat 2', '7 Example Road'], postcode: 'l15 5ab', since: '2019-05-01' },
    residence: { type: 'MA01' },
    deprivation: { quintile: 1, decile: 2, asOf: '2019-09-01', source: 'IMD 2019' },
    phone: '01514960123',
    mobile: '+447700900123',
    email: 'nell@example.org',
    contactWays: { preferred: ['3'], forbidden: ['8'], note: 'After eleven.' },
    informationNeeds: { contact: ['7'], format: ['11'], note: 'Large type.' },
    adjustments: { codes: ['longer-appointment'], consent: true, note: 'Needs time.' },
    frailty: { efi: 0.2, cfs: 5, asOf: '2026-01-01', source: 'GP' },
    admissions: { emergency12m: 2, asOf: '2026-02-01', source: 'Trust' },
    whatMatters: 'Her garden.\nAnd her cat.',
  } as const satisfies Partial<Person>;
  const { personId, caseId } = await register(person);
  expect(caseId).toBeNull();
  const { details, banner } = await open(personId);
  expect(details).toMatchObject({
    ...person,
    nhsNumber: '9990000018',
    address: { ...person.address, postcode: 'L15 5AB' },
    phone: '0151 496 0123',
    mobile: '07700 900123',
    practiceId: practice.id,
    neighbourhoodId: 'n01',
    neighbourhoodByHand: false,
  });
  expect(banner).toMatchObject({ age: '78 years', address: 'Flat 2, 7 Example Road, L15 5AB' });
  expect(banner.communication[0]).toMatch(/^Interpreter needed: /);
  expect(banner.communication).toContain('Not by no telephone contact');
});

test('a first case is opened with the registration, in the same command', async () => {
  const { caseId, personId } = await register(
    { name: { family: 'Dingle', given: 'Ray' } },
    { openCase: { coordinatorId: team.ids.coordinator } },
  );
  const { cases, banner } = await open(personId);
  expect(cases).toHaveLength(1);
  expect(cases[0]).toMatchObject({ id: caseId, status: 'open' });
  expect(banner.coordinator?.name).toBe('Cora Coordinator');
});

test('a registration whose case cannot be opened leaves nothing', async () => {
  const failure = await team.refusal('people.register', {
    person: { name: { family: 'Nobody', given: 'At All' }, practiceId: practice.id },
    openCase: { status: 'open' },
  });
  expect(failure.code).toBe('rule');
  expect((await team.ask('people.search', { text: 'nobody' })).rows).toEqual([]);
});

test('possible duplicates stop a registration until each was looked at, those of other teams with little said', async () => {
  const own = addPerson(team, { family: 'Walton', given: 'Elizabeth' }, 'n01', { birth: { date: '1950-01-01' } });
  const other = addPerson(team, { family: 'Walten', given: 'Betty' }, 'n02', {
    birth: { date: '1950-01-01' },
    nhsNumber: '9990000026',
  });
  const person = {
    name: { family: 'Walton', given: 'Lizzie' },
    birth: { date: '1950-01-01' },
    practiceId: practice.id,
  };
  const failure = await team.refusal('people.register', { person });
  expect(failure.code).toBe('possible-duplicate');
  const { candidates } = failure.details as { candidates: { person: Record<string, unknown>; reasons: unknown[] }[] };
  expect(new Set(candidates.map((candidate) => candidate.person.id))).toEqual(new Set([own, other]));
  const limited = candidates.find((candidate) => candidate.person.id === other)?.person;
  expect(limited).toMatchObject({ limited: true, nhsNumber: null, birth: null });
  expect((await team.refusal('people.register', { person, acknowledged: [own] })).code).toBe('possible-duplicate');
  const made = await team.ask('people.register', { person, acknowledged: [own, other] });
  const asked = await team.ask('people.duplicates', { draft: { name: person.name, birth: person.birth } });
  expect(asked.candidates.map((candidate) => candidate.person.id)).toContain(made.personId);
  const except = await team.ask('people.duplicates', {
    draft: { name: person.name, birth: person.birth, personId: made.personId },
  });
  expect(except.candidates.map((candidate) => candidate.person.id)).not.toContain(made.personId);
});

test('the same command sent again registers nobody twice', async () => {
  const input = { person: { name: { family: 'Twice', given: 'Tess' }, practiceId: practice.id } };
  const first = await team.ask('people.register', input, 'command-1');
  expect(await team.ask('people.register', input, 'command-1')).toEqual(first);
  expect((await team.ask('people.search', { text: 'twice' })).rows).toHaveLength(1);
});

describe('bad input names its field and repeats nothing of it', () => {
  test.each<[string, object, string]>([
    ['a birth in the future', { birth: { date: '2026-11-21' } }, 'person.birth.date'],
    ['a birth year in the future', { birth: { year: 2027 } }, 'person.birth.year'],
    ['a birth too long ago', { birth: { date: '1849-01-01' } }, 'person.birth.date'],
    ['a wrong check digit', { nhsNumber: '9990000019' }, 'person.nhsNumber'],
    ['nine digits', { nhsNumber: '999000001' }, 'person.nhsNumber'],
    ['a death in the future', { death: { date: '2027-01-01' } }, 'person.death.date'],
    ['a death before birth', { birth: { date: '1950-01-01' }, death: { date: '1949-01-01' } }, 'person.death.date'],
    ['a move in the future', { address: { lines: ['1 Road'], since: '2027-01-01' } }, 'person.address.since'],
    ['half a postcode', { address: { lines: ['1 Road'], postcode: 'L15' } }, 'person.address.postcode'],
    ['no such practice', { practiceId: 'Z99999' }, 'person.practiceId'],
    ['no such neighbourhood', { neighbourhoodId: 'n99' }, 'person.neighbourhoodId'],
    ['neither practice nor neighbourhood', { practiceId: null }, 'person.practiceId'],
    ['no name', { name: { family: ' ', given: 'X' } }, 'person.name.family'],
    ['a code of no list', { gender: 'x' }, 'person.gender'],
    ['letters as telephone', { phone: 'call me' }, 'person.phone'],
    [
      'a way of contact liked and forbidden',
      { contactWays: { preferred: ['3'], forbidden: ['3'] } },
      'person.contactWays.forbidden',
    ],
    ['a field that does not exist', { origin: 'x' }, 'person'],
  ])('%s', async (_, fields, path) => {
    const person = { name: { family: 'Canary', given: 'Cass' }, practiceId: practice.id, ...fields };
    const failure = await team.refusal('people.register', { person });
    expect(failure.code).toBe('bad-input');
    expect(failure.details).toEqual(expect.arrayContaining([expect.objectContaining({ path })]));
    expect(JSON.stringify(failure)).not.toMatch(/Canary|999000001/);
  });
});

test('people of another team are registered by that team', async () => {
  const person = { name: { family: 'Faraway', given: 'Fay' }, practiceId: otherPractice.id };
  expect((await team.refusal('people.register', { person })).code).toBe('rule');
});

describe('edits', () => {
  test('only what is named changes, null removes, and heads of what was seen are kept', async () => {
    const { personId } = await register({ name: { family: 'Edit', given: 'Ed' }, phone: '0151 496 0001', gender: '1' });
    const { details } = await open(personId);
    const answer = await team.ask('people.edit', {
      personId,
      patch: { phone: null, name: { family: 'Edited', given: 'Ed', middle: '' }, gender: '1' },
      heads: details.heads,
    });
    expect(answer).toEqual({ changed: ['name', 'phone'], contested: [] });
    const after = await open(personId);
    expect(after.details).toMatchObject({ phone: null, name: { family: 'Edited', given: 'Ed' }, gender: '1' });
    expect(after.details.heads.phone).not.toBe(details.heads['*']);
    expect((await team.ask('people.search', { text: 'edited' })).rows).toHaveLength(1);
  });

  test('J4 an edit from a form that was open too long keeps both values until a person chooses', async () => {
    const { personId } = await register({ name: { family: 'Clash', given: 'Cleo' }, email: 'first@example.org' });
    const { heads } = (await open(personId)).details;
    const edit = (email: string) => team.ask('people.edit', { personId, patch: { email }, heads });
    expect(await edit('second@example.org')).toEqual({ changed: ['email'], contested: [] });
    expect(await edit('third@example.org')).toEqual({ changed: ['email'], contested: ['email'] });
    const [conflict] = (await open(personId)).conflicts;
    expect(conflict).toMatchObject({ entity: 'people', row: personId, field: 'email', label: 'E-mail', name: 'email' });
    expect(conflict?.values.map(({ words, shown }) => [words, shown])).toEqual([
      ['third@example.org', true],
      ['second@example.org', false],
    ]);
    expect(conflict?.values[0]?.by).toBe('Cora Coordinator');
    const keep = conflict?.values[1]?.change ?? '';
    const where = { personId, entity: 'people', row: personId, field: 'email' };
    expect((await team.refusal('people.resolveConflict', { ...where, row: team.joan, keep })).code).toBe('not-found');
    await team.ask('people.resolveConflict', { ...where, keep });
    const after = await open(personId);
    expect(after.conflicts).toEqual([]);
    expect(after.details.email).toBe('second@example.org');
    expect((await team.refusal('people.resolveConflict', { ...where, keep })).code).toBe('conflict');
    const { entries } = await team.ask('people.history', { personId, field: 'email' });
    expect(entries.flatMap(({ fields }) => fields.map(({ to }) => to))).toEqual([
      'second@example.org',
      'third@example.org',
      'second@example.org',
      'first@example.org',
    ]);
  });

  test('another practice moves the neighbourhood, unless it was set by hand; null gives it back', async () => {
    const { personId } = await register({ name: { family: 'Move', given: 'Mia' } });
    const edit = async (patch: InputOf<'people.edit'>['patch']) => {
      const { details } = await open(personId);
      await team.ask('people.edit', { personId, patch, heads: details.heads });
      const { neighbourhoodId, neighbourhoodByHand, practiceId } = (await open(personId)).details;
      return [practiceId, neighbourhoodId, neighbourhoodByHand];
    };
    // A role on the case keeps the record open for the coordinator while the person is with another team.
    await team.ask('cases.open', { personId, coordinatorId: team.ids.coordinator });
    expect(await edit({ practiceId: otherPractice.id })).toEqual([otherPractice.id, 'n02', false]);
    expect(await edit({ neighbourhoodId: 'n01' })).toEqual([otherPractice.id, 'n01', true]);
    expect(await edit({ practiceId: practice.id })).toEqual([practice.id, 'n01', true]);
    expect(await edit({ practiceId: otherPractice.id, neighbourhoodId: null })).toEqual([
      otherPractice.id,
      'n02',
      false,
    ]);
    expect(await edit({ practiceId: null })).toEqual([null, 'n02', true]);
    const { heads } = (await open(personId)).details;
    const failure = await team.refusal('people.edit', { personId, patch: { neighbourhoodId: null }, heads });
    expect(failure.code).toBe('bad-input');
  });

  test('a typed NHS number is not traced until somebody says so', async () => {
    const { personId } = await register({ name: { family: 'Trace', given: 'Tia' }, nhsNumber: '9990000042' });
    expect((await open(personId)).banner.nhsNumberStatus).toBe('02');
    const { heads } = (await open(personId)).details;
    await team.ask('people.edit', { personId, patch: { nhsNumber: null }, heads });
    expect((await open(personId)).banner).toMatchObject({ nhsNumber: null, nhsNumberStatus: null });
  });

  test('checks look at what is on record beside the edit', async () => {
    const { personId } = await register({ name: { family: 'Life', given: 'Lia' }, birth: { date: '1950-01-01' } });
    const { heads } = (await open(personId)).details;
    const failure = await team.refusal('people.edit', { personId, patch: { death: { date: '1949-12-31' } }, heads });
    expect(failure.details).toEqual([{ path: 'patch.death.date', message: 'The date of death is before the birth' }]);
  });
});

test('a record in error is voided with a reason, not while a case is open, and leaves search and lists', async () => {
  const { personId } = await register(
    { name: { family: 'Mistake', given: 'Mo' } },
    { openCase: { coordinatorId: team.ids.coordinator } },
  );
  const reason = 'Entered twice by mistake.';
  expect((await team.refusal('people.void', { personId, reason })).code).toBe('rule');
  const { cases } = await open(personId);
  await team.ask('cases.close', { caseId: cases[0]?.id ?? '', reason: '09', on: '2026-11-20' });
  await team.ask('people.void', { personId, reason });
  expect((await team.ask('people.search', { text: 'mistake' })).rows).toEqual([]);
  expect((await open(personId)).banner.voided).toMatchObject({ by: 'Cora Coordinator', reason });
  expect((await team.refusal('people.addFlag', { personId, code: 'carer' })).code).toBe('rule');
});

test('a need tier set by hand holds until its day, with the reason, and can be cleared', async () => {
  const { personId } = await register({ name: { family: 'Tier', given: 'Ty' } });
  const set = { personId, tier: 'very-high', reason: 'Discharged yesterday.' } as const;
  for (const until of ['2026-11-19', '2028-01-01'])
    expect((await team.refusal('people.overrideTier', { ...set, until })).code).toBe('bad-input');
  await team.ask('people.overrideTier', { ...set, until: '2026-12-01' });
  const { need } = await open(personId);
  expect(need).toMatchObject({
    tier: 'very-high',
    computed: 'low',
    override: { by: 'Cora Coordinator', until: '2026-12-01' },
  });
  expect(need.override?.sentence).toContain('Discharged yesterday.');
  await team.ask('people.clearTierOverride', { personId });
  expect((await open(personId)).need).toMatchObject({ tier: 'low', override: null });
});

test('audit lines name fields, never values, and the journal folds to the state', async () => {
  const lines = team.store.query(sqlBuilder.selectFrom('audit').selectAll());
  const edited = lines.find(({ action }) => action === 'person-edited');
  expect(edited?.fields).toBe('name,gender,phone');
  expect(JSON.stringify(lines)).not.toMatch(/example\.org|999000|Edited|Garston/);
  expect(verifyJournal(team.store, team.engine.opened?.journal.columns ?? new Map()).mismatches).toEqual([]);
});
