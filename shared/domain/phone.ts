/** Characters that people put between the digits of a telephone number. */
const SEPARATORS = /[\s().\-\u00ad\u2010-\u2015]/gu;

/**
 * `+44 (0)151 496 0123`, `01514960123`, `7700900123` (a spreadsheet took the zero) → `0151 496 0123`, `07700 900123`.
 * Numbers of other countries keep their `+` and digits; an extension is kept as `ext 12`.
 * Grouping follows Ofcom's numbering plan: 02x 3-4-4, 011x and 01x1 4-3-4, the rest 5-6.
 * @returns null when the text is no telephone number; nothing is dialled to find out
 */
export function normalisePhone(text: string): string | null {
  if (text.length > 60) return null;
  const parts = /^(.*?)(?:\s*(?:ext|extension|x)\.?\s*(\d{1,6}))?$/i.exec(text.trim());
  const number = groupNumber((parts?.[1] ?? '').replace(SEPARATORS, ''));
  if (number === null) return null;
  return parts?.[2] === undefined ? number : `${number} ext ${parts[2]}`;
}

function groupNumber(compact: string): string | null {
  const abroad = /^(?:\+|00)(?!44)([1-9]\d{6,14})$/.exec(compact);
  if (abroad) return `+${abroad[1]}`;
  const national = compact.replace(/^(?:\+44|0044)0?/, '0');
  const digits = /^[127]\d{9}$/.test(national) ? `0${national}` : national;
  if (!/^0[1-9]\d{8,9}$/.test(digits)) return null;
  if (digits.startsWith('02')) return spaced(digits, 3, 7);
  if (/^01(1\d|\d1)/.test(digits)) return spaced(digits, 4, 7);
  return spaced(digits, 5, 11);
}

function spaced(digits: string, first: number, second: number): string {
  return [digits.slice(0, first), digits.slice(first, second), digits.slice(second)]
    .filter((part) => part !== '')
    .join(' ');
}
