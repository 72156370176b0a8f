import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { ReviewPage } from './review-page.tsx';
import { reviewView } from './review-view.ts';

const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/review',
  validateSearch: reviewView,
  component: ReviewPage,
  staticData: { title: 'Review', nav: { label: 'Review', icon: 'review', order: 70, permission: 'review.read' } },
});

export const reviewRoutes = [reviewRoute] as const;
