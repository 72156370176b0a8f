import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.ts';
import { builtInViews, type CaseloadView, viewOf, viewText } from './caseload-view.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';

const route = getRouteApi('/caseload');

interface ViewBarProps {
  readonly view: CaseloadView;
  /** Whose cases are shown where a view does not say. */
  readonly usual: 'mine' | 'team';
}

/** The views that everybody has and the worker's own; the one on screen is marked. */
export function ViewBar({ view, usual }: ViewBarProps) {
  const saved = useAsk('views.list', { page: 'caseload' }).data?.views ?? [];
  const [saving, setSaving] = useState<'new' | 'rename' | null>(null);
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
      {own !== undefined && (
        <>
          <Button look="quiet" size="small" onClick={() => setSaving('rename')}>
            Rename view
          </Button>
          <RemoveView view={own} />
        </>
      )}
      {own === undefined && !known && (
        <Button look="quiet" size="small" icon="plus" onClick={() => setSaving('new')}>
          Save this view
        </Button>
      )}
      <SaveViewDialog
        open={saving !== null}
        page="caseload"
        search={shown}
        {...(saving === 'rename' && own !== undefined && { rename: own })}
        onClose={() => setSaving(null)}
      />
    </nav>
  );
}

function RemoveView({
  view,
}: {
  readonly view: { readonly id: string; readonly name: string; readonly search: string };
}) {
  const save = useTell('views.save');
  const remove = useTell('views.remove', {
    onDone: () =>
      toast({
        message: 'View removed',
        undo: () => void save.tell({ page: 'caseload', name: view.name, search: view.search }),
      }),
  });
  return (
    <Button look="quiet" size="small" busy={remove.telling} onClick={() => void remove.tell({ viewId: view.id })}>
      Remove view
    </Button>
  );
}
