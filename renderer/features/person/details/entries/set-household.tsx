import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { optionalLine } from '../../../../../shared/domain/plain-text.ts';
import { useTell } from '../../../../client/commands.ts';
import { useToday } from '../../../../client/now.ts';
import { RadioField } from '../../../../components/choice-fields.tsx';
import { ComboField } from '../../../../components/combo-field.tsx';
import { DateField } from '../../../../components/date-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { personOptions } from '../../../people/person-options.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { dateOrNone } from './entry-values.ts';

const schema = z
  .object({ how: z.enum(['with', 'new']), withPersonId: z.string(), label: optionalLine(120), startedOn: dateOrNone })
  .refine(({ how, withPersonId }) => how === 'new' || withPersonId !== '', {
    path: ['withPersonId'],
    message: 'Choose the person',
  })
  .refine(({ how, label }) => how === 'with' || label !== '', {
    path: ['label'],
    message: 'Give the household a name',
  });

const hows = [
  { value: 'with', label: 'With somebody on record' },
  { value: 'new', label: 'A new household' },
];

/** Puts the person into a household; an earlier membership ends. */
export function SetHousehold({ person, onClose }: { readonly person: PersonPageView; readonly onClose: () => void }) {
  const { tell } = useTell('people.setHousehold');
  const today = useToday();
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { how: 'with', withPersonId: '', label: '', startedOn: today },
  });
  const { control } = form;
  const how = useWatch({ control, name: 'how' });
  return (
    <EntryDialog
      title="Put into a household"
      form={form}
      submit="Put in"
      done="Household recorded"
      send={({ how: chosen, withPersonId, label, startedOn }) =>
        tell({ personId: person.id, startedOn, household: chosen === 'with' ? { withPersonId } : { label } })
      }
      onClose={onClose}
    >
      {person.household !== null && <p>The membership of the present household ends on the day before.</p>}
      <RadioField control={control} name="how" label="Which household" look="inline" options={hows} />
      {how === 'with' ? (
        <ComboField
          control={control}
          name="withPersonId"
          label="Lives with"
          placeholder="Name, birth date or NHS number"
          options={personOptions}
        />
      ) : (
        <TextField
          control={control}
          name="label"
          label="Name of the household"
          hint="For example: 12 Acacia Road"
          width={30}
        />
      )}
      <DateField control={control} name="startedOn" label="Since" optional />
    </EntryDialog>
  );
}
