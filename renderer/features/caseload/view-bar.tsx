import { getRouteApi } from '@tanstack/react-router';
import { useAsk } from '../../client/queries.ts';
import { ViewActions } from '../views/view-actions.tsx';
import { builtInViews, type CaseloadView, viewOf, viewText } from './caseload-view.ts';

const route = getRouteApi('/caseload');

interface ViewBarProps {
  readonly view: CaseloadView;
  /** Whose cases are shown where a view does not say. */
  readonly usual: 'mine' | 'team';
}

/** The views that everybody has and the worker's own; the one on screen is marked. */
export function ViewBar({ view, usual }: ViewBarProps) {
  const saved = useAsk('views.list', { page: 'caseload' }).data?.views ?? [];
  const full = (of: CaseloadView) => ({ ...of, who: of.who ?? usual });
  const shown = viewText(full(view));
  const filters = (of: CaseloadView) => viewText({ ...full(of), sort: undefined, down: undefined });
  const own = saved.find(({ search }) => viewText(full(viewOf(search))) === shown);
  const known = builtInViews.some((each) => filters(each.view) === filters(view));
  const entries = [
    ...builtInViews.map(({ name, view: of }) => ({ key: name, name, of })),
    ...saved.map(({ id, name, search }) => ({ key: id, name, of: viewOf(search) })),
  ];
  return (
    <nav className="ot-views" aria-label="Views of the caseload">
      <ul className="ot-views__list">
        {entries.map(({ key, name, of }) => (
          <li key={key}>
            <route.Link
              className="ot-views__view"
              search={of}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={filters(of) === filters(view) ? 'true' : undefined}
            >
              {name}
            </route.Link>
          </li>
        ))}
      </ul>
      <ViewActions page="caseload" shown={shown} own={own} known={known} />
    </nav>
  );
}
