import { undoDefusing } from '../../../shared/domain/formula-guard.ts';
import type { CsvRecord, OpenQuote } from './csv-records.ts';
import { unreadable } from './decode.ts';

/** A row of the table: as many cells as there are headers. `notice` says what was odd about it. */
export interface CsvRow {
  readonly kind: 'row';
  /** Physical line of the file on which the row begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly notice?: string;
}

/** A stretch of the file that cannot be read as a row. `message` is a sentence without anything from the file. */
export interface CsvProblem {
  readonly kind: 'problem';
  readonly line: number;
  readonly reason: 'too-many-cells' | 'too-few-cells' | 'broken-row' | 'open-quote';
  readonly message: string;
}

export type CsvItem = CsvRow | CsvProblem;

/** More parts than an address or note has lines are no torn row. */
const MAX_PARTS = 20;
/** From here on a file of which most rows do not fit is not read to its end. */
const MANY_PROBLEMS = 10_000;

/**
 * Turns records into rows of the table's width, and into problems where they do not fit.
 * @param width number of columns
 * @param needed columns up to the last one that has a heading
 * @throws AppError `unreadable-file` when most of a long file does not fit its header
 */
export function* tableRows(
  records: Iterable<CsvRecord | OpenQuote>,
  width: number,
  needed: number,
): Generator<CsvItem, void, undefined> {
  // Short rows in a row wait here: together they may be one row that an unquoted line break has torn apart.
  let short: CsvRecord[] = [];
  let joints = 0;
  let fitting = 0;
  let unfitting = 0;
  const flush = (): CsvItem[] => {
    const items = short.map((row) => shortRow(row, width));
    short = [];
    joints = 0;
    return items;
  };
  for (const record of records) {
    if ('openQuote' in record) {
      yield* flush();
      yield openQuote(record.line);
    } else if (isBlank(record.cells)) {
      // Blank lines separate blocks in some reports and say nothing.
    } else if (record.cells.length < needed) {
      unfitting += 1;
      if (unfitting > MANY_PROBLEMS && unfitting > fitting) throw notATable(record.line);
      short.push(record);
      joints += record.cells.length - 1;
      if (short.length > 1 && (joints === needed - 1 || joints === width - 1)) {
        const torn = tornRow(short);
        flush();
        yield torn;
      } else if (joints >= width || short.length >= MAX_PARTS) {
        yield* flush();
      }
    } else {
      yield* flush();
      const item = wholeRow(record, width);
      if (item.kind === 'row') fitting += 1;
      else unfitting += 1;
      if (unfitting > MANY_PROBLEMS && unfitting > fitting) throw notATable(record.line);
      yield item;
    }
  }
  yield* flush();
}

function wholeRow({ line, cells }: CsvRecord, width: number): CsvItem {
  if (cells.slice(width).some((cell) => cell.trim() !== '')) {
    return {
      kind: 'problem',
      line,
      reason: 'too-many-cells',
      message: `The row has ${cells.length} cells and the list has ${width} columns: a cell may hold a delimiter without quotation marks.`,
    };
  }
  return { kind: 'row', line, cells: fill(cells, width) };
}

/** Some programs leave out empty cells at the end of a row: what there is stands in its own column. */
function shortRow({ line, cells }: CsvRecord, width: number): CsvItem {
  if (cells.length * 2 < width) {
    const message = `The row has ${cells.length} cells and the list has ${width} columns.`;
    return { kind: 'problem', line, reason: 'too-few-cells', message };
  }
  const notice = `The row has ${cells.length} cells and the list has ${width} columns: the rest was taken as empty.`;
  return { kind: 'row', line, cells: fill(cells, width), notice };
}

function tornRow(parts: readonly CsvRecord[]): CsvProblem {
  const line = parts[0]?.line ?? 0;
  const message = `Lines ${line} to ${parts.at(-1)?.line} look like one row with a line break in a cell that has no quotation marks.`;
  return { kind: 'problem', line, reason: 'broken-row', message };
}

function openQuote(line: number): CsvProblem {
  const message = 'A quotation mark opens on this line and does not close where it should, so the line cannot be read.';
  return { kind: 'problem', line, reason: 'open-quote', message };
}

function fill(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, i) => undoDefusing(cells[i] ?? ''));
}

function notATable(line: number): Error {
  return unreadable(
    `Most rows up to line ${line} do not have the columns of the header. Check that the right file was chosen, or export it again as CSV.`,
    { line },
  );
}

/** Whether a record holds nothing but white space. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
