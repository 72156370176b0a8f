import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly onRemove: () => void;
}

/** The filters in force, each removable; nothing when there are none. */
export function FilterChips({
  chips,
  onClear,
}: {
  readonly chips: readonly FilterChip[];
  readonly onClear: () => void;
}) {
  if (chips.length === 0) return null;
  return (
    <div className="ot-chips">
      <ul className="ot-chips__list" aria-label="Filters in force">
        {chips.map(({ id, label, onRemove }) => (
          <li key={id}>
            <button className="ot-chip" type="button" onClick={onRemove}>
              <span>{label}</span>
              <span className="nhsuk-u-visually-hidden">: remove filter</span>
              <Icon name="cross" size={14} />
            </button>
          </li>
        ))}
      </ul>
      {chips.length > 1 && (
        <Button look="quiet" size="small" onClick={onClear}>
          Clear all
        </Button>
      )}
    </div>
  );
}
