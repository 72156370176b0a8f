import { Label } from 'nhsuk-react-components';
import { useId } from 'react';
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import type { WorkerView } from '../../../shared/contract/person-view.ts';
import { Combobox } from '../../components/combobox.tsx';
import { Icon } from '../../components/icon.tsx';
import { wordsFor } from './words.ts';

interface JointFieldProps<V extends FieldValues, O> {
  readonly control: Control<V, unknown, O>;
  readonly name: FieldPathByValue<V, string[]>;
  readonly label: string;
  readonly colleagues: readonly WorkerView[];
}

/** Colleagues who come along: found by typing, each removable. The value is a list of ids. */
export function JointField<V extends FieldValues, O = V>({ control, name, label, colleagues }: JointFieldProps<V, O>) {
  const id = useId();
  const { field } = useController({ control, name });
  const value: readonly string[] = field.value;
  const named = (each: string) => colleagues.find((worker) => worker.id === each)?.name ?? 'Somebody';
  const free = colleagues
    .filter((worker) => !value.includes(worker.id))
    .map((worker) => ({
      value: worker.id,
      label: worker.name,
      hint: [wordsFor('worker-role', worker.job), worker.organisation].filter(Boolean).join(' · '),
    }));
  return (
    <div className="nhsuk-form-group">
      <Label htmlFor={id}>{label}</Label>
      {value.length > 0 && (
        <ul className="ot-chips__list ot-joint" aria-label={label}>
          {value.map((worker) => (
            <li key={worker}>
              <button
                className="ot-chip"
                type="button"
                onClick={() => field.onChange(value.filter((each) => each !== worker))}
              >
                <span>{named(worker)}</span>
                <span className="nhsuk-u-visually-hidden">: remove</span>
                <Icon name="cross" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        id={id}
        options={free}
        value=""
        placeholder="Name of a colleague"
        onChange={(worker) => {
          if (worker !== '') field.onChange([...value, worker]);
        }}
        onBlur={field.onBlur}
        inputRef={field.ref}
      />
    </div>
  );
}
