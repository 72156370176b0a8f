import { FieldRow } from '../../../../components/field-layout.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { usePersonControl } from '../use-person-form.ts';

/** The official name and what the person wants to be called. */
export function NameFields() {
  const control = usePersonControl();
  return (
    <>
      <FieldRow>
        <TextField control={control} name="name.prefix" label="Title" optional width={5} />
        <TextField control={control} name="name.given" label="Given name" optional width={20} />
      </FieldRow>
      <FieldRow>
        <TextField control={control} name="name.middle" label="Middle names" optional width={20} />
        <TextField control={control} name="name.family" label="Family name" width={20} />
      </FieldRow>
      <TextField
        control={control}
        name="name.preferred"
        label="Likes to be called"
        hint="In place of the given name."
        optional
        width={20}
      />
    </>
  );
}
