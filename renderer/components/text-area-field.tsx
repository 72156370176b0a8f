import { Textarea } from 'nhsuk-react-components';
import type { FieldValues } from 'react-hook-form';
import { asText, type FieldProps, useField } from './field.ts';

interface TextAreaFieldProps<V extends FieldValues, O> extends FieldProps<V, O> {
  readonly rows?: number;
  readonly autoFocus?: boolean;
}

/** Several lines of text; the language of the record is British English, so its spelling is checked. */
export function TextAreaField<V extends FieldValues, O = V>(props: TextAreaFieldProps<V, O>) {
  const { words, input, value, change } = useField(props);
  return (
    <Textarea
      {...words}
      {...input}
      rows={props.rows ?? 4}
      value={asText(value)}
      onChange={(event) => change(event.currentTarget.value)}
      spellCheck
      lang="en-GB"
      data-autofocus={props.autoFocus === true ? '' : undefined}
    />
  );
}
