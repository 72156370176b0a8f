import { daysBetween, localDateOf } from '../../shared/domain/british-date.ts';

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: 'Europe/London',
});

/** `1`, `row` → `1 row`; `2`, `row` → `2 rows`. */
export function formatCount(count: number, one: string): string {
  return `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;
}

/** `2026-03-12` → `Thursday 12 March`. */
export function formatWeekday(date: string): string {
  return weekday.format(Date.parse(date)).replace(',', '');
}

/** An instant → `14:05`, on a London clock. */
export function formatTime(instant: string): string {
  return clock.format(Date.parse(instant));
}

/** The London date of a date or an instant. */
export const dateOf = (value: string): string => (value.length > 10 ? localDateOf(value) : value);

/** A number of days in the largest unit that stays exact enough to act upon. */
export function formatDays(days: number): string {
  if (days < 21) return formatCount(days, 'day');
  if (days < 84) return formatCount(Math.floor(days / 7), 'week');
  if (days < 730) return formatCount(Math.floor(days / 30.44), 'month');
  return formatCount(Math.floor(days / 365.25), 'year');
}

/** How long ago or ahead a date or instant is, in words: `today`, `yesterday`, `3 weeks ago`, `in 2 days`. */
export function formatAgo(value: string, today: string): string {
  const days = daysBetween(dateOf(value), today);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  return days > 0 ? `${formatDays(days)} ago` : `in ${formatDays(-days)}`;
}

/** A file's size as people say it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024).toLocaleString('en-GB')} KB`;
  return `${(bytes / 1024 / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}
