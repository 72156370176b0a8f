import { Tag as NhsTag } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

interface TagProps {
  readonly tone?: Tone;
  readonly icon?: IconName;
  /** The reason behind it, on hover. Say it in words elsewhere too. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** A state or a class of something, in one or two words. */
export function Tag({ tone = 'grey', icon, title, children }: TagProps) {
  return (
    <NhsTag modifier={tone === 'aqua' ? 'aqua-green' : tone} className="ot-tag" {...(title !== undefined && { title })}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </NhsTag>
  );
}
