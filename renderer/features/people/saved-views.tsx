import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.ts';
import { SaveViewDialog } from '../caseload/save-view-dialog.tsx';
import { type PeopleView, viewOf, viewText } from './people-view.ts';

const route = getRouteApi('/people');
const page = 'people';

interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly search: string;
}

/** The worker's own views of the list, and the way to save the one on screen; nothing while there is neither. */
export function SavedViews({ view }: { readonly view: PeopleView }) {
  const saved = useAsk('views.list', { page }).data?.views ?? [];
  const [saving, setSaving] = useState<'new' | 'rename' | null>(null);
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
      {own !== undefined && (
        <>
          <Button look="quiet" size="small" onClick={() => setSaving('rename')}>
            Rename view
          </Button>
          <RemoveView view={own} />
        </>
      )}
      {own === undefined && !everybody && (
        <Button look="quiet" size="small" icon="plus" onClick={() => setSaving('new')}>
          Save this view
        </Button>
      )}
      <SaveViewDialog
        open={saving !== null}
        page={page}
        search={shown}
        {...(saving === 'rename' && own !== undefined && { rename: own })}
        onClose={() => setSaving(null)}
      />
    </nav>
  );
}

function RemoveView({ view: { id, name, search } }: { readonly view: SavedView }) {
  const save = useTell('views.save');
  const remove = useTell('views.remove', {
    onDone: () => toast({ message: 'View removed', undo: () => void save.tell({ page, name, search }) }),
  });
  return (
    <Button look="quiet" size="small" busy={remove.telling} onClick={() => void remove.tell({ viewId: id })}>
      Remove view
    </Button>
  );
}
