import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { mostSheets } from '../../../shared/contract/prints.ts';
import { printLayouts } from '../../../shared/domain/held-record.ts';
import { idSchema } from '../../../shared/ids.ts';
import { rootRoute } from '../../root-route.tsx';
import { caseloadView } from '../caseload/caseload-view.ts';
import { HandoverListPage } from './handover-list-page.tsx';
import { HandoverPage } from './handover-page.tsx';
import { PlanPrintPage } from './plan-page.tsx';

const handoverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$personId/print/handover',
  component: HandoverPage,
  staticData: { title: 'Handover for the night' },
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$personId/print/plan',
  /** The layout; the one that the person asked for when left out. */
  validateSearch: z.object({ layout: z.enum(printLayouts).optional().catch(undefined) }),
  component: PlanPrintPage,
  staticData: { title: 'Plan for the person' },
});

const handoverListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/caseload/print/handover',
  /** A view of the caseload, and which of its cases; all when left out. */
  validateSearch: caseloadView.extend({
    only: z.array(idSchema).min(1).max(mostSheets).optional().catch(undefined),
  }),
  component: HandoverListPage,
  staticData: { title: 'Handover for the night' },
});

export const printRoutes = [handoverRoute, planRoute, handoverListRoute] as const;
