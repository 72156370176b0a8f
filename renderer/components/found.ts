import { useEffect, useState } from 'react';

export interface Found<T> {
  readonly items: readonly T[];
  /** The query that the items belong to. */
  readonly query: string;
  readonly looking: boolean;
}

/** Looks up what is typed, once the fingers rest; an answer that comes after the next question is dropped. */
export function useFound<T>(
  query: string,
  look: ((query: string) => Promise<readonly T[]>) | null,
  delayMs: number,
): Found<T> {
  const [found, setFound] = useState<Found<T>>({ items: [], query: '', looking: false });
  useEffect(() => {
    if (look === null) {
      setFound({ items: [], query: '', looking: false });
      return;
    }
    let current = true;
    setFound((before) => ({ ...before, looking: true }));
    const timer = setTimeout(async () => {
      const items = await look(query);
      if (current) setFound({ items, query, looking: false });
    }, delayMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, look, delayMs]);
  return found;
}
