import { parseBritishDate } from '../../../shared/domain/british-date.ts';
import { type CodeListName, type CodeOf, isCode } from '../../../shared/domain/code-lists.ts';
import { normalisePhone } from '../../../shared/domain/phone.ts';
import { readCode } from './code-words.ts';

/** What a date cell holds. `part` is a year with a month: only the year can be kept. `century` was concluded from two digits. */
export type DateCell =
  | { readonly kind: 'date'; readonly date: string; readonly century: boolean }
  | { readonly kind: 'year' | 'part'; readonly year: number }
  | { readonly kind: 'refused'; readonly reason: string };

const TIME = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s?([ap]m|z|[+-]\d{2}:?\d{2})?$/i;

/** Reads a date in the past as British systems write it, with or without a time; also a year, or a year and month. */
export function readDate(text: string, today: string): DateCell {
  const day = text.replace(TIME, '').trim();
  if (/^\d{5}(\.\d+)?$/.test(day)) {
    const reason = 'The cell holds a spreadsheet’s day number: give the column a date format and save the file again';
    return { kind: 'refused', reason };
  }
  const year = /^(?:(\d{4})|(\d{4})-\d{2}|(?:[a-z]{3,9}|\d{1,2})[\s/.-]+(\d{4}))$/i.exec(day);
  if (year) return checkedYear(Number(year[1] ?? year[2] ?? year[3]), year[1] === undefined, today);
  const result = parseBritishDate(day, { today });
  if (!result.ok) return { kind: 'refused', reason: result.reason };
  return { kind: 'date', date: result.date, century: !day.includes(result.date.slice(0, 4)) };
}

function checkedYear(year: number, part: boolean, today: string): DateCell {
  const thisYear = Number(today.slice(0, 4));
  if (year > thisYear) return { kind: 'refused', reason: 'The year is in the future' };
  if (year < thisYear - 120) return { kind: 'refused', reason: 'The year is more than 120 years ago' };
  return { kind: part ? 'part' : 'year', year };
}

/** Yes, no, or null when the text says neither. */
export function readYesNo(text: string): boolean | null {
  if (/^(y|yes|true|t|1|x|✓|✔|required|needed|present|positive)$/i.test(text)) return true;
  if (/^(n|no|false|f|0|not required|not needed|absent|negative)$/i.test(text)) return false;
  return null;
}

/** A code of a list from another system's word, also from `A - White British` and from terms with the vocabulary's tail. */
export function readCodeCell<L extends CodeListName>(list: L, text: string): CodeOf<L> | null {
  const term = text.replace(/\s+-\s+(ethnic category|ethnicity) .*$|\s*\((finding|disorder|situation)\)$/gi, '');
  // BCP 47 names a region beside the language (en-GB), which is no language of its own.
  const bare = term.replace(/^[Mm]ain spoken language\s+|(?<=^[a-z]{2,3})-[A-Z]{2}$/g, '');
  const direct = readCode(list, term) ?? readCode(list, bare);
  if (direct) return direct;
  const first = /^(\w{1,4})\s*[-–:]\s/.exec(term)?.[1];
  if (isCode(list, first)) return first;
  // Spreadsheets take the zero from 01.
  const padded = `0${term}`;
  return /^\d$/.test(term) && isCode(list, padded) ? padded : null;
}

/** A number without sign, such as `12`, `0.25` or `12.5%`; null for anything else. */
export function readNumber(text: string): number | null {
  const match = /^(\d{1,9}(?:\.\d{1,9})?)\s?%?$/.exec(text);
  return match ? Number(match[1]) : null;
}

/** The telephone numbers of a cell, or null when any part of it is none. */
export function readPhones(text: string): string[] | null {
  if (text.length > 200) return null;
  const whole = normalisePhone(text);
  if (whole !== null) return [whole];
  const parts = text.split(/[/;,\n]|\bor\b/i).filter((part) => part.trim() !== '');
  const numbers = parts.flatMap((part) => normalisePhone(part) ?? []);
  return numbers.length > 0 && numbers.length === parts.length ? numbers : null;
}

/** The items of a list in one cell. */
export function readItems(text: string): string[] {
  return text
    .split(/[;,|\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '' && !/^(none|no|nil)( known| recorded)?$/i.test(item));
}
