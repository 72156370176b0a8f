import { type MouseEvent, type ReactNode, useRef } from 'react';
import type { RowWindow } from './row-window.ts';

export type Chosen = ReadonlySet<string>;

interface RowSelectionInput<Row> {
  readonly rows: RowWindow<Row>;
  readonly rowId: (row: Row) => string;
  readonly selected: Chosen | undefined;
  readonly onSelect: ((ids: Chosen) => void) | undefined;
}

interface RowSelection {
  readonly isChosen: (index: number) => boolean;
  /** Chooses or drops a row; with `range`, everything from the row chosen before up to here. */
  readonly toggle: (index: number, range: boolean) => void;
  readonly header: ReactNode;
  readonly cell: (index: number, label: string) => ReactNode;
}

/** Ids of every row, or null when some of them are not in hand. */
function allIds<Row>(rows: RowWindow<Row>, rowId: (row: Row) => string): readonly string[] | null {
  const ids: string[] = [];
  for (let index = 0; index < (rows.total ?? 0); index += 1) {
    const row = rows.at(index);
    if (row === undefined) return null;
    ids.push(rowId(row));
  }
  return ids;
}

/** The checkbox column of a table; undefined when the table has no selection. */
export function useRowSelection<Row>({
  rows,
  rowId,
  selected,
  onSelect,
}: RowSelectionInput<Row>): RowSelection | undefined {
  const anchor = useRef<number | null>(null);
  if (selected === undefined || onSelect === undefined) return undefined;

  const idAt = (index: number): string | undefined => {
    const row = rows.at(index);
    return row === undefined ? undefined : rowId(row);
  };
  const isChosen = (index: number) => selected.has(idAt(index) ?? '');
  const toggle = (index: number, range: boolean) => {
    const on = !isChosen(index);
    const from = range && anchor.current !== null ? anchor.current : index;
    const next = new Set(selected);
    for (let each = Math.min(from, index); each <= Math.max(from, index); each += 1) {
      const id = idAt(each);
      if (id === undefined) continue;
      if (on) next.add(id);
      else next.delete(id);
    }
    anchor.current = index;
    onSelect(next);
  };

  const ids = allIds(rows, rowId);
  const everything = ids?.every((id) => selected.has(id)) === true;
  return {
    isChosen,
    toggle,
    header: (
      <th className="ot-table__head" scope="col">
        {ids === null ? (
          <span className="nhsuk-u-visually-hidden">Select</span>
        ) : (
          <input
            className="ot-check"
            type="checkbox"
            aria-label="Select all"
            checked={everything}
            onChange={() => onSelect(new Set(everything ? [] : ids))}
          />
        )}
      </th>
    ),
    cell: (index, label) => (
      <td className="ot-table__cell">
        <input
          className="ot-check"
          type="checkbox"
          aria-label={`Select ${label}`}
          tabIndex={-1}
          checked={isChosen(index)}
          readOnly
          onClick={(event: MouseEvent) => toggle(index, event.shiftKey)}
        />
      </td>
    ),
  };
}
