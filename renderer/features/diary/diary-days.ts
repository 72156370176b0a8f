import type { DiaryEntry } from '../../../shared/contract/diary.ts';
import { addDays, localDateOf } from '../../../shared/domain/british-date.ts';

export interface DiaryRange {
  readonly from: string;
  readonly to: string;
}

/** The days that are shown: one, or the week from Monday to Sunday around it. */
export function rangeOf(day: string, span: 'day' | 'week'): DiaryRange {
  if (span === 'day') return { from: day, to: day };
  const weekday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
  const monday = addDays(day, -weekday);
  return { from: monday, to: addDays(monday, 6) };
}

/** Every day of a range with its entries, in order; days without any are there too. */
export function daysOf({ from, to }: DiaryRange, entries: readonly DiaryEntry[]) {
  const byDay = Map.groupBy(entries, ({ startsAt }) => localDateOf(startsAt));
  const days: { readonly day: string; readonly entries: readonly DiaryEntry[] }[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push({ day, entries: byDay.get(day) ?? [] });
  return days;
}
