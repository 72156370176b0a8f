import { ErrorMessage, HintText, Label } from 'nhsuk-react-components';
import type { FieldValues } from 'react-hook-form';
import { classNames } from './class-names.ts';
import { Combobox, type OptionSource } from './combobox.tsx';
import { asText, type FieldProps, useField } from './field.ts';
import type { Option } from './option.ts';

interface ComboFieldProps<V extends FieldValues, O> extends FieldProps<V, O> {
  readonly options: OptionSource;
  readonly valueLabel?: string;
  readonly placeholder?: string;
  readonly onPick?: (option: Option | undefined) => void;
}

/** One of many, found by typing. The value is the option's, or ''. */
export function ComboField<V extends FieldValues, O = V>(props: ComboFieldProps<V, O>) {
  const { id, words, error, input, value, change } = useField(props);
  const described = [words.hint && `${id}--hint`, error && `${id}--error`].filter(Boolean).join(' ');
  return (
    <div className={classNames('nhsuk-form-group', error !== undefined && 'nhsuk-form-group--error')}>
      <Label htmlFor={id}>{words.label}</Label>
      {words.hint !== undefined && <HintText id={`${id}--hint`}>{words.hint}</HintText>}
      {error !== undefined && <ErrorMessage id={`${id}--error`}>{error}</ErrorMessage>}
      <Combobox
        id={id}
        options={props.options}
        value={asText(value)}
        {...(props.valueLabel !== undefined && { valueLabel: props.valueLabel })}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
        onChange={(next, option) => {
          change(next);
          props.onPick?.(option);
        }}
        onBlur={input.onBlur}
        inputRef={input.ref}
        describedBy={described === '' ? undefined : described}
        invalid={input['aria-invalid']}
        required={input['aria-required']}
        disabled={input.disabled}
      />
    </div>
  );
}
