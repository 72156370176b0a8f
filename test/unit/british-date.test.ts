import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addYears,
  daysBetween,
  formatDate,
  formatDuration,
  formatInstant,
  instantSchema,
  isoDateSchema,
  localDateOf,
  parseBritishDate,
} from '../../shared/domain/british-date.ts';

const today = '2026-11-22';

test.each([
  ['1/2/1950', '1950-02-01'],
  ['01.02.50', '1950-02-01'],
  ['1 Feb 1950', '1950-02-01'],
  ['01-FEB-1950', '1950-02-01'],
  ['1950-02-01', '1950-02-01'],
  ['01021950', '1950-02-01'],
  ['010250', '1950-02-01'],
  ['19500201', '1950-02-01'],
  ['1st February, 1950', '1950-02-01'],
  ['1feb50', '1950-02-01'],
  [' 3 sept 1961 ', '1961-09-03'],
  ['29/2/24', '2024-02-29'],
  ['22/11/26', '2026-11-22'],
  ['23/11/26', '1926-11-23'],
  ['20111950', '1950-11-20'],
  ['12–3–50', '1950-03-12'],
])('%j is %s', (text, date) => {
  expect(parseBritishDate(text, { today })).toEqual({ ok: true, date });
});

test.each([
  ['', 'Enter a day, month and year, such as 27 3 1950'],
  ['1950', 'Enter a day, month and year, such as 27 3 1950'],
  ['12 1950', 'Enter a day, month and year, such as 27 3 1950'],
  ['1 Fub 1950', 'Enter a day, month and year, such as 27 3 1950'],
  ['1/2/195', 'Enter a day, month and year, such as 27 3 1950'],
  [`1${' '.repeat(100_000)}2 1950`, 'Enter a day, month and year, such as 27 3 1950'],
  ['12/25/1950', 'Months go from 1 to 12: enter the day first, then the month'],
  ['1/0/1950', 'Months go from 1 to 12: enter the day first, then the month'],
  ['30/2/1950', 'That month does not have that day'],
  ['29/2/1900', 'That month does not have that day'],
  ['0/2/1950', 'That month does not have that day'],
  ['23/11/2026', 'The date is in the future'],
  ['21/11/1906', 'The date is more than 120 years ago'],
  ['1/1/0050', 'The date is more than 120 years ago'],
])('%j is refused: %s', (text, reason) => {
  expect(parseBritishDate(text, { today })).toEqual({ ok: false, reason });
});

test('a later limit and a pivot move the century', () => {
  expect(parseBritishDate('1/2/27', { today, latest: '2027-12-31' })).toEqual({ ok: true, date: '2027-02-01' });
  expect(parseBritishDate('1/2/2028', { today, latest: '2027-12-31' })).toEqual({
    ok: false,
    reason: 'The date is too far in the future',
  });
  expect(parseBritishDate('1/2/24', { today, pivot: 8 })).toEqual({ ok: true, date: '1924-02-01' });
  expect(parseBritishDate('1/2/08', { today, pivot: 8 })).toEqual({ ok: true, date: '2008-02-01' });
});

const pastDate = fc.integer({ min: -119 * 365, max: 0 }).map((days) => addDays(today, days));

test('every way of writing a date reads back as that date', () => {
  fc.assert(
    fc.property(pastDate, (date) => {
      const [year = '', month = '', day = ''] = date.split('-');
      const forms = [
        date,
        `${Number(day)}/${Number(month)}/${year}`,
        `${day}.${month}.${year}`,
        `${day}${month}${year}`,
        `${year}${month}${day}`,
        formatDate(date),
        formatDate(date).toUpperCase().replaceAll(' ', '-'),
      ];
      for (const form of forms) expect(parseBritishDate(form, { today })).toEqual({ ok: true, date });
      // Two digits give the latest such date that is not in the future.
      const short = parseBritishDate(`${day}/${month}/${year.slice(2)}`, { today });
      if (!short.ok) throw new Error(short.reason);
      expect(short.date <= today && short.date >= date && short.date.endsWith(date.slice(2))).toBe(true);
    }),
  );
});

test('whatever is typed gives a real date in range or a reason', () => {
  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'0123456789/-. febmaroct'), maxLength: 12 }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const result = parseBritishDate(text, { today });
      if (!result.ok) {
        expect(result.reason.length).toBeGreaterThan(10);
        return;
      }
      expect(isoDateSchema.safeParse(result.date).success).toBe(true);
      expect(result.date <= today && result.date >= '1906-11-22').toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('dates, instants and durations as shown', () => {
  expect(formatDate('2026-03-12')).toBe('12 Mar 2026');
  expect(formatDate('2026-09-01')).toBe('1 Sep 2026');
  expect(formatInstant('2026-03-12T14:05:00.000Z')).toBe('12 Mar 2026, 14:05');
  expect([0, 1, 45, 60, 61, 95, 120, 1500].map(formatDuration)).toEqual([
    '0 minutes',
    '1 minute',
    '45 minutes',
    '1 hour',
    '1 hour 1 minute',
    '1 hour 35 minutes',
    '2 hours',
    '25 hours',
  ]);
});

// Clocks in 2026 change on 29 March and 25 October, at 01:00 UTC.
test.each([
  ['2026-03-29T00:59:00.000Z', '29 Mar 2026, 00:59'],
  ['2026-03-29T01:00:00.000Z', '29 Mar 2026, 02:00'],
  ['2026-06-30T23:30:00.000Z', '1 Jul 2026, 00:30'],
  ['2026-10-25T00:30:00.000Z', '25 Oct 2026, 01:30'],
  ['2026-10-25T01:30:00.000Z', '25 Oct 2026, 01:30'],
  ['2026-12-31T23:59:59.999Z', '31 Dec 2026, 23:59'],
  ['2027-01-01T00:00:00.000Z', '1 Jan 2027, 00:00'],
])('%s is %s in London', (instant, shown) => {
  expect(formatInstant(instant)).toBe(shown);
  expect(formatDate(localDateOf(instant))).toBe(shown.split(',')[0]);
});

test('calendar arithmetic', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  expect(addYears('2024-02-29', 1)).toBe('2025-03-01');
  expect(addYears('2024-02-29', -4)).toBe('2020-02-29');
  fc.assert(
    fc.property(pastDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }),
  );
});

test('the schemas take only what exists, in one form', () => {
  for (const bad of ['2026-02-30', '2026-2-3', '12/03/2026', ''])
    expect(isoDateSchema.safeParse(bad).success).toBe(false);
  for (const bad of [
    '2026-03-12T14:05:00Z',
    '2026-03-12T14:05:00.000+01:00',
    '2026-02-30T00:00:00.000Z',
    '2026-03-12',
  ]) {
    expect(instantSchema.safeParse(bad).success).toBe(false);
  }
  expect(instantSchema.safeParse('2026-03-12T14:05:00.000Z').success).toBe(true);
});
