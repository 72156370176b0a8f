import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import type { Column, Sort } from './column.ts';
import { useListPlace } from './list-place.ts';
import { rowKeys } from './row-keys.ts';
import { type Chosen, useRowSelection } from './row-selection.tsx';
import type { RowWindow } from './row-window.ts';
import { SortHeader } from './sort-header.tsx';
import { ErrorState, LoadingState } from './states.tsx';

export interface DataTableProps<Row> {
  readonly label: string;
  readonly rows: RowWindow<Row>;
  readonly rowId: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** Enter or a double press on a row. Put a link into the row's header cell as well. */
  readonly onOpen?: (row: Row) => void;
  readonly selected?: Chosen;
  readonly onSelect?: (ids: Chosen) => void;
  /** What a row's checkbox is called: whom or what it selects. */
  readonly rowLabel?: (row: Row) => string;
  readonly hiddenColumns?: ReadonlySet<string>;
  readonly rowTone?: (row: Row) => 'urgent' | 'warning' | undefined;
  /**
   * Usual height of a row in pixels. Taller ones are measured, and each then moves all that follow: give the height of
   * two lines where most rows have two.
   */
  readonly rowHeight?: number;
  /** `page`: fills a Page with `fill`. Otherwise at most so many pixels. */
  readonly height?: 'page' | number;
  readonly empty: ReactNode;
}

const features = tableFeatures({ columnVisibilityFeature });

/** A place in the list; its row may still be on its way. */
interface Slot<Row> {
  readonly index: number;
  readonly row: Row | undefined;
}

/** A list of any length: only the rows in sight are in the page, and only they are asked for. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, rowId, columns, hiddenColumns, onOpen, rowTone, rowHeight = 44 } = props;
  const total = rows.total ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [moving, setMoving] = useState(false);
  const current = Math.min(active, Math.max(total - 1, 0));
  const selection = useRowSelection({ rows, rowId, selected: props.selected, onSelect: props.onSelect });

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The row with the focus stays in the page however far the list is scrolled, or the focus would be lost.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), current])].filter((index) => index < total).sort((a, b) => a - b),
  });
  // After the virtualizer, which sets its own idea of the place when the list appears.
  useListPlace({ list: `${props.label} ${rows.key}`, ready: total > 0, scroller, active, setActive });
  const items = virtualizer.getVirtualItems();
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  const { want } = rows;
  useEffect(() => want(first, last), [want, first, last]);

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Slot<Row>>();
    return helper.columns(
      columns.map(({ id, header, cell }) =>
        helper.display({
          id,
          header,
          cell: ({ row: { original } }) =>
            original.row === undefined ? <span className="ot-skeleton" aria-hidden="true" /> : cell(original.row),
        }),
      ),
    );
  }, [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: items.map(({ index }): Slot<Row> => ({ index, row: rows.at(index) })),
    getRowId: ({ index }) => String(index),
    state: { columnVisibility: Object.fromEntries([...(hiddenColumns ?? [])].map((id) => [id, false])) },
  });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const visible = table.getVisibleLeafColumns().flatMap(({ id }) => byId.get(id) ?? []);

  useLayoutEffect(() => {
    if (!moving) return;
    scroller.current?.querySelector<HTMLElement>(`tr[data-index="${current}"]`)?.focus({ preventScroll: true });
    setMoving(false);
  }, [moving, current]);

  const go = (index: number) => {
    setActive(index);
    setMoving(true);
    virtualizer.scrollToIndex(index);
  };
  const activeRow = rows.at(current);
  const onKeyDown = rowKeys({
    active: current,
    total,
    pageRows: Math.max(1, last - first - 1),
    go,
    open: onOpen && activeRow !== undefined ? () => onOpen(activeRow) : undefined,
    select: selection && ((range) => selection.toggle(current, range)),
  });

  if (rows.failure !== undefined) return <ErrorState failure={rows.failure} again={rows.again} />;
  if (rows.total === undefined) return <LoadingState label={`Loading ${props.label.toLowerCase()}`} />;
  if (total === 0) return props.empty;

  const grid = {
    role: 'grid',
    'aria-label': props.label,
    'aria-rowcount': total + 1,
    ...(selection && { 'aria-multiselectable': true }),
  } as const;
  const span = visible.length + (selection ? 1 : 0);
  let end = 0;
  const end0 = virtualizer.getTotalSize();
  return (
    <div
      className={classNames(
        'ot-table-scroll',
        props.height === 'page' && 'ot-table-scroll--fill',
        rows.stale && 'ot-table-scroll--stale',
      )}
      ref={scroller}
      style={typeof props.height === 'number' ? { maxHeight: props.height } : undefined}
      aria-busy={rows.stale}
    >
      <table className="ot-table ot-table--long" {...grid}>
        <colgroup>
          {selection && <col style={{ width: 44 }} />}
          {visible.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {selection?.header}
            {visible.map(({ id, header, sortable, align, hideHeader }) => (
              <SortHeader
                key={id}
                id={id}
                header={header}
                sortable={sortable === true}
                end={align === 'end'}
                hidden={hideHeader === true}
                sort={props.sort}
                onSort={props.onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {table.getRowModel().rows.map((tableRow, position) => {
            const { index, row } = tableRow.original;
            const item = items[position];
            const gap = (item?.start ?? end) - end;
            end = item?.end ?? end;
            const tone = row === undefined ? undefined : rowTone?.(row);
            return (
              <Fragment key={tableRow.id}>
                <Gap height={gap} span={span} />
                <tr
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className={classNames('ot-table__row', tone && `ot-table__row--${tone}`)}
                  style={{ height: rowHeight }}
                  tabIndex={index === current ? 0 : -1}
                  aria-rowindex={index + 2}
                  aria-selected={selection?.isChosen(index)}
                  onFocus={() => setActive(index)}
                  onDoubleClick={onOpen && row !== undefined ? () => onOpen(row) : undefined}
                >
                  {selection?.cell(index, row === undefined ? '' : (props.rowLabel?.(row) ?? rowId(row)))}
                  {tableRow.getVisibleCells().map((cell) => {
                    const column = byId.get(cell.column.id);
                    const Cell = column?.rowHeader === true ? 'th' : 'td';
                    return (
                      <Cell
                        key={cell.id}
                        className={classNames('ot-table__cell', column?.align === 'end' && 'ot-end')}
                        scope={Cell === 'th' ? 'row' : undefined}
                      >
                        <table.FlexRender cell={cell} />
                      </Cell>
                    );
                  })}
                </tr>
              </Fragment>
            );
          })}
          <Gap height={end0 - end} span={span} />
        </tbody>
      </table>
    </div>
  );
}

/** The height of the rows that are not in the page. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null;
  return (
    <tr className="ot-table__gap">
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
