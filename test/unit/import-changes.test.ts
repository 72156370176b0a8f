import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isNothingNew, listChanges } from '../../electron/engine/imports/list-changes.ts';
import { additionsOf, type ListFacts, newPersonRow } from '../../electron/engine/imports/new-record.ts';
import { type ParsedPerson, parsedPersonSchema } from '../../electron/engine/imports/parsed-person.ts';
import { agrees, likelyReasons } from '../../electron/engine/imports/same-person.ts';
import { identifierKey, type RecordState } from '../../electron/engine/store/import-people.ts';
import { nameOf } from '../../electron/engine/store/person-name.ts';

const facts: ListFacts = { source: 'Example list', receivedOn: '2026-11-20' };
const place = { practiceId: 'N82901', neighbourhoodId: 'n01' };

const person = (said: Partial<ParsedPerson>): ParsedPerson => ({
  name: { family: 'Example', given: 'Joan' },
  identifiers: [],
  conditions: [],
  flags: [],
  relationships: [],
  unmapped: [],
  ...said,
});

/** The record that a list made of somebody. */
function recorded(said: ParsedPerson): RecordState {
  const added = additionsOf(said, facts);
  const row = { id: 'P1', merged_into: null, voided: null, ...newPersonRow(said, place, facts) };
  return {
    person: row as unknown as RecordState['person'],
    conditions: new Set(added.conditions.map(({ code }) => code)),
    flags: new Set(added.flags.map(({ code }) => code)),
    identifiers: new Set(added.identifiers.map(({ system, value }) => identifierKey(system, value))),
    relationships: new Set(added.relationships.map(({ kind, name }) => `${kind}\n${name}`)),
  };
}

const changed = (before: Partial<ParsedPerson>, said: Partial<ParsedPerson>) =>
  listChanges(person(said), recorded(person(before)), place, facts);

const word = fc
  .string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'abcdeéö-’ ABC') })
  .filter((text) => /[a-z]/i.test(text));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const anyPerson = fc
  .record({
    name: fc.record({ family: word, given: word, middle: maybe(word), preferred: maybe(word) }),
    birth: maybe(
      fc.oneof(
        fc.constant({ date: '1950-04-03' }),
        fc.integer({ min: 1900, max: 2020 }).map((year) => ({ year })),
      ),
    ),
    nhsNumber: maybe(fc.constant('9991001093')),
    gender: maybe(fc.constantFrom('1', '2')),
    interpreter: maybe(fc.boolean()),
    address: maybe(fc.record({ lines: fc.array(word, { maxLength: 3 }), postcode: maybe(fc.constant('L4 0TH')) })),
    deprivation: maybe(fc.integer({ min: 1, max: 10 }).map((decile) => ({ decile, quintile: Math.ceil(decile / 2) }))),
    frailty: maybe(fc.record({ efi: maybe(fc.constant(0.25)), cfs: maybe(fc.integer({ min: 1, max: 9 })) })),
    admissions: maybe(fc.integer({ min: 0, max: 9 }).map((emergency12m) => ({ emergency12m }))),
    death: maybe(fc.constantFrom({}, { date: '2026-01-02' })),
    mobile: maybe(fc.constant('07700 900123')),
    localId: maybe(word),
    conditions: fc.subarray([{ code: 'copd' }, { code: 'diabetes', on: '2001-02-03' }]),
    relationships: fc.subarray([{ kind: 'partner', name: 'Pat Example', emergencyContact: true }]),
  })
  .map((said) => {
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    const name = Object.fromEntries(Object.entries(said.name).filter(([, value]) => value !== undefined));
    return parsedPersonSchema.parse(JSON.parse(JSON.stringify({ ...person({}), ...given, name })));
  });

it('finds nothing new in what it has recorded itself, whatever that is', () => {
  fc.assert(
    fc.property(anyPerson, (said) => {
      const changes = listChanges(said, recorded(said), place, { ...facts, receivedOn: '2027-01-01' });
      expect(changes.columns).toEqual({});
      expect(isNothingNew(changes)).toBe(true);
    }),
  );
});

it('never blanks: a row that says only the name leaves everything as it is', () => {
  fc.assert(
    fc.property(anyPerson, (before) => {
      const changes = listChanges(person({ name: before.name }), recorded(before), null, facts);
      expect(isNothingNew(changes)).toBe(true);
    }),
  );
});

