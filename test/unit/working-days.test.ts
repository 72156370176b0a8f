import { describe, expect, test } from 'vitest';
import shipped from '../../resources/bank-holidays.json' with { type: 'json' };
import { daysBetween } from '../../shared/domain/british-date.ts';
import {
  addWorkingDays,
  bankHoliday,
  bankHolidayNotice,
  holidayYears,
  isWorkingDay,
  workingDaysBetween,
} from '../../shared/domain/working-days.ts';

test.each([
  ['a Friday to a Monday', '2026-11-06', 1, '2026-11-09'],
  ['two weeks', '2026-11-02', 10, '2026-11-16'],
  ['none', '2026-11-02', 0, '2026-11-02'],
  ['none from a Sunday: the date itself', '2026-11-01', 0, '2026-11-01'],
  ['from a Saturday', '2026-11-07', 5, '2026-11-13'],
  ['over Easter 2026', '2026-04-02', 1, '2026-04-07'],
  ['over Christmas with a substitute Boxing Day', '2026-12-24', 1, '2026-12-29'],
  ['over Christmas with two substitute days', '2027-12-24', 1, '2027-12-29'],
  ['over a New Year with a substitute day', '2021-12-31', 1, '2022-01-04'],
  ['over the four days of June 2022', '2022-06-01', 1, '2022-06-06'],
  ['over the state funeral', '2022-09-16', 1, '2022-09-20'],
  ['over the coronation', '2023-05-05', 1, '2023-05-09'],
  ['over VE day, when the early May holiday moved', '2020-05-07', 1, '2020-05-11'],
  ['and the Monday that it moved from', '2020-05-01', 1, '2020-05-04'],
  ['over the clocks going forward', '2026-03-27', 1, '2026-03-30'],
  ['over the clocks going back', '2026-10-23', 2, '2026-10-27'],
  ['over 29 February', '2024-02-28', 2, '2024-03-01'],
  ['over 28 February of a common year', '2026-02-27', 1, '2026-03-02'],
  ['beyond the holidays that are known: week-ends only', '2028-04-13', 1, '2028-04-14'],
])('%s', (_what, from, days, to) => {
  expect(addWorkingDays(from, days)).toBe(to);
  if (isWorkingDay(to) && days > 0) expect(workingDaysBetween(from, to)).toBe(days);
});

test('counting backwards is refused', () => {
  expect(() => addWorkingDays('2026-11-02', -1)).toThrow(RangeError);
  expect(workingDaysBetween('2026-11-02', '2026-10-02')).toBe(0);
});

describe('the shipped holidays', () => {
  const dates = Object.keys(shipped.dates);

  test('are weekdays in order, eight to ten in each year from the first to the last', () => {
    expect([...dates].sort()).toEqual(dates);
    expect(dates.filter((date) => [0, 6].includes(new Date(date).getUTCDay()))).toEqual([]);
    for (let year = holidayYears.first; year <= holidayYears.last; year += 1) {
      const count = dates.filter((date) => date.startsWith(String(year))).length;
      expect([8, 9, 10]).toContain(count);
    }
  });

  test('Easter Monday follows Good Friday by three days', () => {
    const fridays = dates.filter((date) => bankHoliday(date) === 'Good Friday');
    expect(fridays).toHaveLength(10);
    for (const friday of fridays) {
      const monday = dates.find((date) => date > friday) ?? '';
      expect([bankHoliday(monday), daysBetween(friday, monday)]).toEqual(['Easter Monday', 3]);
    }
  });

  test.each([
    ['2027-06-30', null],
    ['2027-07-01', 'before the new year'],
    ['2028-01-01', 'Update OneTeam'],
  ])('on %s the notice says: %s', (today, words) => {
    const notice = bankHolidayNotice(today);
    if (words === null) expect(notice).toBeNull();
    else expect(notice).toContain(words);
  });
});
