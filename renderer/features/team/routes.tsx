import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { TeamPage } from './team-page.tsx';
import { teamView } from './team-view.ts';
import { WorkerPage } from './worker-page.tsx';

export const teamRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/team',
  validateSearch: teamView,
  component: TeamPage,
  staticData: { title: 'Team', nav: { label: 'Team', icon: 'team', order: 90, permission: 'team.write' } },
});

export const workerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/team/$workerId',
  component: WorkerPage,
  staticData: { title: 'Worker' },
});

export const teamRoutes = [teamRoute, workerRoute] as const;
