import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface IconButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** What it does; spoken, and shown on hover. */
  readonly label: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button too small for words: closing, removing. At least 28 × 28 pixels. */
export function IconButton({ icon, label, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} className="ot-icon-button" aria-label={label} title={label}>
      <Icon name={icon} size={18} />
    </button>
  );
}
