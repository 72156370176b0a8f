import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { FeedbackPage } from './feedback-page.tsx';
import { feedbackListView } from './feedback-view.ts';

const feedbackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/feedback',
  validateSearch: feedbackListView,
  component: FeedbackPage,
  staticData: {
    title: 'Feedback',
    nav: { label: 'Feedback', icon: 'feedback', order: 37, permission: 'feedback.read' },
  },
});

export const feedbackRoutes = [feedbackRoute] as const;
