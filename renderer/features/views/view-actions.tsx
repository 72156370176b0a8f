import { useState } from 'react';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';

interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly search: string;
}

interface ViewActionsProps {
  readonly page: 'caseload' | 'people';
  /** What is on screen, as a saved view keeps it. */
  readonly shown: string;
  /** The worker's own view that is on screen, if it is one. */
  readonly own: SavedView | undefined;
  /** A view that everybody has: there is nothing to save. */
  readonly known: boolean;
}

/** Saves what is on screen as a view; renames and removes one's own. */
export function ViewActions({ page, shown, own, known }: ViewActionsProps) {
  const [saving, setSaving] = useState<'new' | 'rename' | null>(null);
  return (
    <>
      {own !== undefined && (
        <>
          <Button look="quiet" size="small" onClick={() => setSaving('rename')}>
            Rename view
          </Button>
          <RemoveView page={page} view={own} />
        </>
      )}
      {own === undefined && !known && (
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
    </>
  );
}

function RemoveView({
  page,
  view: { id, name, search },
}: Pick<ViewActionsProps, 'page'> & { readonly view: SavedView }) {
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
