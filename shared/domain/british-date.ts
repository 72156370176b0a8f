import { z } from 'zod';

/**
 * Calendar dates (`YYYY-MM-DD`), instants (UTC ISO-8601 with milliseconds) and durations (whole minutes):
 * how they are read from what people in Britain type, and how they are shown. Shown time is always Europe/London.
 */

/** A calendar date that exists, `YYYY-MM-DD`. */
export const isoDateSchema = z.iso.date('Enter a real date');

/** An instant, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export const instantSchema = z.iso.datetime({ precision: 3, message: 'Enter a real date and time' });

export type DateResult = { ok: true; date: string } | { ok: false; reason: string };

export interface DateReading {
  /** Today where the person types, `YYYY-MM-DD`. */
  today: string;
  /** Last date that is allowed; today unless given. */
  latest?: string;
  /** Highest two-digit year that is read as this century; otherwise the latest century in which the date is allowed. */
  pivot?: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FULL_MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** Nobody in England was documented to live much longer; older dates are slips of the century. */
const OLDEST_YEARS = 120;

/**
 * Reads a date as people in Britain write it, day first: `1/2/1950`, `01.02.50`, `1 Feb 1950`, `01-FEB-1950`,
 * `1st February 1950`, `01021950`, `010250`; also the unambiguous `1950-02-01` and `19500201`.
 * A two-digit year never makes a date that is later than allowed. Refused with a reason in words that does not repeat
 * what was typed: no date, impossible, later than allowed, more than 120 years ago.
 */
export function parseBritishDate(text: string, reading: DateReading): DateResult {
  const parts = splitDate(text);
  if (parts === null) return refuse('Enter a day, month and year, such as 27 3 1950');
  const [day, month, writtenYear] = parts;
  if (month < 1 || month > 12) return refuse('Months go from 1 to 12: enter the day first, then the month');
  const latest = reading.latest ?? reading.today;
  const year =
    writtenYear.length === 2 ? expandYear(day, month, Number(writtenYear), latest, reading.pivot) : Number(writtenYear);
  const date = isoDate(year, month, day);
  if (!isoDateSchema.safeParse(date).success) return refuse('That month does not have that day');
  if (date > latest)
    return refuse(latest === reading.today ? 'The date is in the future' : 'The date is too far in the future');
  if (date < addYears(reading.today, -OLDEST_YEARS)) return refuse(`The date is more than ${OLDEST_YEARS} years ago`);
  return { ok: true, date };
}

function refuse(reason: string): DateResult {
  return { ok: false, reason };
}

/** Day, month and the year as written (two or four digits), or null when the text has no such shape. */
function splitDate(text: string): [number, number, string] | null {
  if (text.length > 40) return null;
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s,./\u2010-\u2015-]+/gu, ' ');
  const run = /^\d{6}$|^\d{8}$/.exec(plain)?.[0];
  if (run !== undefined) return splitRun(run);
  const iso = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(plain);
  if (iso) return [Number(iso[3]), Number(iso[2]), String(iso[1])];
  const british =
    /^(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})$/.exec(plain) ??
    /^(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9}) ?(\d{4}|\d{2})$/.exec(plain);
  if (!british) return null;
  const word = String(british[2]);
  const month = /^\d/.test(word) ? Number(word) : monthNumber(word);
  return month === null ? null : [Number(british[1]), month, String(british[3])];
}

/** `ddmmyy`, `ddmmyyyy` or `yyyymmdd`. A month and day never exceed 1231, and no year that is allowed is so early. */
function splitRun(digits: string): [number, number, string] {
  if (digits.length === 8 && Number(digits.slice(4)) <= 1231) {
    return [Number(digits.slice(6)), Number(digits.slice(4, 6)), digits.slice(0, 4)];
  }
  return [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), digits.slice(4)];
}

/** 1 to 12 for an English month name or its first letters, else null. */
function monthNumber(word: string): number | null {
  const index = FULL_MONTHS.findIndex((name) => name.startsWith(word));
  return index < 0 ? null : index + 1;
}

function expandYear(day: number, month: number, twoDigits: number, latest: string, pivot: number | undefined): number {
  const century = Math.floor(Number(latest.slice(0, 4)) / 100) * 100;
  const recent = century + twoDigits;
  if (pivot !== undefined && twoDigits > pivot) return recent - 100;
  return isoDate(recent, month, day) > latest ? recent - 100 : recent;
}

function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `2026-03-12` → `12 Mar 2026`. Three letters for every month, so columns line up. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** `dd/mm/yyyy, hh:mm` of an instant on a London clock. */
function londonClock(instant: string): string {
  return london.format(Date.parse(instant));
}

/** The calendar date in London at an instant: `2026-06-30T23:30:00.000Z` → `2026-07-01`. */
export function localDateOf(instant: string): string {
  const clock = londonClock(instant);
  return `${clock.slice(6, 10)}-${clock.slice(3, 5)}-${clock.slice(0, 2)}`;
}

/** `2026-03-12T14:05:00.000Z` → `12 Mar 2026, 14:05`, in London time. */
export function formatInstant(instant: string): string {
  return `${formatDate(localDateOf(instant))}, ${londonClock(instant).slice(12)}`;
}

/** Whole minutes in words: 0 → `0 minutes`, 60 → `1 hour`, 95 → `1 hour 35 minutes`. Hours are not turned into days. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [];
  if (hours > 0) parts.push(hours === 1 ? '1 hour' : `${hours} hours`);
  if (rest > 0 || hours === 0) parts.push(rest === 1 ? '1 minute' : `${rest} minutes`);
  return parts.join(' ');
}

const DAY = 86_400_000;

/** The date `days` later (negative: earlier). Calendar days, so clock changes play no part. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one date to another: negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** The same day `years` later; 29 February becomes 1 March in a year without it. */
export function addYears(date: string, years: number): string {
  const moved = isoDate(Number(date.slice(0, 4)) + years, Number(date.slice(5, 7)), Number(date.slice(8)));
  return isoDateSchema.safeParse(moved).success ? moved : addDays(moved.replace(/29$/, '28'), 1);
}
