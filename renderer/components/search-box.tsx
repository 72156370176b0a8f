import { type Ref, useEffect, useId, useRef, useState } from 'react';
import { Icon } from './icon.tsx';

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How long to wait for the next key before telling. */
  readonly delayMs?: number;
  readonly placeholder?: string;
  readonly showLabel?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A search field that tells what was typed once the fingers rest. */
export function SearchBox({
  label,
  value,
  onChange,
  delayMs = 150,
  placeholder,
  showLabel = false,
  ref,
}: SearchBoxProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const told = useRef(value);

  // The address was changed from elsewhere (a chip was removed, the back button).
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);

  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      onChange(typed);
    }, delayMs);
    return () => clearTimeout(timer);
  }, [typed, delayMs, onChange]);

  return (
    <div className="ot-search">
      <label className={showLabel ? 'ot-search__label' : 'nhsuk-u-visually-hidden'} htmlFor={id}>
        {label}
      </label>
      <Icon name="search" size={18} />
      <input
        className="nhsuk-input ot-search__input"
        id={id}
        ref={ref}
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder ?? label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </div>
  );
}
