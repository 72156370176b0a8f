import { createHash } from 'node:crypto';
import { distance } from 'fastest-levenshtein';
import {
  type ColumnTarget,
  headingsOf,
  importFields,
  isColumnTarget,
  isRepeatable,
} from '../../../shared/domain/import-fields.ts';
import { readCode, wordKey } from './code-words.ts';

/** Where one column of a list goes, and how sure that is: `remembered` from an earlier import, `exact` heading, `close` guess, or `none`. */
export interface ProposedColumn {
  /** Position in the list, from 0. */
  readonly index: number;
  readonly header: string;
  /** null: the column is left out. */
  readonly target: ColumnTarget | null;
  readonly confidence: 'remembered' | 'exact' | 'close' | 'none';
}

/** One target or null per column, in the order of the columns. What is stored under the signature of the headings. */
export type ColumnMapping = readonly (ColumnTarget | null)[];

const SURE = { remembered: 3, exact: 2, close: 1, none: 0 } as const;
/** Shorter headings are too alike for a misspelling to be told from another word. */
const SHORTEST_FUZZY = 7;

/** Headings about somebody or something else, which must never be taken for the person's own by likeness. */
const OF_ANOTHER =
  /\b(next of kin|nok|carers?|mothers?|fathers?|parents?|guardians?|gps?|doctors?|practices?|surgery|emergency|referr\w*|partners?|spouse|wife|husband|child|previous|old|former|last)\b/i;

const headings: ReadonlyMap<string, ColumnTarget> = new Map(
  importFields.flatMap((field) => headingsOf(field).map((heading) => [wordKey(heading), field] as const)),
);

/**
 * Proposes where the columns of a list go. Each target is given once, to the column that is surest (the first of equals);
 * only `conditions` and `flags` may be fed by several.
 * @param remembered the mapping kept for lists with the same headings, as it was stored
 */
export function proposeMapping(
  headers: readonly string[],
  remembered: readonly unknown[] | null = null,
): ProposedColumn[] {
  const wishes = headers.map((header, index) => ({
    index,
    header,
    ...wish(header, remembered?.[index], remembered !== null),
  }));
  const taken = new Set<ColumnTarget>();
  for (const column of wishes.toSorted((a, b) => SURE[b.confidence] - SURE[a.confidence] || a.index - b.index)) {
    if (column.target === null) continue;
    if (taken.has(column.target) && !isRepeatable(column.target)) {
      column.target = null;
      column.confidence = 'none';
    } else {
      taken.add(column.target);
    }
  }
  return wishes;
}

interface Wish {
  target: ColumnTarget | null;
  confidence: ProposedColumn['confidence'];
}

function wish(header: string, kept: unknown, hasMemory: boolean): Wish {
  if (isColumnTarget(kept)) return { target: kept, confidence: 'remembered' };
  // Left out on purpose last time; a target that this version no longer knows is proposed anew.
  if (hasMemory && kept === null) return { target: null, confidence: 'remembered' };
  const key = wordKey(header);
  const exact = key.length > 80 ? null : knownHeading(key, header);
  if (exact) return { target: exact, confidence: 'exact' };
  const close = OF_ANOTHER.test(header.replace(/['’]s\b/g, 's')) ? null : closeHeading(key);
  return close ? { target: close, confidence: 'close' } : { target: null, confidence: 'none' };
}

function knownHeading(key: string, header: string): ColumnTarget | null {
  if (key === '') return null;
  const field = headings.get(key);
  if (field) return field;
  // Registers as columns of their own: "COPD", "On diabetes register", "Housebound (Y/N)".
  const register = header.replace(/^(on|has|is)\s+|\(?\by\s*\/\s*n\b\)?|\b(qof|register|flag|diagnosis|date)\b/gi, ' ');
  const condition = readCode('condition', register);
  if (condition) return `condition:${condition}`;
  const flag = readCode('flag', register);
  return flag ? `flag:${flag}` : null;
}

/** A heading with a slip of the pen, or a known one with more around it ("Patient's date of birth (UK)"). */
function closeHeading(key: string): ColumnTarget | null {
  if (key.length < SHORTEST_FUZZY || key.length > 80) return null;
  let best: { target: ColumnTarget; rank: number } | null = null;
  for (const [heading, target] of headings) {
    if (heading.length < SHORTEST_FUZZY) continue;
    const slips = Math.abs(heading.length - key.length) > 2 ? 3 : distance(heading, key);
    const rank =
      slips <= Math.min(2, Math.floor(heading.length / 5)) ? 1000 - slips : key.includes(heading) ? heading.length : 0;
    if (rank > (best?.rank ?? 0)) best = { target, rank };
  }
  return best?.target ?? null;
}

/** How many of these cells are known headings: tells a header from report titles above it. */
export function countKnownHeadings(cells: readonly string[]): number {
  return cells.filter((cell) => cell.length < 80 && knownHeading(wordKey(cell), cell) !== null).length;
}

/** Under which a mapping is remembered: the same for lists with the same headings in the same order, whatever the case. */
export function headerSignature(headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headers.map(wordKey)))
    .digest('hex');
}
