import { Fieldset } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

/** Fields that belong together, side by side while there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className="ot-field-row">{children}</div>;
}

/** Fields that answer one question together. */
export function FieldGroup({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <Fieldset className="ot-field-group">
      <Fieldset.Legend size="s">{legend}</Fieldset.Legend>
      {children}
    </Fieldset>
  );
}
