import { Label } from 'nhsuk-react-components';
import { useId } from 'react';
import { type UseFormReturn, useController } from 'react-hook-form';
import type { WorkerView } from '../../../shared/contract/person-view.ts';
import { Combobox } from '../../components/combobox.tsx';
import { Icon } from '../../components/icon.tsx';
import type { ContactValues } from './contact-values.ts';
import { wordsFor } from './words.ts';

/** Colleagues who were there too: found by typing, each removable. */
export function JointField({
  form,
  colleagues,
}: {
  readonly form: UseFormReturn<ContactValues>;
  readonly colleagues: readonly WorkerView[];
}) {
  const id = useId();
  const { field } = useController({ control: form.control, name: 'jointWith' });
  const chosen = field.value.map(
    (each) => colleagues.find((worker) => worker.id === each) ?? { id: each, name: 'Somebody' },
  );
  const free = colleagues
    .filter((worker) => !field.value.includes(worker.id))
    .map(({ id: value, name, job, organisation }) => ({
      value,
      label: name,
      hint: [wordsFor('worker-role', job), organisation].filter(Boolean).join(' · '),
    }));
  return (
    <div className="nhsuk-form-group">
      <Label htmlFor={id}>Joint visit with (optional)</Label>
      {chosen.length > 0 && (
        <ul className="ot-chips__list ot-joint" aria-label="Colleagues who were there too">
          {chosen.map(({ id: worker, name }) => (
            <li key={worker}>
              <button
                className="ot-chip"
                type="button"
                onClick={() => field.onChange(field.value.filter((each) => each !== worker))}
              >
                <span>{name}</span>
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
          if (worker !== '') field.onChange([...field.value, worker]);
        }}
        onBlur={field.onBlur}
        inputRef={field.ref}
      />
    </div>
  );
}
