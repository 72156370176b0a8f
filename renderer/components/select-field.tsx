import { Select } from 'nhsuk-react-components';
import type { FieldValues } from 'react-hook-form';
import { asText, type FieldProps, useField } from './field.ts';
import type { Option } from './option.ts';

interface SelectFieldProps<V extends FieldValues, O> extends FieldProps<V, O> {
  readonly options: readonly Option[];
  /** Words of the empty choice; without them there is none. */
  readonly blank?: string;
}

/** Options in the order given, those with a group under its heading. */
function OptionList({ options }: { readonly options: readonly Option[] }) {
  return [...Map.groupBy(options, ({ group }) => group ?? '')].map(([group, ofGroup]) => {
    const entries = ofGroup.map(({ value, label, disabled }) => (
      <Select.Option key={value} value={value} disabled={disabled === true}>
        {label}
      </Select.Option>
    ));
    return group === '' ? (
      entries
    ) : (
      <optgroup key={group} label={group}>
        {entries}
      </optgroup>
    );
  });
}

/** One of a code list, by its words. The value is the code, or ''. */
export function SelectField<V extends FieldValues, O = V>(props: SelectFieldProps<V, O>) {
  const { words, input, value, change } = useField(props);
  return (
    <Select {...words} {...input} value={asText(value)} onChange={(event) => change(event.currentTarget.value)}>
      {props.blank !== undefined && <Select.Option value="">{props.blank}</Select.Option>}
      <OptionList options={props.options} />
    </Select>
  );
}
