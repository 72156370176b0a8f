import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatNhsNumber,
  isTestNhsNumber,
  nhsNumberCheckDigit,
  nhsNumberSchema,
  parseNhsNumber,
} from '../../shared/domain/nhs-number.ts';

// Valid numbers of the range that is never issued.
const VALID = ['9990000018', '9990000026', '9990000034', '9990000042', '9990000050', '9990000069'];

test.each(VALID)('%s is valid, in every common writing', (value) => {
  const spaced = formatNhsNumber(value);
  for (const text of [value, spaced, spaced.replaceAll(' ', '-'), ` ${spaced}\n`, spaced.replaceAll(' ', '\u00a0')]) {
    expect(parseNhsNumber(text)).toEqual({ ok: true, value });
  }
});

test.each(['', '999000001', '99900000188', '999000001x', '９９９０００００１８', '999.000.0018', '+9990000018'])(
  'refuses %j for its format',
  (text) => {
    expect(parseNhsNumber(text)).toEqual({ ok: false, reason: 'format' });
  },
);

test('formats 3-3-4 and leaves anything else alone', () => {
  expect(formatNhsNumber('9990000018')).toBe('999 000 0018');
  expect(formatNhsNumber('123')).toBe('123');
  expect(isTestNhsNumber('9990000018')).toBe(true);
  expect(isTestNhsNumber('4000000004')).toBe(false);
});

test.each(['999000000', '999000014', '999000028', '999000031'])('no valid number starts %s', (nine) => {
  expect(nhsNumberCheckDigit(nine)).toBeNull();
  for (let digit = 0; digit < 10; digit++) {
    expect(parseNhsNumber(`${nine}${digit}`)).toEqual({ ok: false, reason: 'check-digit' });
  }
});

const validNumber = fc
  .integer({ min: 0, max: 999_999_999 })
  .map((n) => String(n).padStart(9, '0'))
  .filter((nine) => nhsNumberCheckDigit(nine) !== null)
  .map((nine) => `${nine}${nhsNumberCheckDigit(nine)}`);

test('every single wrong digit and every swap of two neighbouring digits is caught', () => {
  fc.assert(
    fc.property(validNumber, fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (value, at, shift) => {
      const digits = [...value];
      digits[at] = String((Number(digits[at]) + shift) % 10);
      expect(parseNhsNumber(digits.join(''))).toEqual({ ok: false, reason: 'check-digit' });
      for (let i = 0; i < 9; i++) {
        const swapped = value.slice(0, i) + value.charAt(i + 1) + value.charAt(i) + value.slice(i + 2);
        if (swapped !== value) expect(parseNhsNumber(swapped).ok).toBe(false);
      }
    }),
  );
});

test('reading what was formatted gives the number back', () => {
  fc.assert(
    fc.property(validNumber, (value) => {
      expect(nhsNumberSchema.parse(formatNhsNumber(value))).toBe(value);
    }),
  );
});

test('the schema says what is wrong without repeating what was typed', () => {
  for (const [text, message] of [
    ['12345', 'An NHS number has 10 digits'],
    ['9990000019', 'This is not a valid NHS number: check each digit'],
  ] as const) {
    const result = nhsNumberSchema.safeParse(text);
    expect(result.error?.issues.map((issue) => issue.message)).toEqual([message]);
  }
});
