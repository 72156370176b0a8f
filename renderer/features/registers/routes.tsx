import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { registerView } from './register-view.ts';
import { RegistersPage } from './registers-page.tsx';

const registersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/registers',
  validateSearch: registerView,
  component: RegistersPage,
  staticData: { title: 'Registers', nav: { label: 'Registers', icon: 'note', order: 35, permission: 'checks.read' } },
});

export const registersRoutes = [registersRoute] as const;
