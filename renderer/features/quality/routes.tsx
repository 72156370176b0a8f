import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { QualityPage } from './quality-page.tsx';
import { qualityView } from './quality-view.ts';

const qualityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quality',
  validateSearch: qualityView,
  component: QualityPage,
  staticData: {
    title: 'Data quality',
    nav: { label: 'Data quality', icon: 'quality', order: 72, permission: 'cases.read' },
  },
});

export const qualityRoutes = [qualityRoute] as const;
