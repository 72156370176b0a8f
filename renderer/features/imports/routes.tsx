import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { ImportPage } from './import-page.tsx';
import { importView } from './import-view.ts';
import { ImportsPage } from './imports-page.tsx';

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  component: ImportsPage,
  staticData: { title: 'Imports', nav: { label: 'Imports', icon: 'import', order: 60, permission: 'imports.run' } },
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports/$importId',
  validateSearch: importView,
  component: ImportPage,
  staticData: { title: 'Import' },
});

export const importsRoutes = [importsRoute, importRoute] as const;
