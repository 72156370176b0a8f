import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { type AwayView, awayViews } from '../../../shared/contract/stays.ts';
import { codeSchema } from '../../../shared/domain/code-lists.ts';
import { idSchema } from '../../../shared/ids.ts';

/** What of the stays is shown, as the address holds it. */
export const staysView = z.object({
  view: z.enum(awayViews).optional().catch(undefined),
  whose: z.literal('team').optional().catch(undefined),
  kind: codeSchema('stay-kind').optional().catch(undefined),
  neighbourhood: idSchema.optional().catch(undefined),
});
export type StaysView = z.output<typeof staysView>;

export type StaysInput = Omit<InputOf<'stays.list'>, 'offset' | 'limit'>;

/** What the engine is asked for a view. */
export const staysInputOf = ({ view = 'away', whose = undefined, kind, neighbourhood }: StaysView): StaysInput => ({
  view,
  whose: whose ?? 'mine',
  ...(kind && { kind }),
  ...(neighbourhood && { neighbourhoodId: neighbourhood }),
});

export const viewWords: Readonly<Record<AwayView, { readonly label: string; readonly empty: string }>> = {
  away: { label: 'Away now', empty: 'Nobody is away' },
  delayed: { label: 'Ready to leave', empty: 'Nobody waits to leave' },
  'follow-up': { label: 'Follow-up to do', empty: 'No follow-up is to be done' },
  'day-91': { label: 'Day 91 to ask', empty: 'Nobody is to be asked about' },
};
