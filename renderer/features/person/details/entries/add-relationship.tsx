import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { codeOptions } from '../../../../../shared/domain/code-lists.ts';
import { optionalLine } from '../../../../../shared/domain/plain-text.ts';
import { useTell } from '../../../../client/commands.ts';
import { CheckboxField } from '../../../../components/checkbox-field.tsx';
import { RadioField } from '../../../../components/choice-fields.tsx';
import { ComboField } from '../../../../components/combo-field.tsx';
import { DateField } from '../../../../components/date-field.tsx';
import { TextAreaField } from '../../../../components/text-area-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { personOptions } from '../../../people/person-options.ts';
import { chosenCode } from './code-field.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { dateOrNone, noteOrNone } from './entry-values.ts';

const schema = z
  .object({
    kind: chosenCode('relationship-type', 'Choose what the other is to the person'),
    who: z.enum(['record', 'name']),
    otherPersonId: z.string(),
    otherName: optionalLine(200),
    otherPhone: optionalLine(40),
    emergencyContact: z.boolean(),
    note: noteOrNone(1000),
    startedOn: dateOrNone,
  })
  .refine(({ who, otherPersonId }) => who === 'name' || otherPersonId !== '', {
    path: ['otherPersonId'],
    message: 'Choose the person',
  })
  .refine(({ who, otherName }) => who === 'record' || otherName !== '', {
    path: ['otherName'],
    message: 'Enter the name',
  });

const kinds = codeOptions('relationship-type');
const whos = [
  { value: 'record', label: 'A person on record' },
  { value: 'name', label: 'Somebody else, by name' },
];

/** Records who somebody is to the person. */
export function AddRelationship({
  person,
  onClose,
}: {
  readonly person: PersonPageView;
  readonly onClose: () => void;
}) {
  const { tell } = useTell('people.addRelationship');
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      kind: '',
      who: 'name',
      otherPersonId: '',
      otherName: '',
      otherPhone: '',
      emergencyContact: false,
      note: '',
      startedOn: '',
    },
  });
  const { control } = form;
  const who = useWatch({ control, name: 'who' });
  return (
    <EntryDialog
      title="Add a relationship"
      form={form}
      submit="Add"
      done="Relationship added"
      send={({ who: chosen, otherPersonId, otherName, otherPhone, ...values }) =>
        tell({
          personId: person.id,
          ...values,
          ...(chosen === 'record' ? { otherPersonId } : { otherName, ...(otherPhone !== '' && { otherPhone }) }),
        })
      }
      onClose={onClose}
    >
      <RadioField control={control} name="who" label="Who" look="inline" options={whos} />
      {who === 'record' ? (
        <ComboField
          control={control}
          name="otherPersonId"
          label="Person on record"
          hint="The relationship is then seen on both records."
          placeholder="Name, birth date or NHS number"
          options={personOptions}
        />
      ) : (
        <>
          <TextField control={control} name="otherName" label="Name" width={30} />
          <TextField control={control} name="otherPhone" label="Phone" optional width={20} inputMode="tel" />
        </>
      )}
      <ComboField
        control={control}
        name="kind"
        label="What they are to the person"
        placeholder="Carer, daughter or son, partner …"
        options={kinds}
      />
      <CheckboxField control={control} name="emergencyContact" label="To be called in an emergency" />
      <DateField control={control} name="startedOn" label="Since" optional />
      <TextAreaField control={control} name="note" label="Note" optional rows={2} />
    </EntryDialog>
  );
}
