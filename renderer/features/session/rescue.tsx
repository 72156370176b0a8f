import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { formatInstant } from '../../../shared/domain/british-date.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { RadioField } from '../../components/choice-fields.tsx';
import { Form } from '../../components/form.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { EmptyState } from '../../components/states.tsx';
import { type Backup, formatBytes, reasonWords } from '../backups/backup-words.ts';
import { RestoreWords } from '../backups/restore-words.tsx';
import { EntryPage } from './entry-page.tsx';
import { OwnPassphraseField } from './own-passphrase-field.tsx';
import { formatWait, retryAtOf, useSecondsUntil } from './retry-wait.ts';

interface RescueProps {
  readonly workerId: string;
  readonly onBack: () => void;
}

/** The record is damaged and cannot be opened: nothing is deleted, and a backup can be put in its place. */
export function Rescue({ workerId, onBack }: RescueProps) {
  const asked = useAsk('backups.list', {});
  return (
    <EntryPage
      title="The record on this device is damaged"
      lead="It cannot be opened any more. Nothing was deleted, and a backup can be put in its place."
      wide
    >
      <Loaded
        asked={asked}
        loading="Looking for backups"
        empty={({ backups }) => backups.length === 0}
        whenEmpty={
          <EmptyState title="There is no backup on this device" icon="backup">
            <p>Leave everything as it is, do not delete anything, and ask an administrator.</p>
            <Button onClick={onBack}>Back</Button>
          </EmptyState>
        }
      >
        {({ backups }) => <RescueForm workerId={workerId} backups={backups} onBack={onBack} />}
      </Loaded>
    </EntryPage>
  );
}

function RescueForm({
  workerId,
  backups,
  onBack,
}: {
  readonly workerId: string;
  readonly backups: readonly Backup[];
  readonly onBack: () => void;
}) {
  const form = useForm({ defaultValues: { file: backups[0]?.file ?? '', passphrase: '' } });
  const chosen = backups.find(({ file }) => file === form.watch('file'));
  const { tell } = useTell('backups.rescue');
  const [retryAt, setRetryAt] = useState<number | null>(null);
  const wait = useSecondsUntil(retryAt);
  return (
    <Form
      form={form}
      submit="Put this backup in place"
      disabled={wait > 0}
      actions={<Button onClick={onBack}>Back</Button>}
      onSubmit={async ({ file, passphrase }) => {
        if (passphrase === '') {
          form.setError('passphrase', { message: 'Enter your passphrase' }, { shouldFocus: true });
          return undefined;
        }
        const answer = await tell({ file, workerId, passphrase });
        if (answer.ok) {
          onBack();
          return undefined;
        }
        setRetryAt(retryAtOf(answer.error));
        if (answer.error.code !== 'wrong-passphrase') return answer.error;
        form.setError('passphrase', { message: answer.error.message }, { shouldFocus: true });
        return undefined;
      }}
    >
      <RadioField
        control={form.control}
        name="file"
        label="Which backup?"
        hint="The newest loses least. Take an older one only if the newest does not work."
        options={backups.slice(0, 5).map(({ file, madeAt, reason, bytes }) => ({
          value: file,
          label: formatInstant(madeAt),
          hint: `${reasonWords[reason]}, ${formatBytes(bytes)}`,
        }))}
      />
      {chosen !== undefined && <RestoreWords backup={chosen} />}
      <OwnPassphraseField control={form.control} name="passphrase" hint="The one that you had when it was made." />
      {wait > 0 && <Callout tone="warning" title={`You can try again in ${formatWait(wait)}.`} />}
    </Form>
  );
}
