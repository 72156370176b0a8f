import type { OutputOf } from '../../../shared/contract/index.ts';
import { type CaseStatus, caseStatusLabel } from '../../../shared/domain/case-status.ts';
import { promptIds } from '../../../shared/domain/prompts.ts';
import type { FilterChip } from '../../components/filter-chips.tsx';
import { shortFor } from '../contacts/words.ts';
import { promptName } from '../prompts/prompt-lines.tsx';
import type { CaseloadView } from './caseload-view.ts';

export type Choices = OutputOf<'cases.caseloadChoices'>;

const dueWords: Readonly<Record<NonNullable<CaseloadView['due']>, string>> = {
  overdue: 'Overdue',
  today: 'Due today',
  week: 'Due in 7 days',
};

/** The filters of a view in words, each with what removes it. */
export function chipsOf(view: CaseloadView, choices: Choices, show: (view: CaseloadView) => void): FilterChip[] {
  const chips: FilterChip[] = [];
  const one = (key: keyof CaseloadView, label: string | undefined) => {
    if (view[key] === undefined || label === undefined) return;
    chips.push({ id: key, label, onRemove: () => show({ ...view, [key]: undefined }) });
  };
  const each = <
    K extends 'tiers' | 'statuses' | 'flags' | 'segments' | 'prompts' | 'coordinators' | 'practices' | 'neighbourhoods',
  >(
    key: K,
    words: (value: string) => string,
  ) => {
    const values: readonly string[] = view[key] ?? [];
    for (const value of values) {
      const rest = values.filter((other) => other !== value);
      chips.push({
        id: `${key}-${value}`,
        label: words(value),
        onRemove: () => show({ ...view, [key]: rest.length > 0 ? rest : undefined }),
      });
    }
  };
  const nameIn = (list: readonly { id: string; name: string }[]) => (id: string) =>
    list.find((entry) => entry.id === id)?.name ?? 'Somebody else';

  each('tiers', (code) => `${shortFor('need-tier', code)} need`);
  each('statuses', (status) => caseStatusLabel(status as CaseStatus));
  one('due', view.due && dueWords[view.due]);
  one('unseen', view.unseen === undefined ? undefined : `Not seen in ${view.unseen} days`);
  one('missed', 'Missed twice in a row');
  one('handover', 'Handover waiting');
  one('nobody', 'No coordinator');
  each('flags', (code) => shortFor('flag', code));
  each('segments', (code) => shortFor('segment', code));
  if (view.prompts?.length === promptIds.length) one('prompts', 'Any prompt');
  else each('prompts', promptName);
  each('coordinators', nameIn(choices.coordinators));
  one('behaviourist', view.behaviourist && nameIn(choices.behaviourists)(view.behaviourist));
  each('practices', nameIn(choices.practices));
  each('neighbourhoods', nameIn(choices.neighbourhoods));
  return chips;
}
