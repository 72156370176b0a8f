import type { Option } from './option.ts';

interface FilterSelectProps {
  readonly label: string;
  /** Words of the choice that does not filter: "Any practice". */
  readonly any: string;
  readonly options: readonly Option[];
  /** The value chosen, or ''. */
  readonly chosen: string;
  readonly onChange: (chosen: string) => void;
}

/** One choice of a filter bar. Takes effect at once. */
export function FilterSelect({ label, any, options, chosen, onChange }: FilterSelectProps) {
  return (
    <select
      className={chosen === '' ? 'ot-filter-select' : 'ot-filter-select ot-filter-select--on'}
      aria-label={label}
      value={chosen}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{any}</option>
      {options.map(({ value, label: words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}
