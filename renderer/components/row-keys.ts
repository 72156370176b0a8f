import type { KeyboardEvent } from 'react';

interface RowKeys {
  readonly active: number;
  readonly total: number;
  /** Rows that fit in sight, for a page's jump. */
  readonly pageRows: number;
  readonly go: (index: number) => void;
  readonly open: (() => void) | undefined;
  readonly select: ((range: boolean) => void) | undefined;
}

/** Keys on a focused row: arrows, Home, End and page keys move; Enter opens; Space selects, with Shift up to here. */
export function rowKeys({ active, total, pageRows, go, open, select }: RowKeys): (event: KeyboardEvent) => void {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + pageRows,
    PageUp: active - pageRows,
    Home: 0,
    End: total - 1,
  };
  return (event) => {
    // Keys inside a cell belong to the link or button there.
    if (!(event.target instanceof HTMLTableRowElement)) return;
    const to = moves[event.key];
    if (to !== undefined) go(Math.min(Math.max(to, 0), total - 1));
    else if (event.key === 'Enter' && open) open();
    else if (event.key === ' ' && select) select(event.shiftKey);
    else return;
    event.preventDefault();
  };
}
