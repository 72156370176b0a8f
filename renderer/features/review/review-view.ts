import { z } from 'zod';
import { type FindingKind, findingKinds } from '../../../shared/contract/review.ts';

/** Which findings are shown; the address holds it. */
export const reviewView = z.object({ kinds: z.array(z.enum(findingKinds)).min(1).optional().catch(undefined) });

/** The kinds among some words, in their order. */
export const findingKindsOf = (chosen: readonly string[]): FindingKind[] =>
  findingKinds.filter((kind) => chosen.includes(kind));
