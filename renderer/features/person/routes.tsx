import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { PersonPage } from './person-page.tsx';
import { personView } from './person-view.ts';

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$personId',
  validateSearch: personView,
  component: PersonPage,
  staticData: { title: 'Person' },
});

export const personRoutes = [personRoute] as const;
