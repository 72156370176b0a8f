/**
 * A spreadsheet takes a cell that begins with one of these for a formula and may run it (OWASP, CSV injection):
 * `=`, `+`, `-`, `@`, tab, carriage return, line feed, and the full-width forms that Numbers folds into the plain ones.
 * Leading apostrophes are looked through, so that defusing and its undoing are exact opposites for every text.
 */
const DEFUSABLE = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const DEFUSED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The cell with an apostrophe in front when a spreadsheet could take it for a formula, else unchanged. */
export function defuseFormula(cell: string): string {
  return DEFUSABLE.test(cell) ? `'${cell}` : cell;
}

/** Takes back what `defuseFormula` did: `undoDefusing(defuseFormula(text)) === text` for every text. */
export function undoDefusing(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}
