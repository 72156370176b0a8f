import type { FieldValues } from 'react-hook-form';
import { demoPassphrase } from '../../../shared/domain/demonstration.ts';
import { useSessionState } from '../../client/session.ts';
import type { FieldProps } from '../../components/field.ts';
import { PasswordField } from '../../components/password-field.tsx';

/** The own passphrase, asked for again before a step that reaches far; the demonstration says what it is there. */
export function OwnPassphraseField<V extends FieldValues, O = V>(props: Omit<FieldProps<V, O>, 'label'>) {
  const demo = useSessionState().data?.demo === true;
  return (
    <PasswordField
      {...props}
      label="Your own passphrase"
      {...(demo && { hint: `In the demonstration it is “${demoPassphrase}”.` })}
    />
  );
}
