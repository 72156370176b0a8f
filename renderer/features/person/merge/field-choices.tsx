import { useId } from 'react';
import type { MergePreview } from './merge-form.tsx';

/** Field → whose value stands. */
export type Choices = Readonly<Record<string, 'kept' | 'merged'>>;
const sides = ['kept', 'merged'] as const;

interface FieldChoicesProps {
  readonly fields: MergePreview['fields'];
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

/** Every field in which the records differ, with both values to choose from. */
export function FieldChoices({ fields, choices, onChange }: FieldChoicesProps) {
  const id = useId();
  return (
    <table className="ot-table ot-merge__fields">
      <caption className="nhsuk-u-visually-hidden">Fields in which the records differ</caption>
      <thead>
        <tr>
          <th className="ot-table__head" scope="col">
            Field
          </th>
          <th className="ot-table__head" scope="col">
            Kept record
          </th>
          <th className="ot-table__head" scope="col">
            Other record
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, label, ...values }) => (
          <tr className="ot-table__row" key={field}>
            <th className="ot-table__cell" scope="row">
              {label}
            </th>
            {sides.map((side) => (
              <td className={choices[field] === side ? 'ot-table__cell ot-merge__chosen' : 'ot-table__cell'} key={side}>
                <label className="ot-merge__choice">
                  <input
                    className="ot-check"
                    type="radio"
                    name={`${id}-${field}`}
                    checked={choices[field] === side}
                    onChange={() => onChange({ ...choices, [field]: side })}
                  />
                  <span>
                    <span className="nhsuk-u-visually-hidden">{label}: </span>
                    {values[side] ?? <span className="ot-muted">Not recorded</span>}
                  </span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
