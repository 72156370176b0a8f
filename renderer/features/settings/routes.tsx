import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { SettingsPage } from './settings-page.tsx';

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: SettingsPage,
  staticData: { title: 'Settings', nav: { label: 'Settings', icon: 'settings', order: 92 } },
});

export const settingsRoutes = [settingsRoute] as const;
