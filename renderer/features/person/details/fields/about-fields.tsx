import {
  type CodeListName,
  type CodeOf,
  codeEntry,
  codeOptions,
  codesOf,
} from '../../../../../shared/domain/code-lists.ts';
import type { Option } from '../../../../components/option.ts';
import { SelectField } from '../../../../components/select-field.tsx';
import { usePersonControl } from '../use-person-form.ts';

/** Options of a list under the headings that its entries name. */
function grouped<L extends CodeListName>(list: L): Option[] {
  return codesOf(list).map((value: CodeOf<L>) => {
    const entry: { label: string; group?: unknown } = codeEntry(list, value);
    return { value, label: entry.label, ...(typeof entry.group === 'string' && { group: entry.group }) };
  });
}

const ethnicCategories = grouped('ethnic-category');
const religions = grouped('religion');

/** What the person says about themselves. "Prefers not to say" is an answer; nothing recorded is none. */
export function AboutFields() {
  const control = usePersonControl();
  return (
    <>
      <GenderField />
      <EthnicCategoryField />
      <SelectField
        control={control}
        name="religion"
        label="Religion"
        optional
        blank="Not recorded"
        options={religions}
      />
      <SelectField
        control={control}
        name="sexualOrientation"
        label="Sexual orientation"
        optional
        blank="Not recorded"
        options={codeOptions('sexual-orientation')}
      />
    </>
  );
}

/** Gender as the person states it. */
export function GenderField() {
  return (
    <SelectField
      control={usePersonControl()}
      name="gender"
      label="Gender"
      optional
      blank="Not recorded"
      options={codeOptions('gender')}
    />
  );
}

/** Ethnic category, in the person's own view. */
export function EthnicCategoryField() {
  return (
    <SelectField
      control={usePersonControl()}
      name="ethnicCategory"
      label="Ethnic category"
      hint="Ask the person; “not stated” is for somebody who was asked and would rather not say."
      optional
      blank="Not recorded"
      options={ethnicCategories}
    />
  );
}
