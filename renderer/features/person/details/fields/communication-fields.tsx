import { codeOptions } from '../../../../../shared/domain/code-lists.ts';
import { CheckboxesField, RadioField } from '../../../../components/choice-fields.tsx';
import { ComboField } from '../../../../components/combo-field.tsx';
import { TextAreaField } from '../../../../components/text-area-field.tsx';
import { usePersonControl } from '../use-person-form.ts';

const languages = codeOptions('language');
const ways = codeOptions('contact-preference');
const formats = codeOptions('information-format');
const adjustments = codeOptions('reasonable-adjustment');

/** Yes, no, or not asked, which are three different things. */
export const yesNoOptions = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: '', label: 'Not recorded' },
];

/** The language to speak, and whether somebody has to interpret. */
export function LanguageFields() {
  const control = usePersonControl();
  return (
    <>
      <ComboField control={control} name="language" label="Language" optional options={languages} />
      <RadioField
        control={control}
        name="interpreter"
        label="Interpreter needed"
        optional
        look="inline"
        options={yesNoOptions}
      />
    </>
  );
}

/** What the person needs to receive and understand information (Accessible Information Standard). */
export function InformationFields() {
  const control = usePersonControl();
  return (
    <>
      <CheckboxesField
        control={control}
        name="informationNeeds.contact"
        label="Ways of contact that the person needs"
        optional
        look="chips"
        options={ways}
      />
      <CheckboxesField
        control={control}
        name="informationNeeds.format"
        label="Formats that the person needs"
        optional
        look="chips"
        options={formats}
      />
      <TextAreaField control={control} name="informationNeeds.note" label="Anything else" optional rows={2} />
    </>
  );
}

/** Reasonable adjustments, and whether other services may be told. */
export function AdjustmentFields() {
  const control = usePersonControl();
  return (
    <>
      <CheckboxesField
        control={control}
        name="adjustments.codes"
        label="Adjustments"
        optional
        look="chips"
        options={adjustments}
      />
      <RadioField
        control={control}
        name="adjustments.consent"
        label="May other services be told?"
        optional
        look="inline"
        options={yesNoOptions}
      />
      <TextAreaField control={control} name="adjustments.note" label="Anything else" optional rows={2} />
    </>
  );
}
