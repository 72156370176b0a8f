import { type UseFormReturn, useWatch } from 'react-hook-form';
import { codeOptions, codesOf, isCode } from '../../../shared/domain/code-lists.ts';
import { isCancelled, isSuccessful, neededFields } from '../../../shared/domain/contact-rules.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { FieldRow } from '../../components/field-layout.tsx';
import { NumberField } from '../../components/number-field.tsx';
import type { Option } from '../../components/option.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import type { ContactValues } from './contact-values.ts';
import { placeOptions } from './place-options.ts';
import { WhenFields } from './when-fields.tsx';
import { shortFor } from './words.ts';

/** The ways of contact that are in sight. */
const COMMON: readonly string[] = ['01', '02', '11', '09', '05'];

const outcomes: readonly Option[] = codesOf('attendance').map((value) => ({
  value,
  label: shortFor('attendance', value),
}));
const cancellationReasons = codeOptions('cancellation-reason');

/** What every contact says: when, how, how it went, how long, where, and the note. */
export function ContactFields({ form }: { readonly form: UseFormReturn<ContactValues> }) {
  const { control } = form;
  const [attendance, mechanism] = useWatch({ control, name: ['attendance', 'mechanism'] });
  const seen = isCode('attendance', attendance) && isSuccessful(attendance);
  const cancelled = isCode('attendance', attendance) && isCancelled(attendance);
  const inPerson = isCode('consultation-mechanism', mechanism) && neededFields('5', mechanism).includes('location');
  return (
    <>
      <WhenFields form={form} />
      <MechanismField form={form} chosen={mechanism} />
      <RadioField control={control} name="attendance" label="How it went" options={outcomes} look="chips" />
      {cancelled && (
        <RadioField
          control={control}
          name="cancellationReason"
          label="Why it was cancelled"
          options={cancellationReasons}
          look="inline"
        />
      )}
      {(seen || inPerson) && (
        <FieldRow>
          {seen && <NumberField control={control} name="minutes" label="How long" suffix="minutes" width={3} />}
          {inPerson && (
            <SelectField
              control={control}
              name="location"
              label={seen ? 'Where' : 'Where it would have been'}
              options={placeOptions}
              blank="Choose a place"
              optional={!seen}
            />
          )}
        </FieldRow>
      )}
      <TextAreaField control={control} name="note" label="Note" rows={4} optional />
    </>
  );
}

/** The common ways as chips, with the chosen one if it is another; the full list stands in the details. */
function MechanismField({ form, chosen }: { readonly form: UseFormReturn<ContactValues>; readonly chosen: string }) {
  const options = codesOf('consultation-mechanism')
    .filter((value) => COMMON.includes(value) || value === chosen)
    .map((value) => ({ value, label: shortFor('consultation-mechanism', value) }));
  return (
    <div className="ot-mechanism">
      <RadioField control={form.control} name="mechanism" label="How" options={options} look="chips" />
    </div>
  );
}
