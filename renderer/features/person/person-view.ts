import { z } from 'zod';
import { timelineKinds } from '../../../shared/contract/person-page.ts';

const tabs = [
  'overview',
  'plan',
  'assessments',
  'progress',
  'pathways',
  'timeline',
  'care',
  'details',
  'history',
] as const;
export type PersonTab = (typeof tabs)[number];
export const isTab = (id: string): id is PersonTab => (tabs as readonly string[]).includes(id);

/** What of the record is shown: the open tab, and what the timeline is narrowed to. */
export const personView = z.object({
  tab: z.enum(tabs).optional().catch(undefined),
  kinds: z.array(z.enum(timelineKinds)).min(1).optional().catch(undefined),
});
