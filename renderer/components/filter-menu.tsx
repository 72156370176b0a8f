import { useId } from 'react';
import { Count } from './count.tsx';
import { Icon } from './icon.tsx';
import type { Option } from './option.ts';

interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** A button that opens a list of checkboxes. Takes effect at each tick. */
export function FilterMenu({ label, options, chosen, onChange }: FilterMenuProps) {
  const id = useId();
  const toggle = (value: string, on: boolean) =>
    onChange(options.map((option) => option.value).filter((each) => (each === value ? on : chosen.includes(each))));
  return (
    <div className="ot-filter-menu">
      <button className="ot-filter-menu__button" type="button" popoverTarget={id}>
        <span>{label}</span>
        {chosen.length > 0 && <Count value={chosen.length} label="chosen" />}
        <Icon name="down" size={16} />
      </button>
      <fieldset className="ot-popup ot-filter-menu__list" id={id} popover="auto">
        <legend className="nhsuk-u-visually-hidden">{label}</legend>
        {options.map(({ value, label: words, hint, disabled }) => (
          <label className="ot-filter-menu__option" key={value}>
            <input
              className="ot-check"
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={disabled === true}
              onChange={(event) => toggle(value, event.currentTarget.checked)}
            />
            <span>
              {words}
              {hint !== undefined && <span className="ot-muted"> {hint}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
