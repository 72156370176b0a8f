import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blockingKeys,
  type MatchablePerson,
  matchReasons,
  nameSimilarity,
  phoneticKey,
} from '../../electron/engine/derived/person-matching.ts';
import nicknames from '../../resources/nicknames.json' with { type: 'json' };

function person(
  family: string,
  given: string,
  rest: Omit<MatchablePerson, 'name'> & { preferred?: string } = {},
): MatchablePerson {
  const { preferred, ...others } = rest;
  return { name: { family, given, preferred }, ...others };
}

const rules = (a: MatchablePerson, b: MatchablePerson) => matchReasons(a, b).map((reason) => reason.rule);
const birthDate = '1950-02-01';
const postcode = 'L15 5AB';

test.each([
  ['same spelling', person('Smith', 'John', { birthDate }), person('SMITH', 'john', { birthDate })],
  ['same sound', person('Smyth', 'Catherine', { birthDate }), person('Smith', 'Kathryn', { birthDate })],
  ['a slip of the key', person('Wright', 'Margaret', { birthDate }), person('Wrigth', 'Margaret', { birthDate })],
  ['a wrong first letter', person('Wright', 'Margaret', { birthDate }), person('Fright', 'Margaret', { birthDate })],
  ['a short form', person('Jones', 'Elizabeth', { birthDate }), person('Jones', 'Liz', { birthDate })],
  ['two short forms', person('Jones', 'Peggy', { birthDate }), person('Jones', 'Maggie', { birthDate })],
  [
    'a preferred name',
    person('Jones', 'Aloysius', { birthDate, preferred: 'Bill' }),
    person('Jones', 'William', { birthDate }),
  ],
  ['an initial', person('Jones', 'E', { birthDate }), person('Jones', 'Elizabeth', { birthDate })],
  ['half a double name', person('Smith-Jones', 'Ann', { birthDate }), person('Jones', 'Ann', { birthDate })],
  ['an apostrophe', person("O'Brien", 'Sean', { birthDate }), person('OBrien', 'Seán', { birthDate })],
  ['another script', person('محمد', 'فاطمة', { birthDate }), person('محمد', 'فاطمة', { birthDate })],
])('same birth date and %s', (_what, a, b) => {
  expect(rules(a, b)).toEqual(['birth-date-and-name']);
});

test.each([
  ['different people of one day', person('Smith', 'John', { birthDate }), person('Taylor', 'Brenda', { birthDate })],
  ['twins', person('Smith', 'John', { birthDate, postcode }), person('Smith', 'Brenda', { birthDate, postcode })],
  [
    'same name, other birth date',
    person('Smith', 'John', { birthDate }),
    person('Smith', 'John', { birthDate: '1961-07-08' }),
  ],
  ['a family at one address', person('Smith', 'John', { postcode }), person('Smith', 'Brenda', { postcode })],
  [
    'no fixed abode',
    person('Smith', 'John', { postcode: 'ZZ99 3VZ' }),
    person('Smith', 'John', { postcode: 'ZZ99 3VZ' }),
  ],
  ['nothing but the name', person('Smith', 'John'), person('Smith', 'John')],
  ['a mark for a name', person('-', 'John', { birthDate }), person('Smith', 'John', { birthDate })],
])('no reason: %s', (_what, a, b) => {
  expect(matchReasons(a, b)).toEqual([]);
});

test('each rule has its sentence', () => {
  const base = person('Smith', 'John', { birthDate, nhsNumber: '9990000018', postcode });
  expect(matchReasons(base, person('Smith', 'Jack', { birthDate, nhsNumber: '9990000018', postcode }))).toEqual([
    { rule: 'nhs-number', sentence: 'Same NHS number.' },
    { rule: 'birth-date-and-name', sentence: 'Same birth date and a similar name.' },
    { rule: 'name-and-postcode', sentence: 'Same name and postcode.' },
  ]);
  expect(matchReasons(base, person('Smith', 'John', { birthDate: '1950-01-02', nhsNumber: '9990000026' }))).toEqual([
    {
      rule: 'swapped-birth-date-and-name',
      sentence: 'Similar name, and birth dates with day and month exchanged, but different NHS numbers.',
    },
  ]);
  expect(matchReasons(base, person('John', 'Smith', { birthDate, postcode }))).toEqual([
    { rule: 'birth-date-and-swapped-name', sentence: 'Same birth date, and given and family name exchanged.' },
    { rule: 'name-and-postcode', sentence: 'Same name and postcode.' },
  ]);
});

