import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../root-route.tsx';
import { ArticlePage } from './article-page.tsx';
import { HelpPage } from './help-page.tsx';

export const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help',
  validateSearch: z.object({ q: z.string().max(100).optional().catch(undefined) }),
  component: HelpPage,
  staticData: { title: 'Help', nav: { label: 'Help', icon: 'help', order: 99 } },
});

export const articleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help/$articleId',
  component: ArticlePage,
  staticData: { title: 'Help' },
});

export const helpRoutes = [helpRoute, articleRoute] as const;
