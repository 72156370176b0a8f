import { createContext, use } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

/** What every field of a form takes. `V` is the form's values, `O` what its schema makes of them. */
export interface FieldProps<V extends FieldValues, O = V> {
  readonly control: Control<V, unknown, O>;
  readonly name: FieldPath<V>;
  readonly label: string;
  readonly hint?: string;
  /** Says "(optional)" beside the label; everything else is required. */
  readonly optional?: boolean;
  readonly disabled?: boolean;
}

/** Keeps ids of fields apart when two forms are in one page. */
export const FormIdContext = createContext('form');

/** The id of a field's control; the error summary links to it. */
export const fieldId = (form: string, name: string): string => `${form}-${name.replace(/[^\w-]/gu, '-')}`;

export const labelText = (label: string, optional: boolean | undefined): string =>
  optional === true ? `${label} (optional)` : label;

/** Connects a field to its form: value as it is, ids, and the sentence of its error. */
export function useField<V extends FieldValues, O>({
  control,
  name,
  label,
  hint,
  optional,
  disabled,
}: FieldProps<V, O>) {
  const { field, fieldState } = useController<V, FieldPath<V>, O>({ control, name });
  const id = fieldId(use(FormIdContext), name);
  const error = fieldState.error?.message ?? (fieldState.error === undefined ? undefined : 'This is not valid');
  const words = {
    label: labelText(label, optional),
    ...(hint !== undefined && { hint }),
    ...(error !== undefined && { error }),
  };
  const input = {
    id,
    name: field.name,
    ref: field.ref,
    onBlur: field.onBlur,
    disabled: disabled === true,
    'aria-required': optional === true ? undefined : true,
    'aria-invalid': error === undefined ? undefined : true,
  } as const;
  return { id, error, words, input, value: field.value as unknown, change: field.onChange as (value: unknown) => void };
}

/** Text as a control shows it; whatever is not text yet shows as nothing. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
