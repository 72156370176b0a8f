import { codeOptions } from '../../../../../shared/domain/code-lists.ts';
import { SelectField } from '../../../../components/select-field.tsx';
import { usePersonControl } from '../use-person-form.ts';
import { NhsNumberField } from './nhs-number-field.tsx';

const statuses = codeOptions('nhs-number-status');

/** The number under which the NHS knows the person, and whether anybody asked the national service about it. */
export function IdentityFields() {
  const control = usePersonControl();
  return (
    <>
      <NhsNumberField />
      <SelectField
        control={control}
        name="nhsNumberStatus"
        label="Trace status"
        hint="Changes by itself to “not traced” when the number changes."
        optional
        blank="Not recorded"
        options={statuses}
      />
    </>
  );
}
