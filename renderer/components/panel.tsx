import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { Count } from './count.tsx';

interface PanelProps {
  readonly title: string;
  readonly level?: 2 | 3;
  readonly actions?: ReactNode;
  readonly tone?: 'plain' | 'warning' | 'urgent';
  /** How many things are inside, beside the title. */
  readonly count?: number;
  /** No padding: for lists and tables that bring their own. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A titled box of related things; a region for screen readers. */
export function Panel({ title, level = 2, actions, tone = 'plain', count, flush = false, children }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classNames('ot-panel', tone !== 'plain' && `ot-panel--${tone}`)} aria-labelledby={id}>
      <div className="ot-panel__head">
        <Heading className="ot-panel__title" id={id}>
          {title}
          {count !== undefined && <Count value={count} />}
        </Heading>
        {actions !== undefined && <div className="ot-panel__actions">{actions}</div>}
      </div>
      <div className={classNames('ot-panel__body', flush && 'ot-panel__body--flush')}>{children}</div>
    </section>
  );
}
