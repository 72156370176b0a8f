import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { InputOf, OutputOf, QueryName } from '../../shared/contract/index.ts';
import type { RowWindow } from '../components/row-window.ts';
import { failureOf, fetchAnswer } from './call.ts';

/** Queries that answer one page of a longer list. */
export type PagedName = {
  [N in QueryName]: InputOf<N> extends { offset?: number | undefined; limit?: number | undefined }
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
  const key = JSON.stringify([name, input]);
  const [wanted, setWanted] = useState({ key, first: 0, last: 0 });
  const { first: firstPage, last: lastPage } = wanted.key === key ? wanted : { first: 0, last: 0 };
  const page = (number: number) => {
    const asked = { ...input, offset: number * pageSize, limit: pageSize } as InputOf<N>;
    return {
      queryKey: [name, asked],
      queryFn: (): Promise<unknown> => fetchAnswer(name, asked),
      enabled: options.enabled ?? true,
      gcTime: 20_000,
    };
  };
  // The first page carries the total, and keeps the list standing while a filter changes.
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const from = Math.max(1, firstPage);
  const further = useQueries({
    queries: Array.from({ length: Math.max(0, lastPage - from + 1) }, (_, index) => page(from + index)),
  });

  const rowAt = (index: number): RowOf<N> | undefined => {
    const number = Math.floor(index / pageSize);
    const holder = number === 0 ? first : further[number - from];
    const rows = (holder?.data as Page | undefined)?.rows;
    return rows?.[index % pageSize] as RowOf<N> | undefined;
  };
  const want = useCallback(
    (from: number, to: number) => {
      const next = {
        key,
        first: Math.floor(Math.max(0, from) / pageSize),
        last: Math.floor(Math.max(0, to) / pageSize),
      };
      setWanted((now) => (now.key === key && now.first === next.first && now.last === next.last ? now : next));
    },
    [key, pageSize],
  );
  const pages = [first, ...further];
  const failed = pages.find(({ error }) => error !== null);
  return {
    key,
    total: (first.data as Page | undefined)?.total,
    at: rowAt,
    want,
    loading: first.isPending,
    stale: first.isPlaceholderData,
    failure: failed === undefined ? undefined : failureOf(failed.error),
    again: () => {
      for (const { refetch } of pages) void refetch();
    },
    first: first.data as OutputOf<N> | undefined,
  };
}
