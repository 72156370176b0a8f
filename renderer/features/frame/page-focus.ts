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
    const content = document.querySelector('main');
    if (content === null) return;
    let heading = moved || document.activeElement === document.body ? focusHeading() : null;
    // A page that has to be fetched first stands in with a heading of its own, and takes the focus along when it goes.
    const following = new MutationObserver(() => {
      if (heading !== null && !heading.isConnected && document.activeElement === document.body)
        heading = focusHeading();
    });
    following.observe(content, { childList: true, subtree: true });
    return () => following.disconnect();
  }, [pathname]);
}

function focusHeading(): HTMLElement | null {
  const heading = document.querySelector<HTMLElement>('[data-page-title]');
  heading?.focus({ preventScroll: true });
  return heading;
}
