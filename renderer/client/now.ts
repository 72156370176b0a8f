import { useSyncExternalStore } from 'react';
import { localDateOf } from '../../shared/domain/british-date.ts';

let now = new Date();

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(() => {
    now = new Date();
    changed();
  }, 60_000);
  return () => clearInterval(timer);
}

/** The time for words such as "3 minutes ago"; moves on every minute. */
export function useNow(): Date {
  return useSyncExternalStore(everyMinute, () => now);
}

/** Today's date in London, `YYYY-MM-DD`. */
export function useToday(): string {
  return localDateOf(useNow().toISOString());
}
