import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { CaseloadPage } from './caseload-page.tsx';
import { caseloadView } from './caseload-view.ts';

const caseloadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/caseload',
  validateSearch: caseloadView,
  component: CaseloadPage,
  staticData: { title: 'Caseload', nav: { label: 'Caseload', icon: 'caseload', order: 20, permission: 'cases.read' } },
});

export const caseloadRoutes = [caseloadRoute] as const;
