import { Select } from 'nhsuk-react-components';
import type { WorkerView } from '../../../shared/contract/person-view.ts';

interface WhoseClinicProps {
  readonly behaviourists: readonly WorkerView[];
  /** Undefined: the own one. */
  readonly worker: string | undefined;
  readonly onChange: (worker: string | undefined) => void;
}

/** Whose clinic is shown: a lead may look at those of their teams. */
export function WhoseClinic({ behaviourists, worker, onChange }: WhoseClinicProps) {
  if (behaviourists.length === 0) return null;
  return (
    <div className="ot-clinic__whose">
      <Select
        id="whose-clinic"
        label="Whose clinic"
        value={worker ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      >
        <Select.Option value="">My own</Select.Option>
        {behaviourists.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </div>
  );
}
