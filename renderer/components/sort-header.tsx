import { classNames } from './class-names.ts';
import type { Sort } from './column.ts';
import { Icon } from './icon.tsx';

interface SortHeaderProps {
  readonly id: string;
  readonly header: string;
  readonly sortable: boolean;
  readonly end: boolean;
  readonly hidden: boolean;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

/** A column's header cell; a button when the list can be sorted by it. */
export function SortHeader({ id, header, sortable, end, hidden, sort, onSort }: SortHeaderProps) {
  const mine = sort?.by === id;
  const words = hidden ? <span className="nhsuk-u-visually-hidden">{header}</span> : header;
  return (
    <th
      className={classNames('ot-table__head', end && 'ot-end')}
      scope="col"
      aria-sort={mine ? (sort.down ? 'descending' : 'ascending') : undefined}
    >
      {sortable && onSort ? (
        <button
          className="ot-table__sort"
          type="button"
          onClick={() => onSort({ by: id, down: mine ? !sort.down : false })}
        >
          <span>{words}</span>
          <span className={classNames('ot-table__arrow', mine && 'ot-table__arrow--on')}>
            <Icon name={mine && sort.down ? 'down' : 'up'} size={14} />
          </span>
        </button>
      ) : (
        words
      )}
    </th>
  );
}
