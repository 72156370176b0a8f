import { z } from 'zod';
import type { Failure } from '../../shared/contract/answer.ts';

const problemList = z.array(
  z.object({
    path: z.union([z.string(), z.array(z.union([z.string(), z.number()])).transform((parts) => parts.join('.'))]),
    message: z.string(),
  }),
);

/** What the engine found wrong with single fields of an input (`bad-input`). */
export function fieldProblems(
  failure: Failure | undefined,
): readonly { readonly path: string; readonly message: string }[] {
  if (failure?.code !== 'bad-input') return [];
  return problemList.safeParse(failure.details).data ?? [];
}
