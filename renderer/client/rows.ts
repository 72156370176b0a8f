import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { InputOf, OutputOf, QueryName } from '../../shared/contract/index.ts';
import type { RowWindow } from '../components/row-window.ts';
import { failureOf, fetchAnswer } from './call.ts';

/** Queries that answer one page of a longer list. */
export type PagedName = {
  [N in QueryName]: InputOf<N> extends { offset?: number; limit?: number }
    ? OutputOf<N> extends { total: number; rows: readonly unknown[] }
      ? N
      : never
    : never;
}[QueryName];

export type RowOf<N extends PagedName> = OutputOf<N> extends { rows: readonly (infer Row)[] } ? Row : never;

/** A list of any length of which only the pages in sight are fetched. */
export interface AskedRows<N extends PagedName> extends RowWindow<RowOf<N>> {
  /** Everything that the first page's answer says beside its rows. */
  readonly first: OutputOf<N> | undefined;
}

interface Page {
  readonly total: number;
  readonly rows: readonly unknown[];
}

/** Asks a paged query for the rows in sight; `input` without offset and limit. Feeds DataTable. */
export function useRows<N extends PagedName>(
  name: N,
  input: Omit<InputOf<N>, 'offset' | 'limit'>,
  options: { readonly enabled?: boolean; readonly pageSize?: number } = {},
): AskedRows<N> {
  const pageSize = options.pageSize ?? 100;
  const [range, setRange] = useState({ first: 0, last: 0 });
  const numbers = useMemo(() => {
    const inSight = Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index);
    return inSight.includes(0) ? inSight : [0, ...inSight];
  }, [range]);

  const pages = useQueries({
    queries: numbers.map((number) => {
      const asked = { ...input, offset: number * pageSize, limit: pageSize } as InputOf<N>;
      return {
        queryKey: [name, asked],
        queryFn: (): Promise<unknown> => fetchAnswer(name, asked),
        enabled: options.enabled ?? true,
        gcTime: 20_000,
        // The first page keeps the list standing while a filter changes; later pages belong to one filter only.
        ...(number === 0 && { placeholderData: keepPreviousData }),
      };
    }),
  });

  const first = pages[numbers.indexOf(0)];
  const rowAt = (index: number): RowOf<N> | undefined => {
    const page = pages[numbers.indexOf(Math.floor(index / pageSize))]?.data as Page | undefined;
    return page?.rows[index % pageSize] as RowOf<N> | undefined;
  };
  const want = useCallback(
    (from: number, to: number) => {
      const next = { first: Math.floor(Math.max(0, from) / pageSize), last: Math.floor(Math.max(0, to) / pageSize) };
      setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
    },
    [pageSize],
  );
  const failed = pages.find(({ error }) => error !== null)?.error;
  return {
    total: (first?.data as Page | undefined)?.total,
    at: rowAt,
    want,
    loading: first?.isPending ?? true,
    stale: first?.isPlaceholderData ?? false,
    failure: failed === undefined || failed === null ? undefined : failureOf(failed),
    again: () => {
      for (const page of pages) void page.refetch();
    },
    first: first?.data as OutputOf<N> | undefined,
  };
}
