import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { codeSchema } from '../../../shared/domain/code-lists.ts';
import { idSchema } from '../../../shared/ids.ts';

/** What of the feedback is shown, as the address holds it. */
export const feedbackListView = z.object({
  status: codeSchema('feedback-status').optional().catch(undefined),
  kind: codeSchema('feedback-kind').optional().catch(undefined),
  whose: z.enum(['mine', 'team']).optional().catch(undefined),
  neighbourhood: idSchema.optional().catch(undefined),
});
export type FeedbackListView = z.output<typeof feedbackListView>;

/** What the engine is asked for a view. @param usual whose feedback this worker looks at first */
export const feedbackInputOf = (
  { status, kind, whose, neighbourhood }: FeedbackListView,
  usual: 'mine' | 'team',
): Omit<InputOf<'feedback.list'>, 'offset' | 'limit'> => ({
  whose: whose ?? usual,
  ...(status && { status }),
  ...(kind && { kind }),
  ...(neighbourhood && { neighbourhoodId: neighbourhood }),
});
