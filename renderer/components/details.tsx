import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** Something that most readers do not need, one press away. */
export function Details({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="ot-details">
      <summary className="ot-details__summary">
        <Icon name="right" size={16} />
        <span>{summary}</span>
      </summary>
      <div className="ot-details__body">{children}</div>
    </details>
  );
}
