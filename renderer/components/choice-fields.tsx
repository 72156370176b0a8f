import type { FieldValues } from 'react-hook-form';
import { ChoiceGroup, type ChoiceLook, Choices } from './choice-group.tsx';
import { asText, type FieldProps, useField } from './field.ts';
import type { Option } from './option.ts';

interface ChoiceFieldProps<V extends FieldValues, O> extends FieldProps<V, O> {
  readonly options: readonly Option[];
  readonly look?: ChoiceLook;
}

/** One of a few, all in sight. The value is the option's, or '' before the choice. */
export function RadioField<V extends FieldValues, O = V>(props: ChoiceFieldProps<V, O>) {
  const { id, words, error, input, value, change } = useField(props);
  return (
    <ChoiceGroup id={id} legend={words.label} hint={words.hint} error={error}>
      <Choices
        id={id}
        name={input.name}
        type="radio"
        look={props.look ?? 'list'}
        options={props.options}
        isChosen={(option) => option === asText(value)}
        onToggle={(option) => change(option)}
        onBlur={input.onBlur}
        firstRef={input.ref}
        disabled={input.disabled}
      />
    </ChoiceGroup>
  );
}

/** Any of several; the value is an array of the options' values, in their order. */
export function CheckboxesField<V extends FieldValues, O = V>(props: ChoiceFieldProps<V, O>) {
  const { id, words, error, input, value, change } = useField(props);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (option: string, on: boolean) =>
    change(props.options.map((each) => each.value).filter((each) => (each === option ? on : chosen.includes(each))));
  return (
    <ChoiceGroup id={id} legend={words.label} hint={words.hint} error={error}>
      <Choices
        id={id}
        name={input.name}
        type="checkbox"
        look={props.look ?? 'list'}
        options={props.options}
        isChosen={(option) => chosen.includes(option)}
        onToggle={toggle}
        onBlur={input.onBlur}
        firstRef={input.ref}
        disabled={input.disabled}
        invalid={input['aria-invalid']}
      />
    </ChoiceGroup>
  );
}
