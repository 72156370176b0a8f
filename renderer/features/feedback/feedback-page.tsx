import { getRouteApi, Link } from '@tanstack/react-router';
import { codeOptions, codesOf } from '../../../shared/domain/code-lists.ts';
import { complaintWorkingDays } from '../../../shared/domain/feedback-rules.ts';
import { listName } from '../../../shared/domain/name.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useToday } from '../../client/now.ts';
import { useRows } from '../../client/rows.ts';
import { useMay } from '../../client/session.ts';
import { Count } from '../../components/count.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';
import { feedbackColumns } from './feedback-columns.tsx';
import { type FeedbackListView, feedbackInputOf, feedbackListView } from './feedback-view.ts';

const route = getRouteApi('/feedback');
const kinds = codeOptions('feedback-kind');
const views = [undefined, ...codesOf('feedback-status')];

/** What people said about their care: what nobody has answered first, the longest waiting on top. */
export function FeedbackPage() {
  const shown = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const usual = useMay('cases.impose') ? 'team' : 'mine';
  const input = feedbackInputOf(shown, usual);
  const rows = useRows('feedback.list', input);
  const counts = rows.first?.counts;
  const places = rows.first?.neighbourhoods ?? [];
  const show = (next: Readonly<Record<string, unknown>>) =>
    void navigate({ search: feedbackListView.parse({ ...shown, ...next }), replace: true });
  const chips = [
    { key: 'kind', label: kinds.find(({ value }) => value === shown.kind)?.label },
    { key: 'neighbourhood', label: places.find(({ id }) => id === shown.neighbourhood)?.name },
  ].flatMap(({ key, label }) =>
    label === undefined ? [] : [{ id: key, label, onRemove: () => show({ [key]: undefined }) }],
  );
  return (
    <Page
      title="Feedback"
      lead={`What people say about their care, in their own words. A complaint is to be acknowledged within ${complaintWorkingDays} working days.`}
      fill
      toolbar={
        <>
          <nav className="ot-views" aria-label="Views of the feedback">
            <ul className="ot-views__list">
              {views.map((status) => (
                <li key={status ?? 'all'}>
                  <Link
                    className="ot-views__view"
                    to="/feedback"
                    search={{ ...shown, status }}
                    replace
                    activeOptions={{ exact: true, includeSearch: true }}
                    aria-current={status === shown.status ? 'true' : undefined}
                  >
                    {status === undefined ? 'All' : wordOf('feedback-status', status)}
                    {counts !== undefined && (
                      <Count
                        value={status === undefined ? counts.open + counts.answered + counts.closed : counts[status]}
                      />
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <FilterBar label="Filter the feedback">
            <FilterSelect
              label="Whose people"
              any={usual === 'team' ? 'My team’s people' : 'My people'}
              options={[
                usual === 'team' ? { value: 'mine', label: 'My people' } : { value: 'team', label: 'My team’s people' },
              ]}
              chosen={shown.whose === usual ? '' : (shown.whose ?? '')}
              onChange={(whose) => show({ whose: whose || undefined })}
            />
            <FilterSelect
              label="Kind"
              any="Any kind"
              options={kinds}
              chosen={shown.kind ?? ''}
              onChange={(kind) => show({ kind: kind || undefined })}
            />
            {places.length > 1 && (
              <FilterSelect
                label="Neighbourhood"
                any="Any neighbourhood"
                options={places.map(({ id, name }) => ({ value: id, label: name }))}
                chosen={shown.neighbourhood ?? ''}
                onChange={(place) => show({ neighbourhood: place || undefined })}
              />
            )}
          </FilterBar>
          <FilterChips chips={chips} onClear={() => show({ kind: undefined, neighbourhood: undefined })} />
        </>
      }
    >
      <DataTable
        label="Feedback"
        rows={rows}
        rowId={({ id }) => id}
        rowLabel={({ person, kind }) => `${wordOf('feedback-kind', kind)}, ${listName(person.name)}`}
        columns={feedbackColumns}
        rowHeight={76}
        height="page"
        rowTone={({ dueOn }) => (dueOn !== null && dueOn < today ? 'urgent' : undefined)}
        onOpen={({ person }) => void navigate({ to: '/people/$personId', params: { personId: person.id } })}
        empty={<NothingHere view={shown} team={input.whose === 'team'} />}
      />
    </Page>
  );
}

function NothingHere({ view, team }: { readonly view: FeedbackListView; readonly team: boolean }) {
  return (
    <EmptyState
      title={view.status === 'open' ? 'Nothing waits for an answer' : 'No feedback here'}
      icon={view.status === 'open' ? 'tick' : 'search'}
    >
      <p>
        Feedback is recorded on the page of a person.
        {!team && ' This list holds the people on whose case you have a role.'}
      </p>
    </EmptyState>
  );
}
