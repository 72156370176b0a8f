import { TextInput } from 'nhsuk-react-components';
import type { FieldValues } from 'react-hook-form';
import { asText, type FieldProps, useField } from './field.ts';

/** `930`, `9.30`, `9` → `09:30`, `09:30`, `09:00`; anything else unchanged, for the schema to refuse. */
export function readTime(typed: string): string {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/u.exec(typed.trim());
  if (match === null) return typed;
  const [, hour = '', minute = '00'] = match;
  if (Number(hour) > 23 || Number(minute) > 59) return typed;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** A time of day, 24 hours, as `HH:MM`. Short forms are completed when leaving the box. */
export function TimeField<V extends FieldValues, O = V>(props: FieldProps<V, O>) {
  const { words, input, value, change } = useField(props);
  return (
    <TextInput
      {...words}
      {...input}
      inputMode="numeric"
      autoComplete="off"
      width={5}
      value={asText(value)}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => {
        change(readTime(asText(value)));
        input.onBlur();
      }}
    />
  );
}
