import { ErrorMessage } from 'nhsuk-react-components';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { FieldValues } from 'react-hook-form';
import { classNames } from './class-names.ts';
import { type FieldProps, useField } from './field.ts';

interface ScaleFieldProps<V extends FieldValues, O> extends FieldProps<V, O> {
  readonly options: readonly { readonly value: number; readonly label: string }[];
}

/** Answers of a questionnaire among which a number key moves on. */
const answerables = '[data-scale]';

/** Moves on to the answers after these, or to the first control behind the last of them. */
function moveOn(from: HTMLElement): void {
  const scales = [...(from.closest('form')?.querySelectorAll<HTMLElement>(answerables) ?? [])];
  const own = from.closest<HTMLElement>(answerables);
  const next = own && scales[scales.indexOf(own) + 1];
  const target = next
    ? (next.querySelector<HTMLElement>('input:checked') ?? next.querySelector('input'))
    : from.closest('form')?.querySelector<HTMLElement>('[data-after-scales] :is(input, textarea, button)');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}

/** One item of a questionnaire: a few numbered answers as radios. A number key answers and moves on. The value is a number, or null. */
export function ScaleField<V extends FieldValues, O = V>(props: ScaleFieldProps<V, O>) {
  const { id, words, error, input, value, change } = useField(props);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Delete' || event.key === 'Backspace') return change(null);
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const chosen = props.options.find((option) => String(option.value) === event.key);
    if (chosen === undefined) return;
    event.preventDefault();
    // What the answer brings (a question of its own) stands before the focus moves.
    flushSync(() => change(chosen.value));
    moveOn(event.currentTarget);
  };
  return (
    <fieldset
      className={classNames('ot-scale', error !== undefined && 'ot-scale--wrong')}
      data-scale=""
      aria-describedby={error === undefined ? undefined : `${id}--error`}
    >
      <legend className="ot-scale__legend">{words.label}</legend>
      {error !== undefined && <ErrorMessage id={`${id}--error`}>{error}</ErrorMessage>}
      <div className="ot-choice-chips">
        {props.options.map((option, index) => {
          const inputId = index === 0 ? id : `${id}-${option.value}`;
          return (
            <div className="ot-choice-chips__item" key={option.value}>
              <input
                className="ot-choice-chips__input"
                id={inputId}
                ref={index === 0 ? input.ref : undefined}
                type="radio"
                name={id}
                checked={value === option.value}
                disabled={input.disabled}
                onChange={() => change(option.value)}
                onBlur={input.onBlur}
                onKeyDown={onKeyDown}
              />
              <label className="ot-choice-chips__label" htmlFor={inputId}>
                {option.value} {option.label}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
