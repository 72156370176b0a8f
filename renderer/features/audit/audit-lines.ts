import { useInfiniteQuery } from '@tanstack/react-query';
import type { Failure } from '../../../shared/contract/answer.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { failureOf, fetchAnswer } from '../../client/call.ts';
import type { AuditView } from './audit-view.ts';

export type AuditPart = OutputOf<'audit.search'>;
export type AuditLine = AuditPart['lines'][number];

/** Lines at a time. */
const pageSize = 50;

/** What the page shows of the trail so far, and the way further back. */
export interface AskedLines {
  readonly data: { readonly lines: readonly AuditLine[]; readonly first: AuditPart } | undefined;
  readonly failure: Failure | undefined;
  readonly loading: boolean;
  readonly stale: boolean;
  readonly again: () => void;
  /** Reads older lines; undefined at the beginning of the trail. */
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
}

/** Reads the trail newest first. Each look is itself on the trail, so nothing is read again by itself. */
export function useAuditLines({ worker, ...view }: AuditView): AskedLines {
  const query = useInfiniteQuery({
    queryKey: ['audit.search', { worker, ...view }, 'pages'],
    queryFn: ({ pageParam }) =>
      fetchAnswer('audit.search', {
        ...view,
        workerId: worker,
        limit: pageSize,
        ...(pageParam !== null && { before: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ lines, more }) => (more ? (lines.at(-1)?.seq ?? null) : null),
    placeholderData: (previous) => previous,
  });
  const pages = query.data?.pages;
  return {
    data: pages?.[0] && { lines: pages.flatMap(({ lines }) => lines), first: pages[0] },
    failure: query.error === null ? undefined : failureOf(query.error),
    loading: query.isPending,
    stale: query.isPlaceholderData,
    again: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  };
}
