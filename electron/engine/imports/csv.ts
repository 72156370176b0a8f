import { undoDefusing } from '../../../shared/domain/formula-guard.ts';
import { detectDelimiter, findHeader, type Recognise } from './csv-dialect.ts';
import { type CsvRecord, type OpenQuote, parseBlock, readRecords } from './csv-records.ts';
import { type CsvItem, isBlank, tableRows } from './csv-rows.ts';
import { type DecodedText, unreadable } from './decode.ts';

export interface CsvTable {
  readonly delimiter: string;
  /** One name per column, unique: blank ones become `Column D`, repeated ones `Phone (2)`. */
  readonly headers: readonly string[];
  /** Physical line of the header; null when the file has none. */
  readonly headerLine: number | null;
  /** Records above the header (titles, report parameters). */
  readonly preamble: readonly (readonly string[])[];
  /** Rows and problems in the order of the file; each call reads from the beginning. Blank rows are left out. */
  rows(): Generator<CsvItem, void, undefined>;
}

export interface CsvOptions {
  readonly delimiter?: string;
  /** Physical line of the header where it is known; null when the file has none. Found otherwise. */
  readonly headerLine?: number | null;
  readonly recognise?: Recognise;
}

/** Enough for the header and some sixty rows. */
const SAMPLE_CHARACTERS = 128 * 1024;
const MAX_COLUMNS = 500;
/** Excel's own way to name the delimiter. */
const SEP_LINE = /^sep=([^\r\n])(\r\n|\r|\n)/i;

/**
 * Reads delimited text as GP and council systems export it: finds the delimiter and the header, undoes the exporter's
 * formula defusing (O5), and reports ragged rows one by one.
 * @throws AppError `unreadable-file` when there is no table at all; `rows()` throws it where the file turns unreadable
 */
export function readCsv(source: Pick<DecodedText, 'chunks'>, options: CsvOptions = {}): CsvTable {
  const opening = firstOf(source.chunks());
  const declared = SEP_LINE.exec(opening);
  const skipped = declared?.[0].length ?? 0;
  const firstLine = declared ? 2 : 1;
  const sample = wholeLines(opening.slice(skipped, SAMPLE_CHARACTERS));
  const delimiter = options.delimiter ?? declared?.[1] ?? detectDelimiter(sample);
  const top = sampleRecords(sample, delimiter, firstLine);
  if (top.length === 0) throw unreadable('The file has no rows. Check that the list was exported with its contents.');
  const headerAt =
    options.headerLine === undefined
      ? findHeader(
          top.map(({ cells }) => cells),
          options.recognise ?? (() => 0),
        )
      : top.findIndex(({ line }) => line === options.headerLine);
  const header = headerAt === null ? undefined : top[headerAt];
  const width = header?.cells.length ?? Math.max(...top.map(({ cells }) => cells.length));
  if (width > MAX_COLUMNS) throw unreadable(`The list has more than ${MAX_COLUMNS} columns. Export only those needed.`);
  const headers = columnNames(header?.cells ?? Array.from({ length: width }, () => ''));
  const headerLine = header?.line ?? null;
  const needed = header ? header.cells.findLastIndex((cell) => cell.trim() !== '') + 1 : width;
  return {
    delimiter,
    headers,
    headerLine,
    preamble: header && headerAt !== null ? top.slice(0, headerAt).map(({ cells }) => cells) : [],
    rows: () => {
      const records = readRecords(dropCharacters(source.chunks(), skipped), delimiter, width, firstLine);
      return tableRows(after(records, headerLine ?? 0), width, needed);
    },
  };
}

function firstOf(chunks: Iterable<string>): string {
  for (const chunk of chunks) return chunk;
  return '';
}

/** The sample without its last, possibly unfinished line, unless there is only one. */
function wholeLines(text: string): Buffer {
  const end = text.length < SAMPLE_CHARACTERS ? -1 : Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return Buffer.from(end < 0 ? text : text.slice(0, end + 1));
}

function sampleRecords(sample: Buffer, delimiter: string, firstLine: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  const width = Math.max(0, ...parseBlock(sample, delimiter, 60).map(({ cells }) => cells.length));
  for (const record of readRecords([sample.toString()], delimiter, width, firstLine)) {
    if ('openQuote' in record) continue;
    if (!isBlank(record.cells)) records.push({ ...record, cells: record.cells.map(undoDefusing) });
    if (records.length >= 60) break;
  }
  return records;
}

function* dropCharacters(chunks: Iterable<string>, count: number): Generator<string, void, undefined> {
  let left = count;
  for (const chunk of chunks) {
    yield left > 0 ? chunk.slice(left) : chunk;
    left = Math.max(0, left - chunk.length);
  }
}

function* after(records: Iterable<CsvRecord | OpenQuote>, line: number): Generator<CsvRecord | OpenQuote> {
  for (const record of records) if (record.line > line) yield record;
}

function columnNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, i) => {
    const base = cell.replace(/\s+/g, ' ').trim() || `Column ${columnLetter(i)}`;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** 0 → A, 25 → Z, 26 → AA, as spreadsheets name columns. */
function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
