import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { type FieldPath, type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form';
import type { Failure } from '../../shared/contract/answer.ts';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FormIdContext } from './field.ts';
import { fieldProblems } from './field-problems.ts';

interface FormProps<V extends FieldValues, O> {
  readonly form: UseFormReturn<V, unknown, O>;
  /** Does the work; a failure that it returns is shown, on the fields where the engine names them. */
  readonly onSubmit: (values: O) => Promise<Failure | undefined>;
  /** Words of the button. */
  readonly submit: string;
  readonly submitLook?: 'primary' | 'danger';
  readonly disabled?: boolean;
  /** More buttons beside it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A form: error summary on top, fields, and the button that sends it. Ctrl+Enter sends it from anywhere inside. */
export function Form<V extends FieldValues, O>(props: FormProps<V, O>) {
  const { form, onSubmit, submit, submitLook = 'primary', disabled = false, actions, children } = props;
  const id = useId();
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const { errors, isSubmitting, submitCount } = form.formState;

  const send = form.handleSubmit(async (values) => {
    const failed = await onSubmit(values);
    const problems = fieldProblems(failed);
    const typed = form.getValues();
    const onFields = problems.filter(({ path }) => (path.split('.')[0] ?? '') in typed);
    for (const [index, { path, message }] of onFields.entries()) {
      form.setError(path as FieldPath<V>, { type: 'engine', message }, { shouldFocus: index === 0 });
    }
    setFailure(onFields.length > 0 && onFields.length === problems.length ? undefined : failed);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) void send();
  };

  return (
    <FormIdContext value={id}>
      <FormProvider {...form}>
        <form className="ot-form" noValidate onSubmit={(event) => void send(event)} onKeyDown={onKeyDown}>
          {submitCount > 0 && <ErrorSummary key={submitCount} formId={id} errors={errors} />}
          {children}
          {failure !== undefined && (
            <Callout tone="urgent" live title={failure.message}>
              {failure.reference !== undefined && <p>Reference for support: {failure.reference}</p>}
            </Callout>
          )}
          <div className="ot-form__actions">
            <Button type="submit" look={submitLook} busy={isSubmitting} disabled={disabled}>
              {submit}
            </Button>
            {actions}
          </div>
        </form>
      </FormProvider>
    </FormIdContext>
  );
}