it('takes capitals, accents, punctuation and initials for no change of a name, and keeps the parts not given', () => {
  const before = { name: { family: "O'Brien-Zoë", given: 'Mary', middle: 'Anne', preferred: 'Molly' } };
  for (const name of [
    { family: 'OBRIEN ZOE', given: 'MARY' },
    { family: 'O’Brien-Zoë', given: 'M', middle: 'A' },
  ])
    expect(changed(before, { name }).columns).toEqual({});
  const married = changed(before, { name: { family: 'Sample', given: 'Mary' } }).columns.name ?? '';
  expect(nameOf(married)).toEqual({ family: 'Sample', given: 'Mary', middle: 'Anne', preferred: 'Molly' });
});

it('never puts a less exact birth in the place of an exact one, and says when they do not fit', () => {
  const before = { birth: { date: '1950-04-03' } };
  expect(changed(before, { birth: { year: 1950 } })).toMatchObject({ columns: {}, notes: [] });
  const other = changed(before, { birth: { year: 1951 } });
  expect(other.columns).toEqual({});
  expect(other.notes).toHaveLength(1);
  expect(changed({ birth: { year: 1950 } }, before).columns.birth).toBe('{"date":"1950-04-03"}');
});

it('keeps a traced number traced, and a new number untraced until the list says more', () => {
  const traced = { nhsNumber: '9991001093', nhsNumberStatus: '01' } as const;
  expect(changed(traced, { nhsNumber: '9991001093', nhsNumberStatus: '02' }).columns).toEqual({});
  expect(changed({}, { nhsNumber: '9991001093' }).columns).toEqual({
    nhs_number: '9991001093',
    nhs_number_status: '02',
  });
});

it('takes an address with more or fewer lines for the same only while it gives no postcode', () => {
  const before = { address: { lines: ['1 Test Lane', 'Walton'], postcode: 'L4 0TH' } };
  expect(changed(before, { address: { lines: ['1 TEST LANE'] } }).columns).toEqual({});
  expect(changed(before, { address: { lines: [], postcode: 'L4 0TH' } }).columns).toEqual({});
  expect(
    changed(before, { address: { lines: ['1 Test Lane', 'Walton'], postcode: 'L5 0TH' } }).columns.address,
  ).toContain('L5 0TH');
});

it('adds a figure to the one beside it, dated with the list', () => {
  const { columns } = changed({ frailty: { efi: 0.3 } }, { frailty: { cfs: 5 } });
  expect(JSON.parse(columns.frailty ?? '{}')).toEqual({ efi: 0.3, cfs: 5, asOf: '2026-11-20', source: 'Example list' });
});

it('takes two NHS numbers for two people unless birth and home both say otherwise', () => {
  const joan = {
    name: { family: 'Example', given: 'Joan' },
    birthDate: '1950-04-03',
    postcode: 'L4 0TH',
    nhsNumber: '9991001093',
  };
  const sorts = new Set(['born', 'home']);
  const another = { ...joan, nhsNumber: '9991001069' };
  expect(likelyReasons(joan, { ...another, birthDate: '1980-01-01' }, new Set(['home']))).toEqual([]);
  expect(likelyReasons(joan, { ...another, birthDate: '1980-01-01' }, sorts)).toEqual([]);
  expect(likelyReasons(joan, another, sorts)).toHaveLength(2);
  expect(likelyReasons(joan, { ...another, nhsNumber: null, postcode: null }, new Set(['born']))).toHaveLength(1);
});

it('lets a number decide only when name or birth date agree with it', () => {
  const joan = { name: { family: 'Example', given: 'Joan' }, birthDate: '1950-04-03' };
  expect(agrees(joan, { ...joan, name: { family: 'Married', given: 'J' } })).toBe(true);
  expect(agrees(joan, { ...joan, birthDate: '1960-04-03' })).toBe(true);
  expect(agrees(joan, { name: { family: 'Quite', given: 'Another' }, birthDate: '1960-04-03' })).toBe(false);
  expect(agrees(joan, { name: { family: 'Quite', given: 'Another' }, birthDate: null })).toBe(false);
});
