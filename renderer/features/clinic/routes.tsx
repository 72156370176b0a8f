import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { idSchema } from '../../../shared/ids.ts';
import { rootRoute } from '../../root-route.tsx';
import { ClinicPage } from './clinic-page.tsx';
import { clinicTabs } from './clinic-tabs.ts';

export const clinicRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clinic',
  validateSearch: z.object({
    tab: z.enum(clinicTabs).optional().catch(undefined),
    /** Left out: the own clinic. */
    worker: idSchema.optional().catch(undefined),
  }),
  component: ClinicPage,
  staticData: {
    title: 'Clinic',
    nav: { label: 'Clinic', icon: 'visit', order: 18, permission: 'supervision.read' },
  },
});

export const clinicRoutes = [clinicRoute] as const;
