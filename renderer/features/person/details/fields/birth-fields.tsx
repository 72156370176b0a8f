import { CheckboxField } from '../../../../components/checkbox-field.tsx';
import { RadioField } from '../../../../components/choice-fields.tsx';
import { DateField } from '../../../../components/date-field.tsx';
import { NumberField } from '../../../../components/number-field.tsx';
import { usePersonControl, usePersonWatch } from '../use-person-form.ts';

const known = [
  { value: 'date', label: 'Date' },
  { value: 'year', label: 'Only the year' },
  { value: 'none', label: 'Not known' },
];

/** When the person was born, as far as it is known. */
export function BirthFields() {
  const control = usePersonControl();
  const { birth } = usePersonWatch();
  return (
    <>
      <RadioField
        control={control}
        name="birth.known"
        label="What is known of the birth"
        look="inline"
        options={known}
      />
      {birth.known === 'date' && (
        <DateField
          control={control}
          name="birth.date"
          label="Date of birth"
          hint="For example 27 3 1958; a date can be pasted as it is written"
        />
      )}
      {birth.known === 'year' && <NumberField control={control} name="birth.year" label="Year of birth" width={4} />}
      {birth.known !== 'none' && (
        <CheckboxField
          control={control}
          name="birth.estimated"
          label="Estimated, not told by the person or a document"
        />
      )}
    </>
  );
}
