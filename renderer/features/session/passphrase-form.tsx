import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Form } from '../../components/form.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { formatWait, retryAtOf, useSecondsUntil } from './retry-wait.ts';

interface PassphraseFormProps {
  readonly workerId: string;
  readonly submit: string;
  readonly actions?: ReactNode;
  readonly onForgotten: () => void;
  /** The passphrase is right, but the record cannot be opened any more. */
  readonly onDamaged: () => void;
}

/** Asks for one worker's passphrase; after too many wrong ones, says how long to wait. */
export function PassphraseForm({ workerId, submit, actions, onForgotten, onDamaged }: PassphraseFormProps) {
  const form = useForm({ defaultValues: { passphrase: '' } });
  const { tell } = useTell('session.signIn');
  const [retryAt, setRetryAt] = useState<number | null>(null);
  const wait = useSecondsUntil(retryAt);

  return (
    <>
      <Form
        form={form}
        submit={submit}
        disabled={wait > 0}
        actions={actions}
        onSubmit={async ({ passphrase }) => {
          if (passphrase === '') {
            form.setError('passphrase', { message: 'Enter your passphrase' }, { shouldFocus: true });
            return undefined;
          }
          const answer = await tell({ workerId, passphrase });
          if (answer.ok) return undefined;
          if (answer.error.code === 'corrupted') onDamaged();
          setRetryAt(retryAtOf(answer.error));
          if (answer.error.code !== 'wrong-passphrase') return answer.error;
          form.setError('passphrase', { message: answer.error.message }, { shouldFocus: true });
          return undefined;
        }}
      >
        <PasswordField control={form.control} name="passphrase" label="Passphrase" autoFocus />
        {wait > 0 && (
          <Callout tone="warning" title={`You can try again in ${formatWait(wait)}.`}>
            <p>After several wrong passphrases each further try has to wait, so that nobody can guess.</p>
          </Callout>
        )}
      </Form>
      <Button look="quiet" icon="key" onClick={onForgotten}>
        Forgotten? Use the recovery code
      </Button>
    </>
  );
}
