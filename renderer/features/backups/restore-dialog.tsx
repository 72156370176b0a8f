import { useForm } from 'react-hook-form';
import { formatInstant } from '../../../shared/domain/british-date.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { OwnPassphraseField } from '../session/own-passphrase-field.tsx';
import type { Backup } from './backup-words.ts';
import { RestoreWords } from './restore-words.tsx';

/** Puts a backup in place of the record, after the passphrase was given again. */
export function RestoreDialog({ backup, onClose }: { readonly backup: Backup | null; readonly onClose: () => void }) {
  return (
    <Dialog
      open={backup !== null}
      title={backup === null ? 'Restore' : `Restore the backup of ${formatInstant(backup.madeAt)}`}
      onClose={onClose}
    >
      {backup !== null && <RestoreForm backup={backup} onClose={onClose} />}
    </Dialog>
  );
}

function RestoreForm({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const form = useForm({ defaultValues: { passphrase: '', understood: false } });
  const { tell } = useTell('backups.restore');
  return (
    <Form
      form={form}
      submit="Restore and sign everybody out"
      submitLook="danger"
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async ({ passphrase, understood }) => {
        if (!understood) form.setError('understood', { message: 'Tick that you have read what happens' });
        if (passphrase === '') form.setError('passphrase', { message: 'Enter your passphrase' });
        if (!understood || passphrase === '') return undefined;
        const answer = await tell({ file: backup.file, passphrase });
        if (answer.ok) return undefined;
        if (answer.error.code !== 'wrong-passphrase') return answer.error;
        form.setError('passphrase', { message: answer.error.message }, { shouldFocus: true });
        return undefined;
      }}
    >
      <RestoreWords backup={backup} />
      <CheckboxField control={form.control} name="understood" label="I have read what will happen" />
      <OwnPassphraseField
        control={form.control}
        name="passphrase"
        hint="The one that you had when this backup was made."
      />
    </Form>
  );
}
