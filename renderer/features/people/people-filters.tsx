import type { OutputOf } from '../../../shared/contract/index.ts';
import { ageBands } from '../../../shared/contract/people.ts';
import { codeOptions, codesWhere } from '../../../shared/domain/code-lists.ts';
import { useMay } from '../../client/session.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { type FilterChip, FilterChips } from '../../components/filter-chips.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import type { Option } from '../../components/option.ts';
import { SearchBox } from '../../components/search-box.tsx';
import type { PeopleView } from './people-view.ts';

type Places = Pick<OutputOf<'cases.caseloadChoices'>, 'neighbourhoods' | 'practices'>;

const bandWords: Readonly<Record<(typeof ageBands)[number], string>> = {
  '0-17': 'Under 18',
  '18-39': '18 to 39',
  '40-64': '40 to 64',
  '65-79': '65 to 79',
  '80+': '80 and over',
};
const asOptions = (places: readonly { id: string; name: string }[]): Option[] =>
  places.map(({ id, name }) => ({ value: id, label: name }));

interface Filter {
  readonly key: Exclude<keyof PeopleView, 'sort'>;
  readonly label: string;
  readonly any: string;
  readonly options: readonly Option[];
}

/** The filters of the list, those that would choose between one or none left out. */
function useFilters({ neighbourhoods, practices }: Places): readonly Filter[] {
  const restricted = useMay('restricted.read');
  const hidden: readonly string[] = restricted ? [] : codesWhere('flag', 'restricted');
  const filters: readonly Filter[] = [
    { key: 'neighbourhood', label: 'Neighbourhood', any: 'Any neighbourhood', options: asOptions(neighbourhoods) },
    { key: 'practice', label: 'Practice', any: 'Any practice', options: asOptions(practices) },
    {
      key: 'flag',
      label: 'Flag',
      any: 'Any flag',
      options: codeOptions('flag').filter(({ value }) => !hidden.includes(value)),
    },
    { key: 'segment', label: 'Segment', any: 'Any segment', options: codeOptions('segment') },
    {
      key: 'age',
      label: 'Age',
      any: 'Any age',
      options: ageBands.map((value) => ({ value, label: bandWords[value] })),
    },
    {
      key: 'cases',
      label: 'Case',
      any: 'Any case',
      options: [
        { value: 'open', label: 'With a case' },
        { value: 'none', label: 'Without a case' },
      ],
    },
    {
      key: 'deaths',
      label: 'Deaths',
      any: 'Living and died',
      options: [
        { value: 'living', label: 'Living' },
        { value: 'died', label: 'Died' },
      ],
    },
  ];
  return filters.filter(({ options }) => options.length > 1);
}

interface PeopleFiltersProps {
  readonly places: Places;
  readonly view: PeopleView;
  readonly onView: (view: PeopleView) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Search box, filters, and what of them is in force. */
export function PeopleFilters({ places, view, onView, text, onText }: PeopleFiltersProps) {
  const filters = useFilters(places);
  const chips = filters.flatMap(({ key, label, options }): FilterChip[] => {
    const chosen = options.find(({ value }) => value === view[key]);
    if (chosen === undefined) return [];
    return [{ id: key, label: `${label}: ${chosen.label}`, onRemove: () => onView({ ...view, [key]: undefined }) }];
  });
  return (
    <>
      <FilterBar label="Find and filter people">
        <SearchBox
          label="Find in this list"
          placeholder="Name, birth date, postcode, NHS number"
          value={text}
          onChange={onText}
        />
        {filters.map(({ key, label, any, options }) => (
          <FilterSelect
            key={key}
            label={label}
            any={any}
            options={options}
            chosen={view[key] ?? ''}
            onChange={(chosen) => onView({ ...view, [key]: chosen === '' ? undefined : chosen })}
          />
        ))}
      </FilterBar>
      <FilterChips chips={chips} onClear={() => onView({ sort: view.sort })} />
    </>
  );
}
