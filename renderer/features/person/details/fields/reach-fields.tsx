import { codeOptions } from '../../../../../shared/domain/code-lists.ts';
import { CheckboxesField } from '../../../../components/choice-fields.tsx';
import { FieldRow } from '../../../../components/field-layout.tsx';
import { TextAreaField } from '../../../../components/text-area-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { usePersonControl } from '../use-person-form.ts';

const ways = codeOptions('contact-preference');

/** Telephone numbers and e-mail address. */
export function ReachFields() {
  const control = usePersonControl();
  return (
    <>
      <FieldRow>
        <TextField control={control} name="phone" label="Telephone" optional width={20} inputMode="tel" />
        <TextField control={control} name="mobile" label="Mobile" optional width={20} inputMode="tel" />
      </FieldRow>
      <TextField control={control} name="email" label="E-mail" optional width={30} inputMode="email" />
    </>
  );
}

/** How the person wants to be reached, and how not. */
export function WaysFields() {
  const control = usePersonControl();
  return (
    <>
      <CheckboxesField
        control={control}
        name="contactWays.preferred"
        label="Preferred"
        optional
        look="chips"
        options={ways}
      />
      <CheckboxesField
        control={control}
        name="contactWays.forbidden"
        label="Not to be used"
        hint="For example because somebody else would hear or read it."
        optional
        look="chips"
        options={ways}
      />
      <TextAreaField
        control={control}
        name="contactWays.note"
        label="Anything else"
        hint="For example: only before noon, ask for her sister."
        optional
        rows={2}
      />
    </>
  );
}
