import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Column } from './column.ts';

interface SimpleTableProps<Row> {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly empty?: ReactNode;
}

/** A short table, all of it in the page. */
export function SimpleTable<Row>({ caption, showCaption = false, columns, rows, rowId, empty }: SimpleTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <table className="ot-table">
      <caption className={showCaption ? 'ot-table__caption' : 'nhsuk-u-visually-hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, header, align, width, hideHeader }) => (
            <th
              className={classNames('ot-table__head', align === 'end' && 'ot-end')}
              key={id}
              scope="col"
              style={{ width }}
            >
              {hideHeader === true ? <span className="nhsuk-u-visually-hidden">{header}</span> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr className="ot-table__row" key={rowId(row)}>
            {columns.map(({ id, cell, align, rowHeader }) =>
              rowHeader === true ? (
                <th className="ot-table__cell" key={id} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td className={classNames('ot-table__cell', align === 'end' && 'ot-end')} key={id}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
