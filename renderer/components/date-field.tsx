import { ErrorMessage, Fieldset, HintText } from 'nhsuk-react-components';
import type { ClipboardEvent } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useToday } from '../client/now.ts';
import { classNames } from './class-names.ts';
import { type DateParts, partsOf, readWholeDate, valueOfParts } from './date-parts.ts';
import { asText, type FieldProps, useField } from './field.ts';

const boxes: readonly { readonly part: keyof DateParts; readonly word: string; readonly width: string }[] = [
  { part: 'day', word: 'Day', width: 'nhsuk-input--width-2' },
  { part: 'month', word: 'Month', width: 'nhsuk-input--width-2' },
  { part: 'year', word: 'Year', width: 'nhsuk-input--width-4' },
];

/** A British date in three boxes; the value is `YYYY-MM-DD`, or ''. A whole date can be pasted into any box. */
export function DateField<V extends FieldValues, O = V>(props: FieldProps<V, O>) {
  const { id, words, error, input, value, change } = useField(props);
  const today = useToday();
  const parts = partsOf(asText(value));
  const described = [words.hint && `${id}--hint`, error && `${id}--error`].filter(Boolean).join(' ');

  const onPaste = (event: ClipboardEvent) => {
    const read = readWholeDate(event.clipboardData.getData('text'), today);
    if (read === null) return;
    event.preventDefault();
    change(read);
  };

  return (
    <div className={classNames('nhsuk-form-group', error !== undefined && 'nhsuk-form-group--error')}>
      <Fieldset {...(described !== '' && { 'aria-describedby': described })}>
        <Fieldset.Legend>{words.label}</Fieldset.Legend>
        {words.hint !== undefined && <HintText id={`${id}--hint`}>{words.hint}</HintText>}
        {error !== undefined && <ErrorMessage id={`${id}--error`}>{error}</ErrorMessage>}
        <div className="nhsuk-date-input ot-date">
          {boxes.map(({ part, word, width }, index) => (
            <div className="nhsuk-date-input__item" key={part}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={index === 0 ? id : `${id}-${part}`}>
                {word}
              </label>
              <input
                className={classNames(
                  'nhsuk-input nhsuk-date-input__input',
                  width,
                  error !== undefined && 'nhsuk-input--error',
                )}
                id={index === 0 ? id : `${id}-${part}`}
                ref={index === 0 ? input.ref : undefined}
                inputMode={part === 'month' ? 'text' : 'numeric'}
                autoComplete="off"
                value={parts[part]}
                disabled={input.disabled}
                aria-invalid={input['aria-invalid']}
                onBlur={input.onBlur}
                onPaste={onPaste}
                onChange={(event) =>
                  change(valueOfParts({ ...parts, [part]: event.currentTarget.value.replaceAll('/', '') }, today))
                }
              />
            </div>
          ))}
        </div>
      </Fieldset>
    </div>
  );
}
