import { z } from 'zod';

/**
 * NHS numbers of England, Wales and the Isle of Man: ten digits, the last a modulus-11 check digit.
 * Source: NHS Data Dictionary, NHS NUMBER (weights 10 to 2 on the first nine digits, check = 11 − remainder,
 * 11 counts as 0, 10 is invalid). Numbers from 999 000 0000 are never issued and serve as test data.
 */
export type NhsNumberResult = { ok: true; value: string } | { ok: false; reason: 'format' | 'check-digit' };

/** Separators people type or paste between the groups: spaces of any width and hyphens of any kind. */
const SEPARATORS = /[\s\u00ad\u2010-\u2015\u2212-]/gu;

/**
 * The tenth digit that belongs to nine leading digits, or null when modulus 11 gives 10 (such a number is never issued).
 * @param nine exactly nine ASCII digits; anything else gives null
 */
export function nhsNumberCheckDigit(nine: string): number | null {
  if (!/^[0-9]{9}$/.test(nine)) return null;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(nine[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : check;
}

/**
 * Reads an NHS number in any common writing (`9990000018`, `999 000 0018`, `999-000-0018`).
 * @returns the ten digits without separators, or why not: `format` (not ten digits) or `check-digit`
 */
export function parseNhsNumber(text: string): NhsNumberResult {
  const digits = text.replace(SEPARATORS, '');
  if (!/^[0-9]{10}$/.test(digits)) return { ok: false, reason: 'format' };
  if (nhsNumberCheckDigit(digits.slice(0, 9)) !== Number(digits[9])) return { ok: false, reason: 'check-digit' };
  return { ok: true, value: digits };
}

/** Display form 3-3-4 of the NHS Data Dictionary: `9990000018` → `999 000 0018`. Anything but ten digits comes back unchanged. */
export function formatNhsNumber(value: string): string {
  return value.replace(/^([0-9]{3})([0-9]{3})([0-9]{4})$/, '$1 $2 $3');
}

/** Whether the number lies in the range that is never issued (999 000 0000 to 999 999 9999). */
export function isTestNhsNumber(value: string): boolean {
  return /^999[0-9]{7}$/.test(value);
}

const MESSAGES = {
  format: 'An NHS number has 10 digits',
  'check-digit': 'This is not a valid NHS number: check each digit',
} as const;

/** Accepts any common writing and gives the ten digits; the error text never repeats what was typed. */
export const nhsNumberSchema = z
  .string()
  .max(40)
  .superRefine((text, context) => {
    const result = parseNhsNumber(text);
    if (!result.ok) context.addIssue({ code: 'custom', message: MESSAGES[result.reason] });
  })
  .overwrite((text) => {
    const result = parseNhsNumber(text);
    return result.ok ? result.value : text;
  });
