import { createRootRoute, Outlet } from '@tanstack/react-router';
import type { Permission } from '../shared/domain/permissions.ts';
import type { IconName } from './components/icon.tsx';
import { AppShell } from './features/frame/app-shell.tsx';
import { PageFailed } from './features/frame/page-failed.tsx';
import { PageNotFound } from './features/frame/page-not-found.tsx';

/** How a page stands in the left navigation; only pages that stand there have it. */
export interface NavEntry {
  readonly label: string;
  readonly icon: IconName;
  /** Position from the top; gaps leave room for others. */
  readonly order: number;
  /** Who sees it; absent for everybody who is signed in. */
  readonly permission?: Permission;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What the window is called while this page is open. Never holds personal data: titles end up in histories. */
    title?: string;
    nav?: NavEntry;
  }
}

/** The parent of every page: the frame around it, shown only to somebody who is signed in. */
export const rootRoute = createRootRoute({
  component: () => (
    <AppShell>
      <Outlet />
    </AppShell>
  ),
  notFoundComponent: PageNotFound,
  errorComponent: PageFailed,
});
