import { getRouteApi, Link } from '@tanstack/react-router';
import { awayViews } from '../../../shared/contract/stays.ts';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { listName } from '../../../shared/domain/name.ts';
import { useRows } from '../../client/rows.ts';
import { useMay } from '../../client/session.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import { Count } from '../../components/count.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import { formatDays } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';
import { ExportStays } from './export-stays.tsx';
import { staysColumns } from './stays-columns.tsx';
import { type StaysView, staysInputOf, staysView, viewWords } from './stays-view.ts';

const route = getRouteApi('/stays');
const kinds = codeOptions('stay-kind');

/** Who is away now, who could leave and cannot, and what is to be done for those who left. */
export function StaysPage() {
  const shown = route.useSearch();
  const navigate = route.useNavigate();
  const input = staysInputOf(shown);
  const rows = useRows('stays.list', input);
  const mayWrite = useMay('stays.write');
  const { view = 'away' } = input;
  const places = rows.first?.neighbourhoods ?? [];
  const show = (next: StaysView) => void navigate({ search: staysView.parse(next), replace: true });
  const chips = [
    { key: 'kind', label: kinds.find(({ value }) => value === shown.kind)?.label },
    { key: 'neighbourhood', label: places.find(({ id }) => id === shown.neighbourhood)?.name },
  ].flatMap(({ key, label }) =>
    label === undefined ? [] : [{ id: key, label, onRemove: () => show({ ...shown, [key]: undefined }) }],
  );
  return (
    <Page
      title="Stays"
      lead={leadOf(rows.total, rows.first?.daysLost ?? 0, view, shown.whose === 'team')}
      fill
      actions={
        <>
          {mayWrite && (
            <ButtonLink to="/stays/discharges" icon="import">
              Load a discharge list
            </ButtonLink>
          )}
          <ExportStays input={input} total={rows.total} />
        </>
      }
      toolbar={
        <>
          <nav className="ot-views" aria-label="Views of the stays">
            <ul className="ot-views__list">
              {awayViews.map((each) => (
                <li key={each}>
                  <Link
                    className="ot-views__view"
                    to="/stays"
                    search={{ ...shown, view: each === 'away' ? undefined : each }}
                    replace
                    activeOptions={{ exact: true, includeSearch: true }}
                    aria-current={each === view ? 'true' : undefined}
                  >
                    {viewWords[each].label}
                    {rows.first !== undefined && <Count value={rows.first.counts[each] ?? 0} />}
                  </Link>
                </li>
              ))}
              <li>
                <Link className="ot-views__view" to="/stays/alerts">
                  Telehealth alerts
                </Link>
              </li>
            </ul>
          </nav>
          <FilterBar label="Filter the stays">
            <FilterSelect
              label="Whose people"
              any="My people"
              options={[{ value: 'team', label: 'My team’s people' }]}
              chosen={shown.whose ?? ''}
              onChange={(whose) => show({ ...shown, whose: whose === 'team' ? 'team' : undefined })}
            />
            <FilterSelect
              label="Kind of stay"
              any="Any kind"
              options={kinds}
              chosen={shown.kind ?? ''}
              onChange={(kind) => show(staysView.parse({ ...shown, kind: kind || undefined }))}
            />
            {places.length > 1 && (
              <FilterSelect
                label="Neighbourhood"
                any="Any neighbourhood"
                options={places.map(({ id, name }) => ({ value: id, label: name }))}
                chosen={shown.neighbourhood ?? ''}
                onChange={(place) => show({ ...shown, neighbourhood: place || undefined })}
              />
            )}
          </FilterBar>
          <FilterChips chips={chips} onClear={() => show({ view: shown.view, whose: shown.whose })} />
        </>
      }
    >
      <DataTable
        label="Stays"
        rows={rows}
        rowId={({ id }) => id}
        rowLabel={({ person }) => listName(person.name)}
        columns={staysColumns[view]}
        rowHeight={56}
        height="page"
        rowTone={({ daysLost }) => (daysLost > 7 ? 'warning' : undefined)}
        onOpen={({ person }) =>
          void navigate({ to: '/people/$personId', params: { personId: person.id }, search: { tab: 'care' } })
        }
        empty={
          <EmptyState title={viewWords[view].empty} icon="tick">
            {shown.whose !== 'team' && <p>This list holds the people on whose case you have a role.</p>}
          </EmptyState>
        }
      />
    </Page>
  );
}

function leadOf(total: number | undefined, lost: number, view: string, team: boolean): string | undefined {
  if (total === undefined) return undefined;
  const whose = team ? 'of your team' : 'of your people';
  const stays = `${total} ${total === 1 ? 'stay' : 'stays'} ${whose}`;
  return lost === 0 || view === 'day-91' ? stays : `${stays}; ${formatDays(lost)} lost while ready to leave`;
}