test('similarity orders names', () => {
  const john = { family: 'Smith', given: 'John' };
  const scores = [
    john,
    { family: 'Smyth', given: 'John' },
    { family: 'Smart', given: 'John' },
    { family: 'Patel', given: 'Brenda' },
  ].map((other) => nameSimilarity(john, other));
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(scores[0]).toBe(1);
  expect(scores.at(-1)).toBeLessThan(0.3);
  expect(phoneticKey('Wright')).toBe(phoneticKey('Rite'));
  expect(phoneticKey('محمد')).toBe('محمد');
});

const familyNames = [
  'Smith',
  'Smyth',
  'Smith-Jones',
  "O'Brien",
  'McDonald',
  'MacDonald',
  'Nguyen',
  'Ó Súilleabháin',
  '王',
  'Schmidt',
  'X',
  'Liz',
];
const givenNames = [...nicknames.groups.flat(), 'Aoife', 'Đorđe', '小明', 'J', '', 'Smith'];
const part = (names: string[]) => fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 }));
const someone = fc.record({
  name: fc.record({
    family: part(familyNames),
    given: part(givenNames),
    preferred: fc.option(fc.constantFrom(...givenNames), { nil: undefined }),
  }),
  nhsNumber: fc.option(fc.constantFrom('9990000018', '9990000026'), { freq: 4 }),
  birthDate: fc.option(fc.constantFrom('1950-02-01', '1950-01-02', '1950-02-13')),
  postcode: fc.option(fc.constantFrom('L1 5AB', 'L15 5AB', 'ZZ99 3VZ')),
});
/** One slip in a word: a letter lost, doubled, changed, or exchanged with the next. */
const slip = fc
  .tuple(fc.nat(), fc.constantFrom('lose', 'double', 'change', 'exchange', 'none'))
  .map(([at, kind]) => (word: string) => {
    const i = word.length === 0 ? 0 : at % word.length;
    const [before, letter, after] = [word.slice(0, i), word.charAt(i), word.slice(i + 1)];
    if (kind === 'lose') return before + after;
    if (kind === 'double') return before + letter + letter + after;
    if (kind === 'change') return `${before}e${after}`;
    return kind === 'exchange' ? before + after.slice(0, 1) + letter + after.slice(1) : word;
  });

test('two records with a reason always share a key, and the order of the two does not matter', () => {
  let found = 0;
  const pair = fc
    .tuple(someone, someone, slip, slip, fc.boolean(), fc.boolean())
    .map(([a, other, one, two, related, swapped]) => {
      if (!related) return [a, other] as const;
      const family = one(a.name.family);
      const given = two(other.name.preferred ?? a.name.given);
      return [a, { ...other, name: swapped ? { family: given, given: family } : { family, given } }] as const;
    });
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const reasons = matchReasons(a, b);
      expect(matchReasons(b, a)).toEqual(reasons);
      if (reasons.length === 0) return;
      found++;
      expect(new Set(blockingKeys(a)).isDisjointFrom(new Set(blockingKeys(b)))).toBe(false);
    }),
    { numRuns: 20_000 },
  );
  // The property must have had something to say.
  expect(found).toBeGreaterThan(2_000);
});

test('keys are few and distinct', () => {
  fc.assert(
    fc.property(someone, (one) => {
      const keys = blockingKeys(one);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeLessThan(24);
    }),
  );
});
