import type { ReactNode } from 'react';

/** One column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Pixels; columns without a width share what is left. */
  readonly width?: number;
  readonly sortable?: boolean;
  readonly align?: 'end';
  /** Names the row: spoken with each of its cells. One column has it. */
  readonly rowHeader?: boolean;
  /** The header is for screen readers only. */
  readonly hideHeader?: boolean;
}

export interface Sort {
  readonly by: string;
  readonly down: boolean;
}
