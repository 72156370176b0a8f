import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Failure } from '../../shared/contract/answer.ts';
import type { InputOf, OutputOf, QueryName } from '../../shared/contract/index.ts';
import { failureOf, fetchAnswer } from './call.ts';

/** A question to the engine and what is known of its answer. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly failure: Failure | undefined;
  /** True until the first answer. */
  readonly loading: boolean;
  /** True while what is shown belongs to the previous input. */
  readonly stale: boolean;
  readonly again: () => void;
}

interface AskOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** Keep showing the previous input's answer until the new one is there (lists that are filtered while typing). */
  readonly keepPrevious?: boolean;
  /** Forget the answer when it leaves the screen: a document is made anew each time that it is opened. */
  readonly forget?: boolean;
  /** Ask again after so many milliseconds; for what changes with the clock alone. */
  readonly pollMs?: number;
}

/** Asks one query endpoint and asks again whenever one of its topics changes. */
export function useAsk<N extends QueryName>(name: N, input: InputOf<N>, options: AskOptions = {}): Asked<OutputOf<N>> {
  const query = useQuery<unknown>({
    queryKey: [name, input],
    queryFn: () => fetchAnswer(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true && { placeholderData: keepPreviousData }),
    ...(options.forget === true && { gcTime: 0 }),
    ...(options.pollMs !== undefined && { refetchInterval: options.pollMs }),
  });
  return {
    data: query.data as OutputOf<N> | undefined,
    failure: query.error === null ? undefined : failureOf(query.error),
    loading: query.isPending,
    stale: query.isPlaceholderData,
    again: () => void query.refetch(),
  };
}
