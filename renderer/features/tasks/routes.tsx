import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { taskListView } from './task-view.ts';
import { TasksPage } from './tasks-page.tsx';

const tasksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tasks',
  validateSearch: taskListView,
  component: TasksPage,
  staticData: { title: 'Tasks', nav: { label: 'Tasks', icon: 'tasks', order: 17, permission: 'tasks.read' } },
});

export const tasksRoutes = [tasksRoute] as const;
