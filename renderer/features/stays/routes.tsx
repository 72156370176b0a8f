import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { AlertsPage } from './alerts-page.tsx';
import { StaysPage } from './stays-page.tsx';
import { staysView } from './stays-view.ts';

const staysRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stays',
  validateSearch: staysView,
  component: StaysPage,
  staticData: { title: 'Stays', nav: { label: 'Stays', icon: 'bed', order: 34, permission: 'stays.read' } },
});

const alertsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stays/alerts',
  component: AlertsPage,
  staticData: { title: 'Telehealth alerts' },
});

export const staysRoutes = [staysRoute, alertsRoute] as const;
