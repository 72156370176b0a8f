import shipped from '../../resources/bank-holidays.json' with { type: 'json' };

/**
 * Working days in England: Monday to Friday without bank holidays. The holidays are data with their source and reach as far
 * as they have been announced; beyond that only week-ends are left out, and `bankHolidayNotice` says so.
 */

const dayMs = 86_400_000;
/** Days since 1 January 1970, a Thursday. Calendar days have no clock, so its changes play no part. */
const numberOf = (date: string): number => Date.parse(date) / dayMs;
const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
const holidays: ReadonlySet<number> = new Set(Object.keys(shipped.dates).map(numberOf));

function isWorking(day: number): boolean {
  // 1970 began on a Thursday: 2 is a Saturday, 3 a Sunday.
  const weekday = ((day % 7) + 7) % 7;
  return weekday !== 2 && weekday !== 3 && !holidays.has(day);
}

/** Whether a date is a working day. */
export const isWorkingDay = (date: string): boolean => isWorking(numberOf(date));

/** The name of the bank holiday on a date, or null. */
export function bankHoliday(date: string): string | null {
  return (shipped.dates as Readonly<Record<string, string>>)[date] ?? null;
}

/** The date that so many working days later comes; the date itself for none. @throws RangeError for fewer than none */
export function addWorkingDays(date: string, workingDays: number): string {
  if (workingDays < 0) throw new RangeError('working days are counted forwards');
  let day = numberOf(date);
  for (let left = workingDays; left > 0; ) {
    day += 1;
    if (isWorking(day)) left -= 1;
  }
  return dateOf(day);
}

/** How many working days lie after one date up to and with another; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = numberOf(from) + 1; day <= numberOf(to); day += 1) if (isWorking(day)) count += 1;
  return count;
}

/** First and last year whose bank holidays are known. */
export const holidayYears = { first: shipped.firstYear, last: shipped.lastYear } as const;

/** What to say when dates that are worked with lie beyond the bank holidays that are known, or soon will; else null. */
export function bankHolidayNotice(today: string): string | null {
  const year = Number(today.slice(0, 4));
  const { last } = holidayYears;
  if (year > last)
    return `Bank holidays are known up to ${last} only. Since then working days leave out week-ends only, so a date can come too early. Update OneTeam.`;
  if (year === last && today.slice(5) >= '07-01')
    return `Bank holidays are known up to ${last} only. Update OneTeam before the new year.`;
  return null;
}
