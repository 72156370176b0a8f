import { z } from 'zod';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { FilterMenu } from '../../components/filter-menu.tsx';
import { caseloadColumns, hiddenAtFirst } from './caseload-columns.tsx';

const preference = 'ui.caseload.hidden';
const stored = z.array(z.string()).catch([...hiddenAtFirst]);
/** The person and the need cannot be hidden. */
const choosable = caseloadColumns.filter(({ id }) => id !== 'name' && id !== 'tier');

/** The columns that the worker does not want to see, remembered on this device. */
export function useHiddenColumns(): ReadonlySet<string> {
  const { data } = useAsk('preferences.get', { names: [preference] });
  return new Set(stored.parse(data?.values[preference] ?? hiddenAtFirst));
}

/** Chooses the columns of the caseload. */
export function ColumnChoice({ hidden }: { readonly hidden: ReadonlySet<string> }) {
  const remember = useTell('preferences.set');
  return (
    <FilterMenu
      label="Columns"
      options={choosable.map(({ id, header }) => ({ value: id, label: header }))}
      chosen={choosable.map(({ id }) => id).filter((id) => !hidden.has(id))}
      onChange={(chosen) =>
        void remember.tell({
          name: preference,
          value: choosable.map(({ id }) => id).filter((id) => !chosen.includes(id)),
        })
      }
    />
  );
}
