import type { MouseEvent } from 'react';
import { type FieldErrors, type FieldValues, get } from 'react-hook-form';
import { fieldId } from './field.ts';

interface ErrorSummaryProps<V extends FieldValues> {
  readonly formId: string;
  readonly errors: FieldErrors<V>;
}

interface Problem {
  readonly name: string;
  readonly message: string;
}

/** Every error with the path of its field, in the order of the fields. */
function problemsOf(errors: object, prefix = ''): readonly Problem[] {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]) => {
    if (typeof error !== 'object' || error === null || key === 'ref') return [];
    const name = `${prefix}${key}`;
    const message: unknown = get(error, 'message');
    return typeof message === 'string' ? [{ name, message }] : problemsOf(error, `${name}.`);
  });
}

/** Says what is wrong and leads to it; spoken when it appears. The focus goes to the first field that is wrong. */
export function ErrorSummary<V extends FieldValues>({ formId, errors }: ErrorSummaryProps<V>) {
  const problems = problemsOf(errors);
  if (problems.length === 0) return null;

  const lead = (event: MouseEvent, name: string) => {
    event.preventDefault();
    document.getElementById(fieldId(formId, name))?.focus();
  };
  return (
    <div className="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__title">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {problems.map(({ name, message }) => (
              <li key={name}>
                <a href={`#${fieldId(formId, name)}`} onClick={(event) => lead(event, name)}>
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
