import { parseBritishDate } from './british-date.ts';
import { fold } from './folded-text.ts';
import { postcodePrefixes } from './postcode.ts';

/** What somebody typed into the search for people, taken apart. */
export interface PersonQuery {
  /** Ten digits, or the first three to nine of them while typing. The check digit is not looked at. */
  nhsNumber?: string;
  birthDate?: string;
  birthYear?: number;
  /** What the normalised postcode must begin with: any one of these (`L15` can be district L15 or sector `L1 5`). */
  postcode?: string[];
  /** Folded beginnings of names, in the order typed; each must be found in the name. */
  words: string[];
  /** Pieces that mean nothing yet, such as half a date. They do not narrow the search. */
  unread: string[];
}

const MAX_TYPED = 200;
const TITLES = new Set(['mr', 'mrs', 'miss', 'ms', 'mx', 'dr']);

/**
 * Takes apart `smith john`, `SMITH, John (Mr)`, `smith 12/3/50`, `l15 5ab`, `999 000 0018 smith`: parts of names in
 * either order, a birth date in any British form, a whole or partly typed postcode, an NHS number with or without spaces.
 * @param today where the person types, `YYYY-MM-DD`; birth dates never lie after it
 */
export function parsePersonQuery(text: string, today: string): PersonQuery {
  const query: PersonQuery = { words: [], unread: [] };
  // A piece is taken out once it is read; the gap that it leaves keeps its neighbours from being read as one.
  const pieces: (string | null)[] = text
    .slice(0, MAX_TYPED)
    .split(/[\s,;()]+/u)
    .filter(Boolean);

  // An NHS number written as such goes first; digits in other groups could also be a date beside something else.
  let nhsNumber = takeRun(pieces, 3, (run) => (/^[0-9]{3}([ -]?)[0-9]{3}\1[0-9]{4}$/.test(run) ? digitsOf(run) : null));

  const birthDate = takeRun(pieces, 3, (run) => {
    const result = parseBritishDate(run, { today });
    return result.ok ? result.date : null;
  });
  if (birthDate !== null) query.birthDate = birthDate;

  nhsNumber ??= takeRun(pieces, 10, (run) => (/^(?:[0-9][ -]?){10}$/.test(run) ? digitsOf(run) : null));
  if (nhsNumber !== null) query.nhsNumber = nhsNumber;

  const postcode = takeRun(pieces, 2, (run) => {
    const prefixes = postcodePrefixes(run);
    return prefixes.length > 0 ? prefixes : null;
  });
  if (postcode !== null) query.postcode = postcode;

  for (const piece of pieces) if (piece !== null) readPiece(query, piece, today);
  const names = query.words.filter((word) => !TITLES.has(word));
  if (names.length > 0) query.words = names;
  return query;
}

/** Reads the first run of neighbouring pieces (longest first) that `read` understands, and takes it out. */
function takeRun<T>(pieces: (string | null)[], longest: number, read: (run: string) => T | null): T | null {
  for (let start = 0; start < pieces.length; start++) {
    for (let length = Math.min(longest, pieces.length - start); length > 0; length--) {
      const run = pieces.slice(start, start + length);
      const value = run.includes(null) ? null : read(run.join(' '));
      if (value === null) continue;
      pieces.fill(null, start, start + length);
      return value;
    }
  }
  return null;
}

function readPiece(query: PersonQuery, piece: string, today: string): void {
  const year = /^(?:19|20)[0-9]{2}$/.test(piece) ? Number(piece) : null;
  const begun = query.birthDate !== undefined || query.nhsNumber !== undefined;
  if (year !== null && year <= Number(today.slice(0, 4)) && !begun) query.birthYear = year;
  else if (/^[0-9-]+$/.test(piece) && isNhsNumberStart(query, piece))
    query.nhsNumber = (query.nhsNumber ?? '') + digitsOf(piece);
  else if (/[0-9]/.test(piece)) query.unread.push(piece);
  else if (fold(piece) !== '') query.words.push(fold(piece));
}

/** Three digits or more can begin an NHS number; fewer only carry one on (`999 00`). */
function isNhsNumberStart(query: PersonQuery, piece: string): boolean {
  const begun = query.nhsNumber ?? '';
  const digits = digitsOf(piece).length;
  return begun.length + digits < 10 && (begun !== '' || digits >= 3);
}

function digitsOf(piece: string): string {
  return piece.replace(/[^0-9]/g, '');
}
