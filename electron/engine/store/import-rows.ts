import { type ImportCounts, type ImportOutcome, importOutcomes } from '../../../shared/contract/import-view.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';
import { sqlBuilder, sqlStatement, statement } from './statements.ts';
import type { ImportRows } from './tables.ts';

export type StoredImportRow = Omit<ImportRows, 'import_id'>;

const add = sqlStatement<Record<keyof ImportRows, string | number | null>, never>(
  `INSERT INTO import_rows (import_id, line, outcome, decision, person_id, of_line, person, changes, candidates, problems)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  'import_id',
  'line',
  'outcome',
  'decision',
  'person_id',
  'of_line',
  'person',
  'changes',
  'candidates',
  'problems',
);
const removeAll = statement((q, p: { id: string }) => q.deleteFrom('import_rows').where('import_id', '=', p.id));
const grouped = sqlStatement<{ id: string }, { outcome: string; decision: string | null; number: number }>(
  'SELECT outcome, decision, count(*) AS number FROM import_rows WHERE import_id = ? GROUP BY outcome, decision',
  'id',
);
// Lines are found in the index alone; the wide rows are read only for the page itself.
const page = sqlStatement<{ id: string; outcome: string; limit: number; offset: number }, StoredImportRow>(
  `SELECT line, outcome, decision, person_id, of_line, person, changes, candidates, problems FROM import_rows
   WHERE import_id = ? AND line IN (
     SELECT line FROM import_rows INDEXED BY import_rows_outcome WHERE import_id = ? AND outcome = ? ORDER BY line LIMIT ? OFFSET ?
   ) ORDER BY line`,
  'id',
  'id',
  'outcome',
  'limit',
  'offset',
);
const following = sqlStatement<{ id: string; after: number; limit: number }, StoredImportRow>(
  `SELECT line, outcome, decision, person_id, of_line, person, changes, candidates, problems FROM import_rows
   WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?`,
  'id',
  'after',
  'limit',
);
const byLines = sqlStatement<{ id: string; lines: string }, StoredImportRow>(
  `SELECT r.line, r.outcome, r.decision, r.person_id, r.of_line, r.person, r.changes, r.candidates, r.problems
   FROM json_each(?) AS wanted CROSS JOIN import_rows AS r ON r.import_id = ? AND r.line = wanted.value ORDER BY r.line`,
  'lines',
  'id',
);
const byOutcome = sqlStatement<{ id: string; outcome: string }, { line: number }>(
  'SELECT line FROM import_rows WHERE import_id = ? AND outcome = ?',
  'id',
  'outcome',
);
const decide = sqlStatement<
  { id: string; line: number; decision: string | null; person_id: string | null; of_line: number | null },
  never
>(
  'UPDATE import_rows SET decision = ?, person_id = ?, of_line = ? WHERE import_id = ? AND line = ?',
  'decision',
  'person_id',
  'of_line',
  'id',
  'line',
);

export const addImportRow = (write: WriteHandle, importId: string, row: StoredImportRow): void =>
  void write.run(add, { import_id: importId, ...row });
export const removeImportRows = (write: WriteHandle, importId: string): void =>
  void write.run(removeAll, { id: importId });

/** A page of the rows of one outcome, in the order of the file. */
export const pageOfRows = (read: ReadHandle, id: string, outcome: string, offset: number, limit: number) =>
  read.all(page, { id, outcome, limit, offset });
/** The next rows of the file after a line, whatever their outcome. */
export const rowsAfter = (read: ReadHandle, id: string, after: number, limit: number) =>
  read.all(following, { id, after, limit });
/** Rows by their lines. */
export const rowsByLines = (read: ReadHandle, id: string, lines: readonly number[]) =>
  read.all(byLines, { id, lines: JSON.stringify(lines) });
/** Lines of all rows of an outcome. */
export const linesOfOutcome = (read: ReadHandle, id: string, outcome: string): number[] =>
  read.all(byOutcome, { id, outcome }).map(({ line }) => line);
/** Writes what was decided about a row. */
export const decideRow = (
  write: WriteHandle,
  id: string,
  row: Pick<StoredImportRow, 'line' | 'decision' | 'person_id' | 'of_line'>,
): void => void write.run(decide, { id, ...row });

/** Rows with something wrong or odd, one at a time. */
export function* problemRows(
  read: ReadHandle,
  id: string,
): Generator<{ line: number; outcome: string; problems: string }> {
  const query = sqlBuilder
    .selectFrom('import_rows')
    .select(['line', 'outcome', 'problems'])
    .where('import_id', '=', id)
    .where('problems', 'is not', null)
    .orderBy('line');
  for (const { line, outcome, problems } of read.each(query)) yield { line, outcome, problems: problems ?? '[]' };
}

/** How many rows of an import have which outcome and decision. */
export interface RowTally {
  readonly counts: ImportCounts;
  /** Rows of an outcome about which something was decided. */
  decided(outcome: ImportOutcome, decision: string): number;
}

/** Counts rows from the index alone. */
export function tallyRows(read: ReadHandle, id: string): RowTally {
  const found = read.all(grouped, { id });
  const sum = (fits: (row: (typeof found)[number]) => boolean) =>
    found.filter(fits).reduce((total, { number }) => total + number, 0);
  const counts = Object.fromEntries(
    importOutcomes.map((outcome) => [outcome, sum((row) => row.outcome === outcome)]),
  ) as Record<ImportOutcome, number>;
  return {
    counts: { ...counts, undecided: sum((row) => row.outcome === 'duplicate' && row.decision === null) },
    decided: (outcome, decision) => sum((row) => row.outcome === outcome && row.decision === decision),
  };
}
