import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageOn, displayAge } from '../../shared/domain/age.ts';
import { addDays, addYears } from '../../shared/domain/british-date.ts';

test.each([
  ['1959-11-22', '2026-11-22', 67, 804],
  ['1959-11-23', '2026-11-22', 66, 803],
  ['2024-02-29', '2025-02-28', 0, 11],
  ['2024-02-29', '2025-03-01', 1, 12],
  ['2026-01-31', '2026-02-28', 0, 0],
  ['2026-01-31', '2026-03-01', 0, 1],
  ['2026-11-22', '2026-11-22', 0, 0],
])('born %s, on %s: %i years, %i months', (birth, date, years, months) => {
  expect(ageOn(birth, date)).toEqual({ years, months });
});

test('only a year of birth gives the age reached in that year', () => {
  expect(ageOn(1950, '2026-01-01')).toEqual({ years: 76, months: null });
  expect(ageOn('1950', '2026-12-31')).toEqual({ years: 76, months: null });
});

test('nobody has an age before birth', () => {
  expect(ageOn('2026-11-23', '2026-11-22')).toBeNull();
  expect(ageOn(2027, '2026-11-22')).toBeNull();
});

test.each([
  ['1959-06-01', null, '67 years'],
  [1959, null, 'about 67 years'],
  ['2024-11-22', null, '2 years'],
  ['2024-11-23', null, '23 months'],
  ['2026-10-22', null, '1 month'],
  ['2026-11-13', null, '9 days'],
  ['2026-11-21', null, '1 day'],
  ['1959-06-01', '2025-05-31', 'died aged 65'],
  [1959, '2025-05-31', 'died aged about 66'],
  ['2025-01-01', '2025-08-01', 'died aged 7 months'],
  ['2027-01-01', null, null],
  [null, null, null],
])('born %s, died %s: %s', (birth, died, shown) => {
  expect(displayAge(birth, '2026-11-22', died)).toBe(shown);
});

test('years go up exactly on the anniversary', () => {
  const birth = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1910-01-01', days));
  fc.assert(
    fc.property(birth, fc.integer({ min: 1, max: 110 }), (born, years) => {
      const birthday = addYears(born, years);
      expect(ageOn(born, birthday)?.years).toBe(years);
      expect(ageOn(born, addDays(birthday, -1))?.years).toBe(years - 1);
    }),
  );
});
