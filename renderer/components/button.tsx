import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonStyle {
  readonly look?: ButtonLook;
  readonly size?: 'normal' | 'small';
}

const lookClass: Readonly<Record<ButtonLook, string>> = {
  primary: '',
  secondary: 'nhsuk-button--secondary',
  quiet: 'ot-button--quiet',
  danger: 'nhsuk-button--warning',
};

/** The classes of a button, for links that look like one. */
export function buttonClass({ look = 'secondary', size = 'normal' }: ButtonStyle): string {
  return classNames('nhsuk-button', 'ot-button', lookClass[look], size === 'small' && 'ot-button--small');
}

interface ButtonProps extends ButtonStyle, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly icon?: IconName;
  /** Work is under way: cannot be pressed again, and says so. */
  readonly busy?: boolean;
  /** The keys that do the same, shown and announced. */
  readonly shortcut?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/** A button. One `primary` per page or panel at most. */
export function Button({
  look,
  size,
  icon,
  busy = false,
  shortcut,
  type = 'button',
  disabled,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ ...(look && { look }), ...(size && { size }) })}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
    >
      {icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
      {shortcut && <KeyHint keys={shortcut} />}
    </button>
  );
}
