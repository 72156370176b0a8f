import type { ReactNode } from 'react';

interface ColumnsProps {
  readonly layout: 'main-side' | 'halves' | 'thirds';
  readonly children: ReactNode;
}

/** Children side by side while there is room, below each other otherwise. */
export function Columns({ layout, children }: ColumnsProps) {
  return <div className={`ot-columns ot-columns--${layout}`}>{children}</div>;
}

/** Things below each other at the distance of panels. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className="ot-stack">{children}</div>;
}
