import type { Failure } from '../../shared/contract/answer.ts';

/** A list of which only a part may be in hand. */
export interface RowWindow<Row> {
  /** Says which list this is: another filter or order is another list, which is shown from its top. */
  readonly key: string;
  /** How many rows there are in all; undefined until known. */
  readonly total: number | undefined;
  /** The row at a position, or undefined while it is being fetched. */
  readonly at: (index: number) => Row | undefined;
  /** Says which positions are in sight, both inclusive. */
  readonly want: (first: number, last: number) => void;
  readonly loading: boolean;
  /** True while the rows belong to the previous filter. */
  readonly stale: boolean;
  readonly failure: Failure | undefined;
  readonly again: () => void;
}

/** A window over rows that are all in hand; `key` as in RowWindow. */
export function rowsOf<Row>(rows: readonly Row[], key = ''): RowWindow<Row> {
  return {
    key,
    total: rows.length,
    at: (index) => rows[index],
    want: () => {},
    loading: false,
    stale: false,
    failure: undefined,
    again: () => {},
  };
}
