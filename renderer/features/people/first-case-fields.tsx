import { type Control, useFormContext, useWatch } from 'react-hook-form';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { coordinating, WorkerField } from '../cases/worker-field.tsx';
import type { RegisterValues, Registration } from './register-values.ts';

const sources = codeOptions('source-of-referral');

/** A case that begins with the registration. */
export function FirstCaseFields() {
  const { control }: { control: Control<RegisterValues, unknown, Registration> } = useFormContext<
    RegisterValues,
    unknown,
    Registration
  >();
  const openCase = useWatch({ control, name: 'openCase' });
  return (
    <>
      <CheckboxField control={control} name="openCase" label="Open a case at once" />
      {openCase && (
        <>
          <WorkerField
            control={control}
            name="coordinatorId"
            label="Care coordinator"
            hint="Somebody else than you is asked first; without one the case is proposed."
            roles={coordinating}
            optional
          />
          <SelectField
            control={control}
            name="source"
            label="Where the referral came from"
            optional
            blank="Not recorded"
            options={sources}
          />
          <TextField control={control} name="purpose" label="What it is for" optional width={30} />
        </>
      )}
    </>
  );
}
