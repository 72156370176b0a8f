import { addDays } from '../../../shared/domain/british-date.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hourCycle: 'h23', hour: '2-digit' });
const noons = new Map<string, number>();

/** The instant, in milliseconds, at which London's clocks show a time of a day, given in minutes after midnight. */
export function atLondon(date: string, minutes: number): number {
  let noon = noons.get(date);
  if (noon === undefined) {
    const utc = Date.parse(`${date}T12:00:00.000Z`);
    noon = utc - (Number(clock.format(utc)) - 12) * 3_600_000;
    noons.set(date, noon);
  }
  return noon + (minutes - 720) * 60_000;
}

/** UTC instant text of milliseconds. */
export const instant = (ms: number): string => new Date(ms).toISOString();

/** Weekdays but Christmas, Boxing and New Year's Day: enough for a diary that looks right. */
export function isWorkingDay(date: string): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !/-(12-25|12-26|01-01)$/.test(date);
}

/** The date itself if it is a working day, otherwise the next one. */
export function workingDayFrom(date: string): string {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The working day that comes so many working days after a date. */
export function workingDayAfter(date: string, count: number): string {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1));
  return day;
}
