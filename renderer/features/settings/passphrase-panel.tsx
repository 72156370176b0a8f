import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useTell } from '../../client/commands.ts';
import { useSessionState } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { Panel } from '../../components/panel.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { toast } from '../../components/toast.ts';
import { newPassphrase, passphraseHint, weaknessOf } from '../session/new-passphrase.ts';

/** The own passphrase. */
export function PassphrasePanel() {
  const [changing, setChanging] = useState(false);
  return (
    <Panel title="Your passphrase">
      <p>It opens the record on this device, and what is done with it is on record as done by you. Tell nobody.</p>
      <Button icon="key" onClick={() => setChanging(true)}>
        Change your passphrase
      </Button>
      <Dialog open={changing} title="Change your passphrase" onClose={() => setChanging(false)}>
        <ChangeForm onClose={() => setChanging(false)} />
      </Dialog>
    </Panel>
  );
}

const changeForm = z.intersection(
  z.object({ current: z.string().min(1, 'Enter the passphrase that you have now') }),
  newPassphrase,
);

function ChangeForm({ onClose }: { readonly onClose: () => void }) {
  const minimum = useSessionState().data?.passphraseMinimum ?? 15;
  const form = useForm({
    resolver: zodResolver(changeForm),
    defaultValues: { current: '', passphrase: '', again: '' },
  });
  const { tell } = useTell('session.changePassphrase', {
    onDone: () => {
      toast({ message: 'Passphrase changed' });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Change it"
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async ({ current, passphrase }) => {
        const answer = await tell({ current, next: passphrase });
        if (answer.ok) return undefined;
        const weak = weaknessOf(answer.error);
        if (weak === null && answer.error.code !== 'wrong-passphrase') return answer.error;
        form.setError(
          weak === null ? 'current' : 'passphrase',
          { message: weak ?? answer.error.message },
          { shouldFocus: true },
        );
        return undefined;
      }}
    >
      <PasswordField control={form.control} name="current" label="Passphrase now" autoFocus />
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
