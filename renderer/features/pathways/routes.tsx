import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { TemplatePage } from './template-page.tsx';

export const templateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/pathways/$templateId',
  component: TemplatePage,
  staticData: { title: 'Pathway template' },
});

export const pathwaysRoutes = [templateRoute] as const;
