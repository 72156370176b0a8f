import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { BackupsPage } from './backups-page.tsx';

const backupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/backups',
  component: BackupsPage,
  staticData: { title: 'Backups', nav: { label: 'Backups', icon: 'backup', order: 85, permission: 'backups.run' } },
});

export const backupsRoutes = [backupsRoute] as const;
