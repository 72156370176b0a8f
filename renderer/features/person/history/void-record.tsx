import { useState } from 'react';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { useTell } from '../../../client/commands.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Panel } from '../../../components/panel.tsx';
import { toast } from '../../../components/toast.ts';
import { useMayEdit } from '../may-edit.ts';

/** Takes the whole record out of lists and searches when the person should never have been registered. */
export function VoidRecord({ person }: { readonly person: PersonPageView }) {
  const mayEdit = useMayEdit(person);
  const withdraw = useTell('people.void');
  const [asking, setAsking] = useState(false);
  if (!mayEdit) return null;
  const run = async (reason: string) => {
    const answer = await withdraw.tell({ personId: person.id, reason });
    setAsking(false);
    toast(answer.ok ? { message: 'Marked as registered in error' } : { message: answer.error.message, tone: 'urgent' });
  };
  return (
    <Panel title="This record">
      <p className="ot-muted">For a person who should never have been put on record. Two records of one are merged.</p>
      <Button size="small" onClick={() => setAsking(true)}>
        Registered in error
      </Button>
      <ConfirmDialog
        open={asking}
        title="Registered in error"
        confirm="Mark as registered in error"
        danger
        reasonLabel="Why"
        busy={withdraw.telling}
        onConfirm={(reason) => void run(reason)}
        onCancel={() => setAsking(false)}
      >
        <p>
          The record leaves lists and searches for everybody. It stays readable with its history, and nothing of it is
          deleted.
        </p>
      </ConfirmDialog>
    </Panel>
  );
}
