import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { Failure } from '../../../shared/contract/answer.ts';

const retry = z.object({ retryAt: z.iso.datetime() });

/** When the engine will listen again after too many failures, in ms since 1970; null when there is no delay. */
export function retryAtOf(failure: Failure | undefined): number | null {
  const read = retry.safeParse(failure?.details);
  return read.success ? Date.parse(read.data.retryAt) : null;
}

/** Whole seconds until then, counting down; 0 when there is nothing to wait for. */
export function useSecondsUntil(instant: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  const left = instant === null ? 0 : Math.max(0, Math.ceil((instant - now) / 1000));
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), 1000);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    if (instant !== null) setNow(Date.now());
  }, [instant]);
  return left;
}

/** `25 seconds`, `3 min 20 s`. */
export function formatWait(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
