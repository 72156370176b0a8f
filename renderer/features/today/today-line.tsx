import type { ReactNode } from 'react';

/** A list of things to do. */
export function Lines({ children }: { readonly children: ReactNode }) {
  return <ul className="ot-lines">{children}</ul>;
}

interface TodayLineProps {
  readonly who: ReactNode;
  /** Why it is here, in one sentence. */
  readonly reason: string;
  /** More of what was said, below the reason. */
  readonly more?: ReactNode;
  readonly actions?: ReactNode;
}

/** One thing to do: whom it is about, why it is here, and what can be done about it in place. */
export function TodayLine({ who, reason, more, actions }: TodayLineProps) {
  return (
    <li className="ot-lines__line">
      <div className="ot-lines__words">
        <div className="ot-lines__who">{who}</div>
        <p className="ot-lines__reason">{reason}</p>
        {more}
      </div>
      {actions !== undefined && <div className="ot-lines__actions">{actions}</div>}
    </li>
  );
}
