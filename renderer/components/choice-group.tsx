import { ErrorMessage, Fieldset, HintText } from 'nhsuk-react-components';
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import type { Option } from './option.ts';

export type ChoiceLook = 'list' | 'inline' | 'chips';

interface ChoiceGroupProps {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly children: ReactNode;
}

/** The question around a set of choices. */
export function ChoiceGroup({ id, legend, hint, error, children }: ChoiceGroupProps) {
  const described = [hint && `${id}--hint`, error && `${id}--error`].filter(Boolean).join(' ');
  return (
    <div className={classNames('nhsuk-form-group', error !== undefined && 'nhsuk-form-group--error')}>
      <Fieldset {...(described !== '' && { 'aria-describedby': described })}>
        <Fieldset.Legend>{legend}</Fieldset.Legend>
        {hint !== undefined && <HintText id={`${id}--hint`}>{hint}</HintText>}
        {error !== undefined && <ErrorMessage id={`${id}--error`}>{error}</ErrorMessage>}
        {children}
      </Fieldset>
    </div>
  );
}

interface ChoicesProps {
  /** Id of the first control; the others count on from it. */
  readonly id: string;
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly look: ChoiceLook;
  readonly options: readonly Option[];
  readonly isChosen: (value: string) => boolean;
  readonly onToggle: (value: string, chosen: boolean) => void;
  readonly onBlur?: () => void;
  readonly firstRef?: Ref<HTMLInputElement>;
  readonly disabled?: boolean;
  readonly invalid?: boolean | undefined;
}

/** Radios or checkboxes as a list, in a row, or as chips; always real inputs. */
export function Choices(props: ChoicesProps) {
  const { id, type, look, options } = props;
  const block = type === 'radio' ? 'nhsuk-radios' : 'nhsuk-checkboxes';
  const chips = look === 'chips';
  return (
    <div
      className={
        chips ? 'ot-choice-chips' : classNames(block, `${block}--small`, look === 'inline' && `${block}--inline`)
      }
    >
      {options.map(({ value, label, hint, disabled }, index) => {
        const inputId = index === 0 ? id : `${id}-${index}`;
        return (
          <div className={chips ? 'ot-choice-chips__item' : `${block}__item`} key={value}>
            <input
              className={chips ? 'ot-choice-chips__input' : `${block}__input`}
              id={inputId}
              ref={index === 0 ? props.firstRef : undefined}
              type={type}
              name={`${id}-${props.name}`}
              value={value}
              checked={props.isChosen(value)}
              disabled={props.disabled === true || disabled === true}
              aria-invalid={type === 'checkbox' ? props.invalid : undefined}
              aria-describedby={hint === undefined ? undefined : `${inputId}--hint`}
              onChange={(event) => props.onToggle(value, event.currentTarget.checked)}
              onBlur={props.onBlur}
            />
            <label className={chips ? 'ot-choice-chips__label' : `nhsuk-label ${block}__label`} htmlFor={inputId}>
              {label}
            </label>
            {hint !== undefined && (
              <div className={chips ? 'nhsuk-u-visually-hidden' : `nhsuk-hint ${block}__hint`} id={`${inputId}--hint`}>
                {hint}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
