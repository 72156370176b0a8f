import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { MergePage } from './merge/merge-page.tsx';
import { PersonPage } from './person-page.tsx';
import { personView } from './person-view.ts';

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$personId',
  validateSearch: personView,
  component: PersonPage,
  staticData: { title: 'Person' },
});

const mergeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$personId/merge/$otherId',
  component: MergePage,
  staticData: { title: 'Merge two records' },
});

export const personRoutes = [personRoute, mergeRoute] as const;
