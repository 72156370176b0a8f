import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { CareHomePage } from './care-home-page.tsx';
import { CareHomesPage } from './care-homes-page.tsx';

const listRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/care-homes',
  component: CareHomesPage,
  staticData: {
    title: 'Care homes',
    nav: { label: 'Care homes', icon: 'neighbourhood', order: 36, permission: 'stays.read' },
  },
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/care-homes/$careHomeId',
  component: CareHomePage,
  staticData: { title: 'Care home' },
});

export const careHomesRoutes = [listRoute, homeRoute] as const;
