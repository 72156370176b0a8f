import { parseBlock } from './csv-records.ts';

export const delimiters = [',', ';', '\t', '|'] as const;

/** How many of these header cells are known; lets the header be found below report titles. */
export type Recognise = (cells: readonly string[]) => number;

const SAMPLE_RECORDS = 60;
/** GP systems write at most some twenty lines of titles and parameters above the header. */
const HEADER_WITHIN = 30;
const DATA_CELL =
  /^\s*(\d{1,2}[/.-](\d{1,2}|[a-z]{3})[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}.*|[\d\s-]{6,}|[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})\s*$/i;

/** The delimiter under which the sample makes the most even table; a comma where nothing tells. */
export function detectDelimiter(sample: Buffer): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const widths = parseBlock(sample, delimiter, SAMPLE_RECORDS).map(({ cells }) => cells.length);
    const [width, count] = commonest(widths.filter((cells) => cells > 1));
    const score = (count / Math.max(widths.length, 1)) * Math.sqrt(Math.max(width - 1, 0));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * Where the header stands among the first records of a file.
 * @returns its index, or null when the first full row already looks like data
 */
export function findHeader(records: readonly (readonly string[])[], recognise: Recognise): number | null {
  const [width] = commonest(records.map((cells) => cells.length));
  const firstRows = records.slice(0, HEADER_WITHIN);
  const candidates = [...firstRows.entries()].filter(([, cells]) => {
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    // Titles and group headings above the header fill few of the columns.
    return filled * 2 >= width && cells.length * 2 >= width;
  });
  let best: { index: number; known: number } | null = null;
  for (const [index, cells] of candidates) {
    const known = recognise(cells);
    if (known >= Math.min(2, width) && known > (best?.known ?? 0)) best = { index, known };
  }
  if (best) return best.index;
  const first = candidates[0];
  return first === undefined || first[1].some((cell) => DATA_CELL.test(cell.slice(0, 40))) ? null : first[0];
}

/** The commonest number and how often it occurs; of equals the larger. [0, 0] for none. */
function commonest(numbers: readonly number[]): [number, number] {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best: [number, number] = [0, 0];
  for (const [number, count] of counts) {
    if (count > best[1] || (count === best[1] && number > best[0])) best = [number, count];
  }
  return best;
}
