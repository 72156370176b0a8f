import { getRouteApi } from '@tanstack/react-router';
import { useAsk } from '../../client/queries.ts';
import { ViewActions } from '../views/view-actions.tsx';
import { type PeopleView, viewOf, viewText } from './people-view.ts';

const route = getRouteApi('/people');

/** The worker's own views of the list, and the way to save the one on screen; nothing while there is neither. */
export function SavedViews({ view }: { readonly view: PeopleView }) {
  const saved = useAsk('views.list', { page: 'people' }).data?.views ?? [];
  const shown = viewText(view);
  const own = saved.find(({ search }) => viewText(viewOf(search)) === shown);
  const everybody = shown === viewText({});
  if (saved.length === 0 && everybody) return null;
  const entries = [{ id: 'all', name: 'Everybody', search: viewText({}) }, ...saved];
  return (
    <nav className="ot-views" aria-label="Views of the people">
      <ul className="ot-views__list">
        {entries.map(({ id, name, search }) => (
          <li key={id}>
            <route.Link
              className="ot-views__view"
              search={viewOf(search)}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={viewText(viewOf(search)) === shown ? 'true' : undefined}
            >
              {name}
            </route.Link>
          </li>
        ))}
      </ul>
      <ViewActions page="people" shown={shown} own={own} known={everybody} />
    </nav>
  );
}
