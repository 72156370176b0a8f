import { type DischargeField, dischargeFields, dischargeHeadings } from '../../../shared/domain/discharge-fields.ts';
import { wordKey } from './code-words.ts';

const headings: ReadonlyMap<string, DischargeField> = new Map(
  dischargeFields.flatMap((field) => dischargeHeadings(field).map((heading) => [wordKey(heading), field] as const)),
);

/** Headings put a word for whoever is meant in front, and say how a cell is written behind. */
const bare = (heading: string): string =>
  heading.replace(/^(patient|client|person|service user)('s|s)?\s+/i, '').replace(/\s*\([^()]*\)\s*$/, '');

const fieldOf = (heading: string): DischargeField | null =>
  heading.length > 80 ? null : (headings.get(wordKey(heading)) ?? headings.get(wordKey(bare(heading))) ?? null);

/** One field or null for each heading; the first of two columns that mean the same has it. */
export function proposeColumns(headers: readonly string[]): (DischargeField | null)[] {
  const taken = new Set<DischargeField>();
  return headers.map((header) => {
    const field = fieldOf(header);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** How many of these cells are known headings: tells a header from report titles above it. */
export const countDischargeHeadings = (cells: readonly string[]): number =>
  cells.filter((cell) => fieldOf(cell) !== null).length;
