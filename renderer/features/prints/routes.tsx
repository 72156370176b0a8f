import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { mostSheets } from '../../../shared/contract/prints.ts';
import { idSchema } from '../../../shared/ids.ts';
import { rootRoute } from '../../root-route.tsx';
import { caseloadView } from '../caseload/caseload-view.ts';
import { HandoverListPage } from './handover-list-page.tsx';
import { HandoverPage } from './handover-page.tsx';

const handoverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$personId/print/handover',
  component: HandoverPage,
  staticData: { title: 'Handover for the night' },
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

export const printRoutes = [handoverRoute, handoverListRoute] as const;
