import { getRouteApi } from '@tanstack/react-router';
import { peopleWords } from '../../../shared/domain/quality-gaps.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';
import { GapPage } from './gap-page.tsx';
import { GapTable } from './gap-table.tsx';
import { type QualityView, qualityInputOf, qualityView } from './quality-view.ts';

const route = getRouteApi('/quality');

/** What is missing in the records of the caseload: each figure with whom it is about behind it. */
export function QualityPage() {
  const shown = route.useSearch();
  const navigate = route.useNavigate();
  const usual = useMay('cases.impose') ? 'team' : 'mine';
  const input = qualityInputOf(shown, usual);
  const asked = useAsk('quality.summary', input);
  const show = (next: QualityView) =>
    void navigate({ search: qualityView.parse({ ...shown, ...next }), replace: true });
  const filters = (
    <QualityFilters shown={shown} usual={usual} places={asked.data?.neighbourhoods ?? []} onChange={show} />
  );
  const { gap } = shown;
  if (gap !== undefined)
    return (
      <GapPage
        gap={gap}
        input={input}
        figure={asked.data?.gaps.find((each) => each.gap === gap)}
        view={shown}
        filters={filters}
      />
    );
  return (
    <Page
      title="Data quality"
      lead={
        asked.data &&
        `${peopleWords(asked.data.people)} ${whoseWords(input.whose)} with a case that is open or on hold.`
      }
      toolbar={filters}
    >
      <Loaded
        asked={asked}
        loading="Counting"
        empty={({ people }) => people === 0}
        whenEmpty={
          <EmptyState title="Nobody is on this caseload" icon="search">
            <p>Open cases, and cases on hold, of the own caseload or of the own team are counted here.</p>
          </EmptyState>
        }
      >
        {({ gaps }) => <GapTable gaps={gaps} view={shown} />}
      </Loaded>
    </Page>
  );
}

const whoseWords = (whose: 'mine' | 'team' | undefined): string =>
  whose === 'mine' ? ' on your caseload' : ' of your teams';

interface QualityFiltersProps {
  readonly shown: QualityView;
  readonly usual: 'mine' | 'team';
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (next: QualityView) => void;
}

function QualityFilters({ shown, usual, places, onChange }: QualityFiltersProps) {
  const words = { mine: 'My people', team: 'My teams' };
  const other = usual === 'team' ? 'mine' : 'team';
  return (
    <FilterBar label="Filter the figures">
      <FilterSelect
        label="Whose caseload"
        any={words[usual]}
        options={[{ value: other, label: words[other] }]}
        chosen={shown.whose === usual ? '' : (shown.whose ?? '')}
        onChange={(whose) => onChange({ ...shown, whose: whose === other ? other : undefined })}
      />
      {places.length > 1 && (
        <FilterSelect
          label="Neighbourhood"
          any="Any neighbourhood"
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={shown.neighbourhood ?? ''}
          onChange={(place) => onChange({ ...shown, neighbourhood: place || undefined })}
        />
      )}
    </FilterBar>
  );
}
