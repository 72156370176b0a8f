import type { ReactNode } from 'react';

interface ListOptionProps {
  readonly id: string;
  readonly className: string;
  /** The one that Enter would choose. */
  readonly active: boolean;
  readonly disabled?: boolean;
  readonly onPoint?: () => void;
  readonly onChoose?: () => void;
  readonly children: ReactNode;
}

/** One entry of a list that a combobox drives: the focus stays in the text box, the pointer may choose here. */
export function ListOption({ id, className, active, disabled = false, onPoint, onChoose, children }: ListOptionProps) {
  return (
    <button
      className={className}
      id={id}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={disabled || undefined}
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={disabled ? undefined : onChoose}
    >
      {children}
    </button>
  );
}
