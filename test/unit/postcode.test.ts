import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isPseudoPostcode,
  normalisePostcode,
  outwardCode,
  postcodePrefixes,
  postcodeSchema,
} from '../../shared/domain/postcode.ts';

test.each([
  ['L1 5AB', 'L1 5AB'],
  ['l15ab', 'L1 5AB'],
  ['  l15  5ab ', 'L15 5AB'],
  ['l155ab', 'L15 5AB'],
  ['ch41-1aa', 'CH41 1AA'],
  ['ec1a1bb', 'EC1A 1BB'],
  ['w1a0ax', 'W1A 0AX'],
  ['L1\u00a05AB', 'L1 5AB'],
  ['zz993vz', 'ZZ99 3VZ'],
  ['ZZ99 3CZ', 'ZZ99 3CZ'],
])('%j is %s', (text, postcode) => {
  expect(normalisePostcode(text)).toBe(postcode);
  expect(postcodeSchema.parse(text)).toBe(postcode);
});

test.each([
  '',
  'L1',
  'L1 5',
  '1 5AB',
  'LIV 5AB',
  'L1 5CI',
  'L1 AAA',
  'LLL1 5AB',
  'L1 5AB X',
  'L155 5AB',
  'Ｌ１ ５ＡＢ',
])('%j is no postcode', (text) => {
  expect(normalisePostcode(text)).toBeNull();
  expect(postcodeSchema.safeParse(text).success).toBe(false);
});

test.each([
  ['l1', ['L1']],
  ['l15', ['L15', 'L1 5']],
  ['L1 5', ['L1 5']],
  ['l1 5a', ['L1 5A']],
  ['l155a', ['L15 5A']],
  ['l15ab', ['L1 5AB']],
  ['ec1a1', ['EC1A 1']],
  ['smith', []],
  ['l', []],
  ['12/3/50', []],
])('the part %j can begin %j', (text, prefixes) => {
  expect(postcodePrefixes(text)).toEqual(prefixes);
});

test('parts of a postcode', () => {
  expect(outwardCode('CH41 1AA')).toBe('CH41');
  expect(isPseudoPostcode('ZZ99 3VZ')).toBe(true);
  expect(isPseudoPostcode('L1 5AB')).toBe(false);
});

const letter = fc.constantFrom(...'ABDEFGHJLNPQRSTUWXYZ');
const digit = fc.constantFrom(...'0123456789');
const postcode = fc
  .tuple(fc.array(letter, { minLength: 1, maxLength: 2 }), digit, fc.option(digit, { nil: '' }), digit, letter, letter)
  .map(([area, district, more, sector, one, two]) => `${area.join('')}${district}${more} ${sector}${one}${two}`);

test('spacing and case never matter, and every beginning of a postcode finds it', () => {
  fc.assert(
    fc.property(postcode, fc.nat({ max: 7 }), fc.boolean(), (whole, cut, spaced) => {
      const typed = spaced ? whole : whole.replace(' ', '');
      expect(normalisePostcode(typed.toLowerCase())).toBe(whole);
      const part = typed.slice(0, Math.max(cut, /\d/.exec(whole)?.index ?? 0) + 1).trim();
      expect(postcodePrefixes(part).some((prefix) => whole.startsWith(prefix))).toBe(true);
    }),
  );
});
