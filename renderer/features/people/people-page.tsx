import { getRouteApi } from '@tanstack/react-router';
import { listName } from '../../../shared/domain/name.ts';
import { useAsk } from '../../client/queries.ts';
import { useRows } from '../../client/rows.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';
import { ExportButton } from './export-button.tsx';
import { peopleColumns } from './people-columns.tsx';
import { PeopleFilters } from './people-filters.tsx';
import { isFiltered, listInputOf, type PeopleView, sortNamed, sortOf } from './people-view.ts';
import { SavedViews } from './saved-views.tsx';
import { useSearchWords } from './search-words.ts';

const route = getRouteApi('/people');
const noPlaces = { neighbourhoods: [], practices: [] };

/** Everybody on the register of the own neighbourhoods. */
export function PeoplePage() {
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useSearchWords();
  const mayRegister = useMay('people.write');
  const places = useAsk('cases.caseloadChoices', {}).data ?? noPlaces;
  const input = listInputOf(view, text);
  const rows = useRows('people.list', input);
  const show = (next: PeopleView) => void navigate({ search: next, replace: true });
  const narrowed = text.trim() !== '' || isFiltered(view);

  return (
    <Page
      title="People"
      lead={
        rows.total === undefined
          ? undefined
          : `${rows.total.toLocaleString('en-GB')} ${rows.total === 1 ? 'person' : 'people'}${narrowed ? ' fit' : ' on the register of your neighbourhoods'}`
      }
      fill
      actions={
        <>
          <ExportButton input={input} total={rows.total} />
          {mayRegister && (
            <ButtonLink to="/people/new" look="primary" icon="plus">
              Register a person
            </ButtonLink>
          )}
        </>
      }
      toolbar={
        <>
          <SavedViews view={view} />
          <PeopleFilters places={places} view={view} onView={show} text={text} onText={setText} />
        </>
      }
    >
      <DataTable
        label="People"
        rows={rows}
        rowId={({ id }) => id}
        rowLabel={({ name }) => listName(name)}
        columns={peopleColumns}
        sort={sortOf(view)}
        onSort={(sort) => show({ ...view, sort: sortNamed(sort) })}
        onOpen={({ id }) => void navigate({ to: '/people/$personId', params: { personId: id } })}
        rowHeight={56}
        height="page"
        empty={
          narrowed ? (
            <EmptyState title="Nobody fits" icon="search">
              <p>
                This list holds the people of your neighbourhoods. Somebody of another team is found with Ctrl+K by the
                whole NHS number, or by the whole name with the birth date.
              </p>
              <Button
                onClick={() => {
                  setText('');
                  show({});
                }}
              >
                Show everybody
              </Button>
            </EmptyState>
          ) : (
            <EmptyState title="Nobody is on the register yet" icon="people">
              <p>Register people one by one, or import the list of a practice.</p>
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
