import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { idSchema } from '../../../shared/ids.ts';
import { rootRoute } from '../../root-route.tsx';
import { DiaryPage } from './diary-page.tsx';

export const diaryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/diary',
  validateSearch: z.object({
    /** Left out: today. */
    day: isoDateSchema.optional().catch(undefined),
    span: z.enum(['day', 'week']).optional().catch(undefined),
    /** Left out: the own diary. */
    worker: idSchema.optional().catch(undefined),
  }),
  component: DiaryPage,
  staticData: {
    title: 'Diary',
    nav: { label: 'Diary', icon: 'calendar', order: 15, permission: 'contacts.read' },
  },
});

export const diaryRoutes = [diaryRoute] as const;
