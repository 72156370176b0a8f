import { ErrorMessage } from 'nhsuk-react-components';
import type { FieldValues } from 'react-hook-form';
import { classNames } from './class-names.ts';
import { type FieldProps, useField } from './field.ts';

/** A single yes or no; the value is a boolean. */
export function CheckboxField<V extends FieldValues, O = V>(props: FieldProps<V, O>) {
  const { id, error, input, value, change } = useField(props);
  const described = [props.hint && `${id}--hint`, error && `${id}--error`].filter(Boolean).join(' ');
  return (
    <div className={classNames('nhsuk-form-group', error !== undefined && 'nhsuk-form-group--error')}>
      {error !== undefined && <ErrorMessage id={`${id}--error`}>{error}</ErrorMessage>}
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            id={id}
            ref={input.ref}
            type="checkbox"
            name={input.name}
            checked={value === true}
            disabled={input.disabled}
            aria-invalid={input['aria-invalid']}
            aria-describedby={described === '' ? undefined : described}
            onChange={(event) => change(event.currentTarget.checked)}
            onBlur={input.onBlur}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
            {props.label}
          </label>
          {props.hint !== undefined && (
            <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}--hint`}>
              {props.hint}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
