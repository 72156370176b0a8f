import { TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Button } from './button.tsx';
import { asText, type FieldProps, useField } from './field.ts';

interface PasswordFieldProps<V extends FieldValues, O> extends FieldProps<V, O> {
  /** Whether a password manager may offer a new one. */
  readonly fresh?: boolean;
  readonly autoFocus?: boolean;
}

/** A passphrase, hidden unless asked to be shown. */
export function PasswordField<V extends FieldValues, O = V>(props: PasswordFieldProps<V, O>) {
  const { words, input, value, change, id } = useField(props);
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      {...words}
      {...input}
      type={shown ? 'text' : 'password'}
      className="ot-password"
      value={asText(value)}
      onChange={(event) => change(event.currentTarget.value)}
      autoComplete={props.fresh === true ? 'new-password' : 'current-password'}
      autoCapitalize="none"
      spellCheck={false}
      data-autofocus={props.autoFocus === true ? '' : undefined}
      formGroupProps={{
        afterInput: (
          <Button aria-controls={id} aria-pressed={shown} size="small" onClick={() => setShown(!shown)}>
            {shown ? 'Hide' : 'Show'}
          </Button>
        ),
      }}
    />
  );
}
