import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Form } from '../../components/form.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { newPassphrase, passphraseHint, weaknessOf } from './new-passphrase.ts';

const schema = z.intersection(
  z.object({ recoveryCode: z.string().trim().min(1, 'Enter the recovery code') }),
  newPassphrase,
);

interface RecoverFormProps {
  readonly workerId: string;
  readonly passphraseMinimum: number;
  readonly onBack: () => void;
}

/** Opens the record with the printed recovery code and sets a new passphrase. */
export function RecoverForm({ workerId, passphraseMinimum, onBack }: RecoverFormProps) {
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { recoveryCode: '', passphrase: '', again: '' },
  });
  const { tell } = useTell('session.recover');
  return (
    <Form
      form={form}
      submit="Open and set the new passphrase"
      actions={<Button onClick={onBack}>Back</Button>}
      onSubmit={async ({ recoveryCode, passphrase }) => {
        const answer = await tell({ workerId, recoveryCode, passphrase });
        if (answer.ok) return undefined;
        const weak = weaknessOf(answer.error);
        if (weak === null) return answer.error;
        form.setError('passphrase', { message: weak }, { shouldFocus: true });
        return undefined;
      }}
    >
      <TextField
        control={form.control}
        name="recoveryCode"
        label="Recovery code"
        hint="As printed when the team was set up. Spaces and dashes do not matter."
        autoFocus
      />
      <PasswordField
        control={form.control}
        name="passphrase"
        label="New passphrase"
        hint={passphraseHint(passphraseMinimum)}
        fresh
      />
      <PasswordField control={form.control} name="again" label="New passphrase again" fresh />
    </Form>
  );
}
