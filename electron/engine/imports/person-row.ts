import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { ColumnTarget, ImportField } from '../../../shared/domain/import-fields.ts';
import { cleanLine, hasForbiddenCharacter, isVisible } from '../../../shared/domain/plain-text.ts';
import type { CsvRow } from './csv-rows.ts';
import type { ColumnMapping } from './mapping.ts';
import type { PersonReading } from './parsed-person.ts';
import { type Cell, readConditionColumn, readField, readFlagColumn } from './person-cells.ts';
import { fail, finishDraft, keep, newDraft, type PersonDraft, type Place, warn } from './person-draft.ts';

/** No field of a person is longer; longer cells come from rows that run together. */
const LONGEST_CELL = 2_000;
/** What systems write into a cell that holds nothing. Names are exempt: some people are called Null. */
const PLACEHOLDER = /^(null|n\/?a|#n\/a|none|nil|-+|\.+|\?+|not recorded|not applicable|blank)$/i;
const PLAIN = /^[ -~]*$/;
const NAMES: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  'family',
  'given',
  'middle',
  'preferredName',
  'fullName',
]);

/**
 * A function that turns rows of a list into people.
 * @param mapping one target or null per column, in the order of `headers`
 * @param today `YYYY-MM-DD`, the day against which future dates are refused
 */
export function personRowReader(
  headers: readonly string[],
  mapping: ColumnMapping,
  today: string,
): (row: CsvRow) => PersonReading {
  const columns = headers.flatMap((column, index) => {
    const target = mapping[index] ?? null;
    return target === null ? [] : [{ index, target, place: { field: target, column } }];
  });
  return (row) => {
    const draft = newDraft();
    if (row.notice !== undefined) warn(draft, { field: null, column: null }, row.notice);
    for (const { index, target, place } of columns) readCell(draft, target, place, row.cells[index] ?? '', today);
    return finishDraft(draft, row.line);
  };
}

function readCell(draft: PersonDraft, target: ColumnTarget, place: Place, content: string, today: string): void {
  if (content === '') return;
  if (content.length > LONGEST_CELL) {
    // Long lists of problems or alerts are common; a long name is a row that went wrong.
    if (target === 'conditions' || target === 'flags') keep(draft, place, content, 'Too long to be read');
    else fail(draft, place, `The cell is longer than ${LONGEST_CELL} characters: rows may have run together`);
    return;
  }
  // Nearly every cell is plain ASCII, of which nothing but the ends needs cleaning.
  const isPlain = PLAIN.test(content) && !content.includes('  ');
  if (!isPlain && hasForbiddenCharacter(content)) {
    fail(draft, place, 'The cell contains characters that cannot be saved');
    return;
  }
  const text = isPlain ? content.trim() : cleanLine(content);
  if (text === '' || !(isPlain || isVisible(text)) || (PLACEHOLDER.test(text) && !NAMES.has(target))) return;
  const cell: Cell = { draft, place, text, raw: content, today };
  if (target.startsWith('condition:')) readConditionColumn(cell, target.slice(10) as CodeOf<'condition'>);
  else if (target.startsWith('flag:')) readFlagColumn(cell, target.slice(5) as CodeOf<'flag'>);
  else readField[target as ImportField](cell);
}
