import { codeOptions } from '../../../../../shared/domain/code-lists.ts';
import { CheckboxField } from '../../../../components/checkbox-field.tsx';
import { RadioField } from '../../../../components/choice-fields.tsx';
import { DateField } from '../../../../components/date-field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import { usePersonControl, usePersonWatch } from '../use-person-form.ts';
import { yesNoOptions } from './communication-fields.tsx';

const places = codeOptions('death-location');

/** That the person has died, and what is known of it. */
export function DeathFields() {
  const control = usePersonControl();
  const { death } = usePersonWatch();
  return (
    <>
      <CheckboxField control={control} name="death.died" label="The person has died" />
      {death.died && (
        <>
          <DateField control={control} name="death.date" label="Date of death" optional />
          <SelectField
            control={control}
            name="death.place"
            label="Where"
            optional
            blank="Not recorded"
            options={places}
          />
          <RadioField
            control={control}
            name="death.preferredPlaceMet"
            label="Was it where the person wanted to be?"
            optional
            look="inline"
            options={yesNoOptions}
          />
        </>
      )}
    </>
  );
}
