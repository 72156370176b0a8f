import { stringify } from 'csv-stringify/sync';
import { defuseFormula } from '../../../shared/domain/formula-guard.ts';

/** What a cell may hold; null is an empty cell. Numbers are written plainly and are never taken for formulas. */
export type CsvCell = string | number | null;

const ROWS_PER_PIECE = 500;

/**
 * Writes a table as CSV (RFC 4180, CR LF) in pieces. Every text that a spreadsheet could take for a formula is defused
 * (O5); the importer's reader undoes it, so that a round trip is exact for all text without lone surrogates or NUL.
 * @param bom put a byte order mark first, without which Excel takes UTF-8 for Windows-1252
 */
export function* writeCsv(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  options: { readonly bom?: boolean } = {},
): Generator<string, void, undefined> {
  if (options.bom) yield '\ufeff';
  let block: CsvCell[][] = [header.map(defuseFormula)];
  for (const row of rows) {
    block.push(row.map((cell) => (typeof cell === 'string' ? defuseFormula(cell) : cell)));
    if (block.length >= ROWS_PER_PIECE) {
      yield render(block, header.length);
      block = [];
    }
  }
  if (block.length > 0) yield render(block, header.length);
}

function render(block: CsvCell[][], width: number): string {
  // A row of one empty cell would be an empty line, which no reader takes for a row: quoted it is one.
  return stringify(block, { record_delimiter: '\r\n', quote_record_delimiter: true, quoted_empty: width === 1 });
}
