import { caseStatuses, caseStatusLabel } from '../../../shared/domain/case-status.ts';
import { codeOptions, codesWhere } from '../../../shared/domain/code-lists.ts';
import { promptIds, promptWords } from '../../../shared/domain/prompts.ts';
import { useMay } from '../../client/session.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FilterMenu } from '../../components/filter-menu.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import type { Option } from '../../components/option.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { type Choices, chipsOf } from './caseload-chips.ts';
import { type CaseloadView, caseloadView } from './caseload-view.ts';

type ListKey =
  | 'prompts'
  | 'tiers'
  | 'statuses'
  | 'flags'
  | 'segments'
  | 'coordinators'
  | 'practices'
  | 'neighbourhoods';

interface CaseloadFiltersProps {
  readonly view: CaseloadView;
  readonly who: 'mine' | 'team';
  readonly choices: Choices;
  readonly onView: (view: CaseloadView) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
}

const asOptions = (entries: readonly { id: string; name: string }[]): Option[] =>
  entries.map(({ id, name }) => ({ value: id, label: name }));
const dueOptions: readonly Option[] = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'today', label: 'Due today' },
  { value: 'week', label: 'Due in 7 days' },
];
const unseenOptions: readonly Option[] = [7, 14, 28, 60, 90].map((days) => ({
  value: String(days),
  label: `Not seen in ${days} days`,
}));
const more = [
  { value: 'missed', label: 'Missed twice in a row' },
  { value: 'handover', label: 'Handover waiting' },
  { value: 'nobody', label: 'No coordinator' },
] as const;

/** Search box and filters of the caseload, and what of them is in force. */
export function CaseloadFilters({ view, who, choices, onView, text, onText }: CaseloadFiltersProps) {
  const restricted = useMay('restricted.read');
  const hidden: readonly string[] = restricted ? [] : codesWhere('flag', 'restricted');
  // What a control gives is read like an address: only what the view knows comes through.
  const change = (part: Readonly<Record<string, unknown>>) => onView(caseloadView.parse({ ...view, ...part }));
  const menus: readonly { readonly key: ListKey; readonly label: string; readonly options: readonly Option[] }[] = [
    { key: 'tiers', label: 'Need', options: codeOptions('need-tier').toReversed() },
    {
      key: 'statuses',
      label: 'Status',
      options: caseStatuses.map((value) => ({ value, label: caseStatusLabel(value) })),
    },
    { key: 'flags', label: 'Flags', options: codeOptions('flag').filter(({ value }) => !hidden.includes(value)) },
    { key: 'prompts', label: 'Prompts', options: promptIds.map((value) => ({ value, label: promptWords[value] })) },
    { key: 'segments', label: 'Segment', options: codeOptions('segment') },
    { key: 'coordinators', label: 'Coordinator', options: who === 'mine' ? [] : asOptions(choices.coordinators) },
    { key: 'practices', label: 'Practice', options: asOptions(choices.practices) },
    { key: 'neighbourhoods', label: 'Neighbourhood', options: asOptions(choices.neighbourhoods) },
  ];
  return (
    <>
      <FilterBar label="Find and filter cases">
        <SearchBox label="Find in this caseload" placeholder="Name or NHS number" value={text} onChange={onText} />
        <FilterSelect
          label="Whose"
          any={who === 'mine' ? 'My cases' : 'The team’s cases'}
          options={[
            who === 'mine' ? { value: 'team', label: 'The team’s cases' } : { value: 'mine', label: 'My cases' },
          ]}
          chosen=""
          onChange={(next) => change({ who: next })}
        />
        <FilterSelect
          label="Next due"
          any="Due at any time"
          options={dueOptions}
          chosen={view.due ?? ''}
          onChange={(due) => change({ due: due === '' ? undefined : due })}
        />
        <FilterSelect
          label="Last seen"
          any="Seen at any time"
          options={unseenOptions}
          chosen={view.unseen === undefined ? '' : String(view.unseen)}
          onChange={(days) => change({ unseen: days === '' ? undefined : Number(days) })}
        />
        {menus
          .filter(({ options }) => options.length > 1)
          .map(({ key, label, options }) => (
            <FilterMenu
              key={key}
              label={label}
              options={options}
              chosen={view[key] ?? []}
              onChange={(chosen) => change({ [key]: chosen.length > 0 ? chosen : undefined })}
            />
          ))}
        <FilterMenu
          label="More"
          options={more}
          chosen={more.map(({ value }) => value).filter((value) => view[value] === true)}
          onChange={(chosen) =>
            change(Object.fromEntries(more.map(({ value }) => [value, chosen.includes(value) ? true : undefined])))
          }
        />
      </FilterBar>
      <FilterChips
        chips={chipsOf(view, choices, onView)}
        onClear={() => onView({ who: view.who, sort: view.sort, down: view.down })}
      />
    </>
  );
}
