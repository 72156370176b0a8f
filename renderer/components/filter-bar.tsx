import type { ReactNode } from 'react';

/** Search and filters above a list, in one line while there is room. */
export function FilterBar({ label = 'Filters', children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <search className="ot-filter-bar" aria-label={label}>
      {children}
    </search>
  );
}
