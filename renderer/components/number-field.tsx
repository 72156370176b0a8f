import { TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { type FieldProps, useField } from './field.ts';
import type { FieldWidth } from './text-field.tsx';

interface NumberFieldProps<V extends FieldValues, O> extends FieldProps<V, O> {
  /** Unit after the box: "minutes", "miles". */
  readonly suffix?: string;
  readonly width?: FieldWidth;
  readonly decimal?: boolean;
}

/** Typed text as a number, or null for nothing, or NaN for what is no number (which a schema refuses). */
function parse(typed: string): number | null {
  const text = typed.trim();
  return text === '' ? null : Number(text.replace(',', '.'));
}

/** A number as text with a numeric keyboard: no spinner that a scroll wheel could turn by accident. */
export function NumberField<V extends FieldValues, O = V>(props: NumberFieldProps<V, O>) {
  const { words, input, value, change } = useField(props);
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value) : '');
  // The form may have been reset or prefilled from outside since the last key.
  const shown = Object.is(parse(typed), value ?? null) ? typed : typeof value === 'number' ? String(value) : '';
  return (
    <TextInput
      {...words}
      {...input}
      inputMode={props.decimal === true ? 'decimal' : 'numeric'}
      autoComplete="off"
      width={props.width ?? 4}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        change(parse(event.currentTarget.value));
      }}
      {...(props.suffix !== undefined && { suffix: props.suffix })}
    />
  );
}
