import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DischargeListView } from '../../../shared/contract/discharge-view.ts';
import type { PersonRow } from '../../../shared/contract/person-view.ts';
import { listName } from '../../../shared/domain/name.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { formatCount } from '../../components/format.ts';
import { toast } from '../../components/toast.ts';

/** Takes a list back after asking why; says whose stays stand against it. */
export function UndoList({ of }: { readonly of: DischargeListView }) {
  const [asking, setAsking] = useState(false);
  const undo = useTell('discharges.undo', {
    onDone: ({ stays }) => toast({ message: `${formatCount(stays, 'stay')} taken back` }),
  });
  const { failure } = undo;
  const people = (failure?.details as { readonly people?: readonly PersonRow[] } | undefined)?.people ?? [];
  return (
    <>
      <Button icon="undo" busy={undo.telling} onClick={() => setAsking(true)}>
        Undo
      </Button>
      <ConfirmDialog
        open={asking}
        title="Undo this list?"
        confirm="Undo the list"
        danger
        reasonLabel="Why"
        onConfirm={(reason) => {
          setAsking(false);
          void undo.tell({ listId: of.id, reason });
        }}
        onCancel={() => setAsking(false)}
      >
        <p>
          Stays that the list added are voided, those that it ended are open again, and their follow-ups go. Everything
          stays in the history. It is refused if anybody has worked with one of these stays since.
        </p>
      </ConfirmDialog>
      <Dialog
        open={failure !== undefined}
        title="The list was not undone"
        onClose={undo.reset}
        footer={
          <Button look="primary" onClick={undo.reset}>
            Close
          </Button>
        }
      >
        <p>{failure?.message}</p>
        <ul className="ot-bullets">
          {people.map(({ id, name }) => (
            <li key={id}>
              <Link to="/people/$personId" params={{ personId: id }} search={{ tab: 'care' }}>
                {listName(name)}
              </Link>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
