import { parse } from 'csv-parse/sync';
import { unreadable } from './decode.ts';
import { countLineEnds, firstLineEnd, lastLineEnd, skipLineEnds } from './line-ends.ts';

/** One record as it stands in the file; empty lines are none. `line` is the physical line on which it begins, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  /** Physical lines that it takes up: more than one when a quoted cell holds line breaks. */
  readonly lines: number;
  readonly cells: readonly string[];
}

/** A quotation mark opened on this line is never closed, or only far below; reading went on with the next line. */
export interface OpenQuote {
  readonly line: number;
  readonly openQuote: true;
}

/** Longest record, in bytes: a note of a megabyte fits four times. */
const MAX_RECORD_BYTES = 4 * 1024 * 1024;
/** A record with the wrong number of cells over more lines than this has swallowed other rows. */
const MAX_RAGGED_LINES = 20;
/** Each open quote costs a re-read of up to `MAX_RECORD_BYTES`, so they are borne only so often. */
const MAX_OPEN_QUOTES = 10;

interface ParsedRecord {
  readonly cells: string[];
  /** Offset in the block just behind the record. */
  readonly end: number;
}

const lineEnds = ['\r\n', '\n', '\r'];

/** csv-parse over one block of whole lines. Nothing is fatal: a record left open by a quote at the end is not returned. */
export function parseBlock(block: Buffer, delimiter: string, limit = -1): ParsedRecord[] {
  const parsed: unknown[] = parse(block, {
    delimiter,
    record_delimiter: lineEnds,
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
    // csv-parse builds an error for each ragged record, which a file of blank lines would pay for line by line.
    skip_empty_lines: true,
    max_record_size: 0,
    info: true,
    to: limit,
  });
  return (parsed as { record: string[]; info: { bytes: number } }[]).map(({ record, info }) => ({
    cells: record,
    end: info.bytes,
  }));
}

/**
 * Splits a text into records, block by block, so that memory and the time between two records stay bounded.
 * @param width number of cells that a whole record has, to tell a swallowed stretch of the file from a long cell
 * @param startLine line number of the first line of the text
 * @throws AppError `unreadable-file` for a line without end, or when quotation marks do not match in many places
 */
export function* readRecords(
  chunks: Iterable<string>,
  delimiter: string,
  width: number,
  startLine = 1,
): Generator<CsvRecord | OpenQuote, void, undefined> {
  const source = chunks[Symbol.iterator]();
  let pending: Buffer = Buffer.alloc(0);
  let line = startLine;
  let atEnd = false;
  let wanted = 0;
  let openQuotes = 0;
  for (;;) {
    [pending, atEnd] = pull(source, pending, wanted, atEnd);
    const block = pending.subarray(0, atEnd ? pending.length : lastLineEnd(pending));
    let used = 0;
    let swallowed = false;
    for (const { cells, end } of parseBlock(block, delimiter)) {
      const start = skipLineEnds(block, used);
      const breaks = countLineEnds(block, start, end);
      const lines = Math.max(1, endsLine(block, end) ? breaks : breaks + 1);
      swallowed =
        (cells.length !== width && lines > MAX_RAGGED_LINES) ||
        (cells.some(mayHaveSwallowed) && !isWellFormed(block.subarray(start, end), delimiter));
      if (swallowed) break;
      line += countLineEnds(block, used, start);
      yield { line, lines, cells };
      line += breaks;
      used = end;
    }
    const blank = skipLineEnds(block, used);
    line += countLineEnds(block, used, blank);
    const isLeft = blank < block.length;
    pending = pending.subarray(blank);
    const tooLong = pending.length > MAX_RECORD_BYTES;
    if (swallowed || (isLeft && (atEnd || tooLong))) {
      openQuotes += 1;
      if (openQuotes > MAX_OPEN_QUOTES) throw mismatched(line);
      yield { line, openQuote: true };
      pending = pending.subarray(firstLineEnd(pending));
      line += 1;
      wanted = 0;
    } else if (atEnd) {
      return;
    } else if (tooLong) {
      throw unreadable(`Line ${line} has no end within 4 MB, so this is not a list. Export it again as CSV.`, { line });
    } else {
      // Only twice as much as was in vain is worth another try, so that a long cell is not read over and over.
      wanted = pending.length * 2;
    }
  }
}

function endsLine(bytes: Buffer, end: number): boolean {
  return end > 0 && countLineEnds(bytes, end - 1, end) === 1;
}

function pull(source: Iterator<string>, pending: Buffer, wanted: number, atEnd: boolean): [Buffer, boolean] {
  if (atEnd) return [pending, true];
  const parts = [pending];
  let length = pending.length;
  do {
    const next = source.next();
    if (next.done) return [Buffer.concat(parts), true];
    const part = Buffer.from(next.value);
    parts.push(part);
    length += part.length;
  } while (length < wanted);
  return [Buffer.concat(parts), false];
}

/**
 * Where a mark opens by mistake and a later mark closes nothing, csv-parse gives back everything between them, lines and
 * all, as a cell that begins with the mark.
 */
function mayHaveSwallowed(cell: string): boolean {
  return cell.startsWith('"') && /[\r\n]/.test(cell);
}

/** Whether every quotation mark of a record is where RFC 4180 has it. */
function isWellFormed(record: Buffer, delimiter: string): boolean {
  try {
    parse(record, { delimiter, record_delimiter: lineEnds, relax_column_count: true, max_record_size: 0 });
    return true;
  } catch {
    return false;
  }
}

function mismatched(line: number): Error {
  return unreadable(
    `Quotation marks open and never close on many rows, the last on line ${line}. Export the list again with text in quotation marks, or remove stray marks.`,
    { line },
  );
}
