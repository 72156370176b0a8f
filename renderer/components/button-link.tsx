import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { type ButtonStyle, buttonClass } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

interface AnchorProps extends ButtonStyle, AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly icon?: IconName;
  readonly ref?: Ref<HTMLAnchorElement>;
}

function ButtonAnchor({ look, size, icon, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={buttonClass({ ...(look && { look }), ...(size && { size }) })}>
      {icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
    </a>
  );
}

/** A link to a page that looks like a button. Takes what the router's Link takes. */
export const ButtonLink = createLink(ButtonAnchor);
