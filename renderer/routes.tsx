import { createBrowserHistory, createRouter } from '@tanstack/react-router';
import { auditRoutes } from './features/audit/routes.tsx';
import { backupsRoutes } from './features/backups/routes.tsx';
import { careHomesRoutes } from './features/care-homes/routes.tsx';
import { caseloadRoutes } from './features/caseload/routes.tsx';
import { clinicRoutes } from './features/clinic/routes.tsx';
import { diaryRoutes } from './features/diary/routes.tsx';
import { dischargesRoutes } from './features/discharges/routes.tsx';
import { feedbackRoutes } from './features/feedback/routes.tsx';
import { firstPageRoute } from './features/frame/first-page.tsx';
import { helpRoutes } from './features/help/routes.tsx';
import { importsRoutes } from './features/imports/routes.tsx';
import { pathwaysRoutes } from './features/pathways/routes.tsx';
import { peopleRoutes } from './features/people/routes.tsx';
import { personRoutes } from './features/person/routes.tsx';
import { printRoutes } from './features/prints/routes.tsx';
import { qualityRoutes } from './features/quality/routes.tsx';
import { registersRoutes } from './features/registers/routes.tsx';
import { reviewRoutes } from './features/review/routes.tsx';
import { settingsRoutes } from './features/settings/routes.tsx';
import { staysRoutes } from './features/stays/routes.tsx';
import { tasksRoutes } from './features/tasks/routes.tsx';
import { teamRoutes } from './features/team/routes.tsx';
import { todayRoutes } from './features/today/routes.tsx';
import { rootRoute } from './root-route.tsx';

/** Every page of the application: one line per feature. Titles and navigation entries stand beside each route. */
const routeTree = rootRoute.addChildren([
  firstPageRoute,
  ...todayRoutes,
  ...caseloadRoutes,
  ...diaryRoutes,
  ...clinicRoutes,
  ...tasksRoutes,
  ...peopleRoutes,
  ...personRoutes,
  ...printRoutes,
  ...staysRoutes,
  ...dischargesRoutes,
  ...feedbackRoutes,
  ...careHomesRoutes,
  ...importsRoutes,
  ...registersRoutes,
  ...qualityRoutes,
  ...reviewRoutes,
  ...auditRoutes,
  ...backupsRoutes,
  ...helpRoutes,
  ...settingsRoutes,
  ...pathwaysRoutes,
  ...teamRoutes,
]);

export const router = createRouter({
  routeTree,
  history: createBrowserHistory(),
  defaultPreload: false,
  // The person banner and the frame stay; only the page's own scroller moves.
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
