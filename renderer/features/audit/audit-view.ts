import { z } from 'zod';
import { addDays, formatDate, isoDateSchema } from '../../../shared/domain/british-date.ts';
import { idSchema } from '../../../shared/ids.ts';
import type { FilterChip } from '../../components/filter-chips.tsx';
import { wordsOf } from './action-words.ts';

/** What part of the trail is shown: the part of the address after the question mark. */
export const auditView = z.object({
  worker: idSchema.optional().catch(undefined),
  action: z.string().max(60).optional().catch(undefined),
  outcome: z.enum(['done', 'refused', 'failed']).optional().catch(undefined),
  object: idSchema.optional().catch(undefined),
  from: isoDateSchema.optional().catch(undefined),
  to: isoDateSchema.optional().catch(undefined),
});
export type AuditView = z.output<typeof auditView>;

export const outcomeWords = { done: 'Done', refused: 'Refused', failed: 'Failed' } as const;

/** Spans that can be chosen without typing dates. */
const spans = [
  { value: '1', label: 'Today' },
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
] as const;
export const dateOptions = [...spans, { value: 'choose', label: 'Choose dates' }];

/** The dates of a span that ends today. */
export function spanOf(days: string, today: string): Pick<AuditView, 'from' | 'to'> {
  return { from: addDays(today, 1 - Number(days)), to: undefined };
}

/** Which of the choices the dates of a view are; '' for no dates. */
export function dateChoiceOf({ from, to }: AuditView, today: string): string {
  if (from === undefined && to === undefined) return '';
  return (to === undefined && spans.find(({ value }) => spanOf(value, today).from === from)?.value) || 'choose';
}

function dateWords({ from, to }: AuditView): string {
  if (from !== undefined && to !== undefined) return `${formatDate(from)} to ${formatDate(to)}`;
  return from === undefined ? `Until ${formatDate(to ?? '')}` : `From ${formatDate(from)}`;
}

/** The filters of a view in words, each with what removes it. */
export function chipsOf(
  view: AuditView,
  workers: readonly { readonly id: string; readonly name: string }[],
  show: (view: AuditView) => void,
): FilterChip[] {
  const chips: FilterChip[] = [];
  const add = (id: string, label: string, without: Partial<Record<keyof AuditView, undefined>>) =>
    chips.push({ id, label, onRemove: () => show({ ...view, ...without }) });
  if (view.worker !== undefined)
    add('worker', workers.find(({ id }) => id === view.worker)?.name ?? 'Somebody else', { worker: undefined });
  if (view.action !== undefined) add('action', wordsOf(view.action).words, { action: undefined });
  if (view.outcome !== undefined) add('outcome', outcomeWords[view.outcome], { outcome: undefined });
  if (view.object !== undefined) add('object', `Only ${shortId(view.object)}`, { object: undefined });
  if (view.from !== undefined || view.to !== undefined)
    add('dates', dateWords(view), { from: undefined, to: undefined });
  return chips;
}

/** The end of an id: enough to tell two things apart on one screen, and nothing about them. */
export const shortId = (id: string): string => (id.length > 10 ? `…${id.slice(-8)}` : id);
