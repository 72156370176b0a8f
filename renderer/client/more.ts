import { useInfiniteQuery } from '@tanstack/react-query';
import type { Failure } from '../../shared/contract/answer.ts';
import type { InputOf, OutputOf, QueryName } from '../../shared/contract/index.ts';
import { failureOf, fetchAnswer } from './call.ts';

/** Queries that answer newest first, and where the next page begins. */
export type SerialName = {
  [N in QueryName]: InputOf<N> extends { before?: unknown }
    ? OutputOf<N> extends { entries: readonly unknown[]; next: unknown }
      ? N
      : never
    : never;
}[QueryName];

type EntryOf<N extends SerialName> = OutputOf<N> extends { entries: readonly (infer Entry)[] } ? Entry : never;

/** Entries read so far, and the way to more of them. */
export interface AskedMore<Entry> {
  readonly data: readonly Entry[] | undefined;
  readonly failure: Failure | undefined;
  readonly loading: boolean;
  readonly stale: boolean;
  readonly again: () => void;
  /** Reads the next page; undefined at the end. */
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
}

/** Asks a query whose pages follow each other, `input` without `before`; asked again when one of its topics changes. */
export function useMore<N extends SerialName>(
  name: N,
  input: Omit<InputOf<N>, 'before'>,
  options: { readonly enabled?: boolean } = {},
): AskedMore<EntryOf<N>> {
  const query = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam }) =>
      fetchAnswer(name, {
        ...input,
        ...(pageParam !== null && { before: pageParam }),
      } as unknown as InputOf<N>) as Promise<{ entries: readonly EntryOf<N>[]; next: string | number | null }>,
    initialPageParam: null as string | number | null,
    getNextPageParam: ({ next }) => next,
    enabled: options.enabled ?? true,
  });
  return {
    data: query.data?.pages.flatMap(({ entries }) => entries),
    failure: query.error === null ? undefined : failureOf(query.error),
    loading: query.isPending,
    stale: false,
    again: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}
