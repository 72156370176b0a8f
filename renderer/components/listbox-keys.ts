import type { KeyboardEvent } from 'react';

interface ListboxKeys {
  readonly count: number;
  readonly active: number;
  readonly move: (index: number) => void;
  readonly choose: (index: number) => void;
}

/** Arrows, Home and End with Ctrl, page keys and Enter of an ARIA 1.2 combobox. True when the key was taken. */
export function listboxKey(event: KeyboardEvent, { count, active, move, choose }: ListboxKeys): boolean {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: active + 1 >= count ? 0 : active + 1,
    ArrowUp: active <= 0 ? count - 1 : active - 1,
    PageDown: Math.min(active + 8, count - 1),
    PageUp: Math.max(active - 8, 0),
  };
  const to = moves[event.key];
  if (to !== undefined && count > 0) move(to);
  else if (event.key === 'Enter' && active >= 0 && active < count) choose(active);
  else return false;
  event.preventDefault();
  return true;
}
