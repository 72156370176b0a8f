import { useForm } from 'react-hook-form';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { toast } from '../../components/toast.ts';
import { OwnPassphraseField } from '../session/own-passphrase-field.tsx';
import type { Worker } from './team-view.ts';

interface ShutOutDialogProps {
  readonly open: boolean;
  readonly worker: Worker;
  readonly onClose: () => void;
}

/** Takes a worker's key to this device away for good. */
export function ShutOutDialog({ open, worker, onClose }: ShutOutDialogProps) {
  return (
    <Dialog open={open} title={`Shut ${worker.name} out of this device`} onClose={onClose}>
      <ShutOutForm worker={worker} onClose={onClose} />
    </Dialog>
  );
}

function ShutOutForm({ worker, onClose }: Omit<ShutOutDialogProps, 'open'>) {
  const form = useForm({ defaultValues: { passphrase: '' } });
  const { tell } = useTell('staff.shutOut', {
    onDone: () => {
      toast({ message: 'They are shut out of this device' });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Shut out"
      submitLook="danger"
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async ({ passphrase }) => {
        if (passphrase === '') {
          form.setError('passphrase', { message: 'Enter your passphrase' }, { shouldFocus: true });
          return undefined;
        }
        const answer = await tell({ workerId: worker.id, passphrase });
        if (answer.ok) return undefined;
        if (answer.error.code !== 'wrong-passphrase') return answer.error;
        form.setError('passphrase', { message: answer.error.message }, { shouldFocus: true });
        return undefined;
      }}
    >
      <ul>
        <li>{worker.name}’s passphrase opens nothing on this device any more.</li>
        <li>
          The whole record is encrypted anew with another key, since they may hold the old one. It takes a moment on a
          large record; you stay signed in.
        </li>
        <li>Backups made before still open with the passphrases of their day.</li>
        <li>They can be let in again later, with a new passphrase.</li>
      </ul>
      <OwnPassphraseField control={form.control} name="passphrase" />
    </Form>
  );
}
