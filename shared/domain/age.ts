import { daysBetween } from './british-date.ts';

/** What is known of a birth: the whole date (`YYYY-MM-DD`), or only the year. */
export type Birth = string | number;

/** Completed years and months; `months` is null when only the year of birth is known, and `years` then approximate. */
export interface Age {
  years: number;
  months: number | null;
}

/**
 * Age on a date. Somebody born on 29 February completes a year on 1 March where there is no 29th, and an age is
 * reached at the start of the anniversary (Family Law Reform Act 1969 s. 9). With only the year of birth it is the age
 * reached in that calendar year.
 * @returns null when the birth is later than the date
 */
export function ageOn(birth: Birth, date: string): Age | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [birthYear = 0, birthMonth, birthDay] = String(birth).split('-').map(Number);
  if (birthMonth === undefined || birthDay === undefined) {
    return birthYear > year ? null : { years: year - birthYear, months: null };
  }
  const months = (year - birthYear) * 12 + month - birthMonth - (day < birthDay ? 1 : 0);
  return months < 0 ? null : { years: Math.floor(months / 12), months };
}

/**
 * Age in words: `67 years`, `about 67 years` with only a year of birth, `14 months` under two years, `9 days` in the
 * first month, `died aged 67` for somebody who has died (age at death). Null when it cannot be said.
 */
export function displayAge(birth: Birth | null, today: string, died: string | null = null): string | null {
  if (birth === null) return null;
  const age = ageOn(birth, died ?? today);
  if (age === null) return null;
  if (age.months === null || age.months >= 24) {
    const about = age.months === null ? 'about ' : '';
    return died === null ? about + counted(age.years, 'year') : `died aged ${about}${age.years}`;
  }
  const days = daysBetween(String(birth), died ?? today);
  const young = age.months > 0 ? counted(age.months, 'month') : counted(days, 'day');
  return died === null ? young : `died aged ${young}`;
}

function counted(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}
