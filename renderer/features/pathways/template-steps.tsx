import { useRef } from 'react';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { codeOptions } from '../../../shared/domain/code-lists.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { newStep, type TemplateInput, type TemplateValues } from './template-values.ts';

const units = [
  { value: 'working', label: 'working days' },
  { value: 'calendar', label: 'days' },
];

/** The steps of a template in their order; each can be changed, moved by a press, or removed. */
export function TemplateSteps({ form }: { readonly form: UseFormReturn<TemplateInput, unknown, TemplateValues> }) {
  const { control, formState } = form;
  const { fields, append, move, remove } = useFieldArray({ control, name: 'steps' });
  const list = useRef<HTMLOListElement>(null);
  const missing = formState.errors.steps?.root?.message ?? formState.errors.steps?.message;
  // The buttons move with their step: the focus goes with them, and to the other way at either end.
  const moveTo = (from: number, to: number) => {
    move(from, to);
    requestAnimationFrame(() => {
      const buttons = list.current?.children[to]?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)');
      const wanted = to < from ? 'up' : 'down';
      const all = [...(buttons ?? [])];
      (all.find((one) => one.ariaLabel?.includes(` ${wanted}:`)) ?? all[0])?.focus();
    });
  };
  return (
    <fieldset className="ot-template-steps">
      <legend>Steps ({fields.length})</legend>
      {missing !== undefined && <p className="nhsuk-error-message">{missing}</p>}
      <ol ref={list}>
        {fields.map(({ id }, at) => {
          const named = `${at + 1}`;
          return (
            <li key={id} className="ot-template-step">
              <span className="ot-template-step__number" aria-hidden="true">
                {named}
              </span>
              <TextField
                control={control}
                name={`steps.${at}.words`}
                label={`Step ${named}: what is done`}
                spellCheck
              />
              <SelectField
                control={control}
                name={`steps.${at}.who`}
                label="Who"
                options={codeOptions('pathway-who')}
                blank="Choose"
              />
              <NumberField control={control} name={`steps.${at}.days`} label="Within" width={3} />
              <SelectField control={control} name={`steps.${at}.unit`} label="Counted in" options={units} />
              <TextField control={control} name={`steps.${at}.evidence`} label="What shows it" optional spellCheck />
              <span className="ot-template-step__buttons">
                <IconButton
                  icon="up"
                  label={`Move up: step ${named}`}
                  disabled={at === 0}
                  onClick={() => moveTo(at, at - 1)}
                />
                <IconButton
                  icon="down"
                  label={`Move down: step ${named}`}
                  disabled={at === fields.length - 1}
                  onClick={() => moveTo(at, at + 1)}
                />
                <IconButton icon="cross" label={`Remove step ${named}`} onClick={() => remove(at)} />
              </span>
            </li>
          );
        })}
      </ol>
      <Button size="small" icon="plus" onClick={() => append(newStep(), { focusName: `steps.${fields.length}.words` })}>
        Add a step
      </Button>
    </fieldset>
  );
}
