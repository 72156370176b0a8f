import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../root-route.tsx';
import { AuditPage } from './audit-page.tsx';
import { auditView } from './audit-view.ts';
import { BreakGlassPage } from './break-glass-page.tsx';

export const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: auditView,
  component: AuditPage,
  staticData: { title: 'Audit trail', nav: { label: 'Audit', icon: 'audit', order: 80, permission: 'audit.read' } },
});

export const breakGlassRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit/break-glass',
  validateSearch: z.object({ state: z.enum(['reviewed', 'all']).optional().catch(undefined) }),
  component: BreakGlassPage,
  staticData: {
    title: 'Break-glass uses',
    nav: { label: 'Break-glass', icon: 'key', order: 82, permission: 'oversight.read' },
  },
});

export const auditRoutes = [auditRoute, breakGlassRoute] as const;
