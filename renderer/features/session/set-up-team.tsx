import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { line } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { CheckboxesField } from '../../components/choice-fields.tsx';
import { Form } from '../../components/form.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { EntryPage } from './entry-page.tsx';
import { newPassphrase, passphraseHint, weaknessOf } from './new-passphrase.ts';
import { RecoveryCode } from './recovery-code.tsx';

const schema = z.intersection(
  z.object({
    name: line(120),
    organisation: line(120),
    neighbourhoodIds: z.array(z.string()).min(1, 'Choose at least one neighbourhood'),
  }),
  newPassphrase,
);

interface SetUpTeamProps {
  readonly passphraseMinimum: number;
  /** The way back, and on: the team is set up and the recovery code kept. */
  readonly onLeave: () => void;
}

/** Begins a team: who leads it, where it works, the passphrase, and at the end the recovery code. */
export function SetUpTeam({ passphraseMinimum, onLeave }: SetUpTeamProps) {
  const places = useAsk('session.shippedPlaces', {});
  const { tell } = useTell('session.setUpTeam');
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: '', organisation: '', neighbourhoodIds: [], passphrase: '', again: '' },
  });

  if (recoveryCode !== null) return <RecoveryCode code={recoveryCode} onKept={onLeave} />;
  return (
    <EntryPage
      title="Set up a new team"
      lead="You become its first team lead and administrator, and can add the others afterwards."
      wide
    >
      <Form
        form={form}
        submit="Set up the team"
        actions={<Button onClick={onLeave}>Back</Button>}
        onSubmit={async ({ name, organisation, neighbourhoodIds, passphrase }) => {
          const answer = await tell({ name, organisation, neighbourhoodIds, passphrase });
          if (answer.ok) {
            setRecoveryCode(answer.value.recoveryCode);
            return undefined;
          }
          const weak = weaknessOf(answer.error);
          if (weak === null) return answer.error;
          form.setError('passphrase', { message: weak }, { shouldFocus: true });
          return undefined;
        }}
      >
        <TextField control={form.control} name="name" label="Your name" width={30} autoComplete="name" autoFocus />
        <TextField
          control={form.control}
          name="organisation"
          label="Your organisation"
          hint="The employer of the team's staff. Every entry shows its organisation."
          width={30}
        />
        <Loaded asked={places} loading="Reading the neighbourhoods">
          {({ neighbourhoods }) => (
            <CheckboxesField
              control={form.control}
              name="neighbourhoodIds"
              label="Neighbourhoods of the team"
              look="chips"
              options={neighbourhoods.map(({ id, name, locality }) => ({ value: id, label: name, hint: locality }))}
            />
          )}
        </Loaded>
        <PasswordField
          control={form.control}
          name="passphrase"
          label="Passphrase"
          hint={passphraseHint(passphraseMinimum)}
          fresh
        />
        <PasswordField control={form.control} name="again" label="Passphrase again" fresh />
      </Form>
    </EntryPage>
  );
}
