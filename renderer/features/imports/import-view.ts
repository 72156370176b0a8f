import { z } from 'zod';
import { importOutcomes } from '../../../shared/contract/import-view.ts';

/** What the address of an import holds: the tab of the preview, and whether the columns are looked at once more. */
export const importView = z.object({
  rows: z.enum(importOutcomes).optional().catch(undefined),
  step: z.enum(['columns']).optional().catch(undefined),
});
