import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { can } from '../../../shared/domain/permissions.ts';
import { useSession } from '../../client/session.ts';
import type { NavEntry } from '../../root-route.tsx';

export interface NavItem extends NavEntry {
  readonly path: string;
}

/** The pages that stand in the left navigation and that the worker's roles open, in their order. */
export function useNavigation(): readonly NavItem[] {
  const router = useRouter();
  const { roles } = useSession();
  return useMemo(() => {
    const routes: readonly {
      readonly fullPath: string;
      readonly options: { readonly staticData?: { readonly nav?: NavEntry } };
    }[] = Object.values(router.routesById);
    return routes
      .flatMap(({ fullPath, options: { staticData } }) =>
        staticData?.nav ? [{ ...staticData.nav, path: fullPath }] : [],
      )
      .filter(({ permission }) => permission === undefined || can(roles, permission))
      .sort((a, b) => a.order - b.order);
  }, [router, roles]);
}
