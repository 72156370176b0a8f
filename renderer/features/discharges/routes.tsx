import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { DischargePage } from './discharge-page.tsx';
import { DischargesPage } from './discharges-page.tsx';

const dischargesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stays/discharges',
  component: DischargesPage,
  staticData: { title: 'Discharge lists' },
});

const dischargeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stays/discharges/$listId',
  component: DischargePage,
  staticData: { title: 'Discharge list' },
});

export const dischargesRoutes = [dischargesRoute, dischargeRoute] as const;
