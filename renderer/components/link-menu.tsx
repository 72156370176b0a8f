import { type ReactNode, useId } from 'react';
import { buttonClass } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

interface LinkMenuProps {
  readonly label: string;
  readonly icon: IconName;
  /** List items, each with a link. */
  readonly children: ReactNode;
}

/** A small button that opens a list of links. */
export function LinkMenu({ label, icon, children }: LinkMenuProps) {
  const id = useId();
  return (
    <div className="ot-link-menu">
      <button className={buttonClass({ size: 'small' })} type="button" popoverTarget={id}>
        <Icon name={icon} size={18} />
        <span>{label}</span>
        <Icon name="down" size={16} />
      </button>
      <ul className="ot-popup ot-link-menu__list" id={id} popover="auto" aria-label={label}>
        {children}
      </ul>
    </div>
  );
}
