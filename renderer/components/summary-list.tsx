import type { ReactNode } from 'react';

export interface SummaryRow {
  readonly term: string;
  /** Null, undefined or '' reads "Not recorded". */
  readonly value: ReactNode;
  readonly action?: ReactNode;
}

const isMissing = (value: ReactNode): boolean => value === null || value === undefined || value === '';

/** Facts about one thing: what it is called, and what it is. What is not recorded is said, not left out. */
export function SummaryList({ rows, columns = 1 }: { readonly rows: readonly SummaryRow[]; readonly columns?: 1 | 2 }) {
  return (
    <dl className={`ot-facts ot-facts--${columns}`}>
      {rows.map(({ term, value, action }) => (
        <div className="ot-facts__row" key={term}>
          <dt className="ot-facts__term">{term}</dt>
          <dd className="ot-facts__value">
            {isMissing(value) ? <span className="ot-muted">Not recorded</span> : value}
          </dd>
          {action !== undefined && <dd className="ot-facts__action">{action}</dd>}
        </div>
      ))}
    </dl>
  );
}
