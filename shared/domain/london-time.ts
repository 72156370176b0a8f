/** Time of day in London: what people type and read, against the UTC instants that are kept. */

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
});

/** The time of day in London at an instant: `2026-06-30T23:30:00.000Z` → `00:30`. */
export function localTimeOf(instant: string): string {
  return london.format(Date.parse(instant));
}

/**
 * The instant of a date and time on a London clock. A time that does not exist (the clock goes forward over it) is read as
 * the hour after; of a time that exists twice, the first is meant.
 * @param time `HH:MM`
 */
export function instantOf(date: string, time: string): string {
  const written = Date.parse(`${date}T${time}:00.000Z`);
  const summer = written - 3_600_000;
  return new Date(localTimeOf(new Date(summer).toISOString()) === time ? summer : written).toISOString();
}

/** The first instant of a date in London. */
export const startOfDay = (date: string): string => instantOf(date, '00:00');
