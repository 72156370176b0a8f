import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { qualityGaps } from '../../../shared/domain/quality-gaps.ts';
import { idSchema } from '../../../shared/ids.ts';

/** What of the data quality is shown, as the address holds it: all figures, or the people behind one. */
export const qualityView = z.object({
  gap: z.enum(qualityGaps).optional().catch(undefined),
  whose: z.enum(['mine', 'team']).optional().catch(undefined),
  neighbourhood: idSchema.optional().catch(undefined),
});
export type QualityView = z.output<typeof qualityView>;

/** What the engine is asked for a view. @param usual whose caseload this worker looks at first */
export const qualityInputOf = (
  { whose, neighbourhood }: QualityView,
  usual: 'mine' | 'team',
): InputOf<'quality.summary'> => ({
  whose: whose ?? usual,
  ...(neighbourhood && { neighbourhoodId: neighbourhood }),
});
