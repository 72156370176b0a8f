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
    const moved = before.current !== undefined && before.current !== pathname;
    before.current = pathname;
    if (!moved) return;
    document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
  }, [pathname]);
}
