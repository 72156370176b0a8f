import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTell } from '../../client/commands.ts';
import { useSessionState } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { toast } from '../../components/toast.ts';
import { newPassphrase, passphraseHint, weaknessOf } from '../session/new-passphrase.ts';
import type { Worker } from './team-view.ts';

interface WorkerDialogProps {
  readonly open: boolean;
  readonly worker: Worker;
  readonly onClose: () => void;
}

/** The worker chooses a passphrase at this keyboard; nobody else learns it. */
export function LetInDialog({ open, worker, onClose }: WorkerDialogProps) {
  return (
    <Dialog open={open} title={`Let ${worker.name} sign in here`} onClose={onClose}>
      <LetInForm worker={worker} onClose={onClose} />
    </Dialog>
  );
}

function LetInForm({ worker, onClose }: Omit<WorkerDialogProps, 'open'>) {
  const minimum = useSessionState().data?.passphraseMinimum ?? 15;
  const form = useForm({ resolver: zodResolver(newPassphrase), defaultValues: { passphrase: '', again: '' } });
  const { tell } = useTell('staff.letIn', {
    onDone: () => {
      toast({ message: 'They can sign in on this device now' });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Let in"
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async ({ passphrase }) => {
        const answer = await tell({ workerId: worker.id, passphrase });
        if (answer.ok) return undefined;
        const weak = weaknessOf(answer.error);
        if (weak === null) return answer.error;
        form.setError('passphrase', { message: weak }, { shouldFocus: true });
        return undefined;
      }}
    >
      <Callout tone="info" title={`Hand the keyboard to ${worker.name} now.`}>
        <p>
          They type their own passphrase, twice. Nobody else may see or know it: whatever is done with it is on record
          as done by them.
        </p>
      </Callout>
      <PasswordField
        control={form.control}
        name="passphrase"
        label="New passphrase"
        hint={passphraseHint(minimum)}
        fresh
      />
      <PasswordField control={form.control} name="again" label="New passphrase again" fresh />
    </Form>
  );
}
