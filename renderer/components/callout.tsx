import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type CalloutTone = 'info' | 'warning' | 'urgent' | 'success';

const look: Readonly<Record<CalloutTone, { readonly icon: IconName; readonly word: string }>> = {
  info: { icon: 'info', word: 'Information' },
  warning: { icon: 'warning', word: 'Warning' },
  urgent: { icon: 'error', word: 'Important' },
  success: { icon: 'done', word: 'Done' },
};

interface CalloutProps {
  readonly tone: CalloutTone;
  readonly title?: string;
  /** Speak it when it appears. */
  readonly live?: boolean;
  readonly children?: ReactNode;
}

/** A remark that must be seen, inside the flow of a page or form. */
export function Callout({ tone, title, live = false, children }: CalloutProps) {
  return (
    <div className={`ot-callout ot-callout--${tone}`} role={live ? 'alert' : undefined}>
      <Icon name={look[tone].icon} />
      <div className="ot-callout__words">
        <span className="nhsuk-u-visually-hidden">{look[tone].word}: </span>
        {title !== undefined && <p className="ot-callout__title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
