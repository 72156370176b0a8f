import { z } from 'zod';

/** A prompt: computed from facts when it is asked for, never stored. */
export const promptView = z.object({
  id: z.string(),
  /** Names the facts: a decision holds for this key only. */
  key: z.string(),
  /** Why, in one sentence. */
  sentence: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  since: z.string().nullable(),
  severity: z.enum(['urgent', 'warning', 'notice']),
});
/** A prompt as far as a list of cases shows it. */
export const promptBrief = promptView.pick({ id: true, sentence: true, severity: true });
export type PromptView = z.output<typeof promptView>;
