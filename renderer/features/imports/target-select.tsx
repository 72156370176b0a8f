import { Select } from 'nhsuk-react-components';
import { type ColumnTarget, isColumnTarget, targetLabel } from '../../../shared/domain/import-fields.ts';
import { targetGroups } from './target-options.ts';

interface TargetSelectProps {
  /** Spoken name: which column it is. */
  readonly label: string;
  readonly value: ColumnTarget | null;
  /** Targets that another column has. */
  readonly taken: ReadonlySet<ColumnTarget>;
  readonly onChange: (target: ColumnTarget | null) => void;
}

/** Where one column goes. */
export function TargetSelect({ label, value, taken, onChange }: TargetSelectProps) {
  return (
    <Select
      className="ot-import-target"
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(isColumnTarget(currentTarget.value) ? currentTarget.value : null)}
    >
      <Select.Option value="">Left out</Select.Option>
      {targetGroups.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.targets.map((target) => (
            <Select.Option key={target} value={target} disabled={target !== value && taken.has(target)}>
              {targetLabel(target)}
            </Select.Option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
