import { DateField } from '../../../../components/date-field.tsx';
import { TextAreaField } from '../../../../components/text-area-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { usePersonControl } from '../use-person-form.ts';

/** Where the person lives, as one writes it on a letter. */
export function AddressFields({ since = true }: { readonly since?: boolean }) {
  const control = usePersonControl();
  return (
    <>
      <TextAreaField
        control={control}
        name="address.lines"
        label="Address"
        hint="One line each, without the postcode"
        optional
        rows={3}
      />
      <TextField control={control} name="address.postcode" label="Postcode" optional width={10} />
      {since && <DateField control={control} name="address.since" label="Lives there since" optional />}
    </>
  );
}
