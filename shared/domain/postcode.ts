import { z } from 'zod';

/**
 * Postcodes, at most eight characters with one space before the last three (NHS Data Dictionary, POSTCODE).
 * The pattern covers the six outward forms of ordinary postcodes. `ZZ99` pseudo-postcodes stand for people without a
 * postcode (no fixed abode, overseas) and may end in letters that ordinary ones never use.
 * Nothing is looked up: a well-formed postcode may not exist.
 */
const ORDINARY = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})$/;
const PSEUDO = /^(ZZ99)([0-9][A-Z]{2})$/;
const OUTWARD = /^[A-Z]{1,2}[0-9][A-Z0-9]?$/;

function compact(text: string): string {
  return text.replace(/[\s\u00ad\u2010-\u2015-]/gu, '').toUpperCase();
}

/** `l15ab`, `L1  5AB`, `l1-5ab` → `L1 5AB`; null when the text is not a whole postcode. */
export function normalisePostcode(text: string): string | null {
  const code = compact(text);
  const match = ORDINARY.exec(code) ?? PSEUDO.exec(code);
  return match ? `${match[1]} ${match[2]}` : null;
}

/** Whether a normalised postcode is a pseudo-postcode: no place, so never evidence that two people live together. */
export function isPseudoPostcode(postcode: string): boolean {
  return postcode.startsWith('ZZ99 ');
}

/** Outward part of a normalised postcode: `L15 5AB` → `L15`. */
export function outwardCode(postcode: string): string {
  return postcode.slice(0, postcode.lastIndexOf(' '));
}

/**
 * Beginnings of normalised postcodes that a whole or partly typed postcode can mean, or an empty list when it is none.
 * Without its space a part can be read two ways: `L15` is the district `L15` or sector 5 of `L1`.
 */
export function postcodePrefixes(text: string): string[] {
  const whole = normalisePostcode(text);
  if (whole !== null) return [whole];
  const typed = text.trim().toUpperCase();
  const spaced = /^([A-Z0-9]+)\s+([0-9][A-Z]?)$/.exec(typed);
  if (spaced) return OUTWARD.test(spaced[1] ?? '') ? [`${spaced[1]} ${spaced[2]}`] : [];
  const readings = OUTWARD.test(typed) ? [typed] : [];
  const run = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]?)$/.exec(typed);
  if (run && OUTWARD.test(run[1] ?? '')) readings.push(`${run[1]} ${run[2]}`);
  return readings;
}

/** Accepts any common writing and gives the normalised postcode. */
export const postcodeSchema = z
  .string()
  .max(16)
  .refine((text) => normalisePostcode(text) !== null, 'Enter a full UK postcode')
  .overwrite((text) => normalisePostcode(text) ?? text);
