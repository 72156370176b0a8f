import type { ReactNode } from 'react';
import type { Asked } from '../client/queries.ts';
import { ErrorState, LoadingState } from './states.tsx';

interface LoadedProps<T> {
  readonly asked: Asked<T>;
  readonly loading?: string;
  readonly empty?: (data: T) => boolean;
  readonly whenEmpty?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Shows an answer once it is there, and designed states until then or instead. */
export function Loaded<T>({ asked, loading, empty, whenEmpty, children }: LoadedProps<T>) {
  const { data, failure } = asked;
  // A failed refresh must not pass off old data as true.
  if (failure !== undefined) return <ErrorState failure={failure} again={asked.again} />;
  if (data === undefined) return <LoadingState {...(loading !== undefined && { label: loading })} />;
  if (whenEmpty !== undefined && empty?.(data) === true) return whenEmpty;
  return children(data);
}
