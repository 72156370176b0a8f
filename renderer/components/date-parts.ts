import { addYears, parseBritishDate } from '../../shared/domain/british-date.ts';

/** The three boxes of a date as they were typed. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** A field's value → what its boxes show. A value that is no date yet holds the parts between slashes. */
export function partsOf(value: string): DateParts {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  if (iso !== null) return { day: String(Number(iso[3])), month: String(Number(iso[2])), year: iso[1] ?? '' };
  const [day = '', month = '', year = ''] = value.split('/');
  return { day, month, year };
}

/**
 * Boxes → a field's value: `YYYY-MM-DD` once they hold a date with a year of four digits, '' when all are empty,
 * otherwise `d/m/y` as typed, which a schema refuses as a date. A month may be written by name.
 */
export function valueOfParts({ day, month, year }: DateParts, today: string): string {
  if (day === '' && month === '' && year === '') return '';
  const typed = `${day}/${month}/${year}`;
  return year.trim().length === 4 ? (readWholeDate(typed, today) ?? typed) : typed;
}

/** A whole date in one string, as people paste it (day before month) → `YYYY-MM-DD`, or null. */
export function readWholeDate(text: string, today: string): string | null {
  // Whether a date may lie ahead is for the schema to say; ten years is more than anybody plans.
  const read = parseBritishDate(text, { today, latest: addYears(today, 10), pivot: Number(today.slice(2, 4)) });
  return read.ok ? read.date : null;
}
