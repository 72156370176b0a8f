import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTell } from '../../client/commands.ts';
import { onPassphraseNeeded } from '../../client/confirmation.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { PasswordField } from '../../components/password-field.tsx';

/** Asks for the passphrase again before an export or a change of roles, whatever page the step was taken on. */
export function PassphraseAgain() {
  const [open, setOpen] = useState(false);
  const settle = useRef<((given: boolean) => void) | null>(null);

  useEffect(
    () =>
      onPassphraseNeeded(() => {
        settle.current?.(false);
        const { promise, resolve } = Promise.withResolvers<boolean>();
        settle.current = resolve;
        setOpen(true);
        return promise;
      }),
    [],
  );

  const leave = (given: boolean) => {
    settle.current?.(given);
    settle.current = null;
    setOpen(false);
  };
  return (
    <Dialog open={open} title="Your passphrase, please" width="narrow" onClose={() => leave(false)}>
      {open && <AgainForm onGiven={() => leave(true)} onLeave={() => leave(false)} />}
    </Dialog>
  );
}

function AgainForm({ onGiven, onLeave }: { readonly onGiven: () => void; readonly onLeave: () => void }) {
  const form = useForm({ defaultValues: { passphrase: '' } });
  const { tell } = useTell('session.confirm');
  return (
    <Form
      form={form}
      submit="Go on"
      actions={<Button onClick={onLeave}>Cancel</Button>}
      onSubmit={async ({ passphrase }) => {
        if (passphrase === '') {
          form.setError('passphrase', { message: 'Enter your passphrase' }, { shouldFocus: true });
          return undefined;
        }
        const answer = await tell({ passphrase });
        if (answer.ok) {
          onGiven();
          return undefined;
        }
        if (answer.error.code !== 'wrong-passphrase') return answer.error;
        form.setError('passphrase', { message: answer.error.message }, { shouldFocus: true });
        return undefined;
      }}
    >
      <p>This step takes information out of OneTeam or changes who may see it, so it asks who you are.</p>
      <PasswordField control={form.control} name="passphrase" label="Passphrase" autoFocus />
    </Form>
  );
}
