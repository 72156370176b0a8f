import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { TodayPage } from './today-page.tsx';

const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/today',
  component: TodayPage,
  staticData: { title: 'Today', nav: { label: 'Today', icon: 'today', order: 10, permission: 'cases.read' } },
});

export const todayRoutes = [todayRoute] as const;
