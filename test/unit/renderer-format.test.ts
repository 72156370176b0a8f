import { describe, expect, it } from 'vitest';
import { partsOf, readWholeDate, valueOfParts } from '../../renderer/components/date-parts.ts';
import { formatAgo, formatCount, formatDays, formatTime, formatWeekday } from '../../renderer/components/format.ts';
import { readTime } from '../../renderer/components/time-field.tsx';

describe('words for times', () => {
  it.each([
    ['2026-03-12', 'today'],
    ['2026-03-11', 'yesterday'],
    ['2026-03-13', 'tomorrow'],
    ['2026-02-20', '20 days ago'],
    ['2026-02-19', '3 weeks ago'],
    ['2026-04-02', 'in 3 weeks'],
    ['2025-12-01', '3 months ago'],
    ['2020-03-12', '5 years ago'],
  ])('%s is %s on 12 March 2026', (value, words) => {
    expect(formatAgo(value, '2026-03-12')).toBe(words);
  });

  it('takes an instant by its London day', () => {
    // 00:30 on 1 July in London, where the clocks are an hour ahead.
    expect(formatAgo('2026-06-30T23:30:00.000Z', '2026-07-01')).toBe('today');
    expect(formatTime('2026-06-30T23:30:00.000Z')).toBe('00:30');
  });

  it('counts in words', () => {
    expect(formatCount(1, 'row')).toBe('1 row');
    expect(formatCount(55_000, 'row')).toBe('55,000 rows');
    expect(formatDays(1)).toBe('1 day');
    expect(formatWeekday('2026-03-12')).toBe('Thursday 12 March');
  });
});

describe('a date in three boxes', () => {
  const today = '2026-03-12';

  it('becomes a date once the year has four digits, and comes back the same', () => {
    const value = valueOfParts({ day: '5', month: 'mar', year: '1958' }, today);
    expect(value).toBe('1958-03-05');
    expect(partsOf(value)).toEqual({ day: '5', month: '3', year: '1958' });
  });

  it.each([
    { day: '31', month: '2', year: '2026' },
    { day: '5', month: '', year: '1958' },
    { day: '5', month: '3', year: '195' },
    { day: '', month: '', year: '2026' },
  ])('keeps what is no date as it was typed: $day/$month/$year', (parts) => {
    const value = valueOfParts(parts, today);
    expect(value).not.toMatch(/^\d{4}-/);
    expect(partsOf(value)).toEqual(parts);
  });

  it('is nothing when all boxes are empty', () => {
    expect(valueOfParts({ day: '', month: '', year: '' }, today)).toBe('');
  });

  it.each(['12/03/1958', '12 Mar 1958', '12.3.1958', '1958-03-12'])('reads a pasted %s, day first', (text) => {
    expect(readWholeDate(text, today)).toBe('1958-03-12');
  });

  it('reads two digits of a year as the past', () => {
    expect(readWholeDate('1/2/27', today)).toBe('1927-02-01');
    expect(readWholeDate('not a date', today)).toBeNull();
  });
});

describe('a time of day', () => {
  it.each([
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['9', '09:00'],
    ['1405', '14:05'],
    ['14:05', '14:05'],
    ['2460', '2460'],
    ['25', '25'],
    ['soon', 'soon'],
  ])('%s is read as %s', (typed, read) => {
    expect(readTime(typed)).toBe(read);
  });
});
