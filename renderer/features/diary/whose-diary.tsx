import { useId } from 'react';
import type { WorkerView } from '../../../shared/contract/person-view.ts';
import { useSession } from '../../client/session.ts';
import { Combobox } from '../../components/combobox.tsx';
import { wordsFor } from '../contacts/words.ts';

interface WhoseDiaryProps {
  readonly colleagues: readonly WorkerView[];
  /** Undefined: the own one. */
  readonly worker: string | undefined;
  readonly onChange: (worker: string | undefined) => void;
}

/** Looks into the diary of a colleague, and back. */
export function WhoseDiary({ colleagues, worker, onChange }: WhoseDiaryProps) {
  const id = useId();
  const session = useSession();
  const options = [
    { value: session.workerId, label: session.name, hint: 'My own diary' },
    ...colleagues.map(({ id: value, name, job }) => ({ value, label: name, hint: wordsFor('worker-role', job) })),
  ];
  return (
    <div className="ot-diary__whose">
      <label className="nhsuk-label" htmlFor={id}>
        Diary of
      </label>
      <Combobox
        id={id}
        options={options}
        value={worker ?? session.workerId}
        onChange={(next) => onChange(next === '' || next === session.workerId ? undefined : next)}
      />
    </div>
  );
}
