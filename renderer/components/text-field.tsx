import { TextInput } from 'nhsuk-react-components';
import type { HTMLInputTypeAttribute } from 'react';
import type { FieldValues } from 'react-hook-form';
import { asText, type FieldProps, useField } from './field.ts';

export type FieldWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

interface TextFieldProps<V extends FieldValues, O> extends FieldProps<V, O> {
  readonly width?: FieldWidth;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'url' | 'decimal';
  readonly autoComplete?: string;
  readonly spellCheck?: boolean;
  readonly autoFocus?: boolean;
  /** Offered while typing; anything else may be typed too. */
  readonly suggestions?: readonly string[];
}

/** One line of text. */
export function TextField<V extends FieldValues, O = V>(props: TextFieldProps<V, O>) {
  const { id, words, input, value, change } = useField(props);
  const { suggestions, width, type = 'text', inputMode, autoComplete = 'off', spellCheck = false } = props;
  return (
    <>
      <TextInput
        {...words}
        {...input}
        type={type}
        value={asText(value)}
        onChange={(event) => change(event.currentTarget.value)}
        autoComplete={autoComplete}
        spellCheck={spellCheck}
        data-autofocus={props.autoFocus === true ? '' : undefined}
        {...(width !== undefined && { width })}
        {...(inputMode !== undefined && { inputMode })}
        {...(suggestions && { list: `${id}--offered` })}
      />
      {suggestions && (
        <datalist id={`${id}--offered`}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  );
}
