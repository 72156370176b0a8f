import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { PeoplePage } from './people-page.tsx';
import { peopleView } from './people-view.ts';
import { RegisterPage } from './register-page.tsx';

const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: peopleView,
  component: PeoplePage,
  staticData: { title: 'People', nav: { label: 'People', icon: 'people', order: 30, permission: 'people.read' } },
});

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/new',
  component: RegisterPage,
  staticData: { title: 'Register a person' },
});

export const peopleRoutes = [peopleRoute, registerRoute] as const;
