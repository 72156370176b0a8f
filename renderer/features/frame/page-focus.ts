import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Puts the focus on the heading of a page that was just opened, and its name on the window. */
export function usePageFocus(): void {
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const title = useRouterState({ select: ({ matches }) => matches.at(-1)?.staticData.title });
  const before = useRef<string | undefined>(undefined);

  useEffect(() => {
    document.title = title === undefined ? 'OneTeam' : `${title} – OneTeam`;
  }, [title]);

  useEffect(() => {
    // Also after unlocking, when the focus is nowhere. A field or dialog that has the focus keeps it.
    const moved = before.current !== pathname && before.current !== undefined;
    before.current = pathname;
    if (!moved && document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
  }, [pathname]);
}
