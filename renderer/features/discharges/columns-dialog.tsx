import { Select } from 'nhsuk-react-components';
import { useState } from 'react';
import type { DischargeListView } from '../../../shared/contract/discharge-view.ts';
import {
  type DischargeField,
  dischargeFieldLabel,
  dischargeFields,
  isDischargeField,
} from '../../../shared/domain/discharge-fields.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import type { Column } from '../../components/column.ts';
import { Dialog } from '../../components/dialog.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';

type ListColumn = DischargeListView['columns'][number] & { readonly index: number };

interface ColumnsDialogProps {
  readonly open: boolean;
  readonly of: DischargeListView;
  readonly onClose: () => void;
}

/** What each column of the list says. */
export function ColumnsDialog({ open, of, onClose }: ColumnsDialogProps) {
  return (
    <Dialog open={open} title="What the columns say" width="wide" onClose={onClose}>
      <ColumnsForm of={of} onClose={onClose} />
    </Dialog>
  );
}

function ColumnsForm({ of, onClose }: Omit<ColumnsDialogProps, 'open'>) {
  const [fields, setFields] = useState<readonly (DischargeField | null)[]>(() =>
    of.columns.map(({ field }) => (isDischargeField(field) ? field : null)),
  );
  const map = useTell('discharges.map', { onDone: onClose });
  const columns: readonly Column<ListColumn>[] = [
    { id: 'header', header: 'Column', rowHeader: true, cell: ({ header }) => header },
    {
      id: 'samples',
      header: 'What it holds',
      cell: ({ samples }) => <span className="ot-muted">{samples.join(' · ') || 'Empty in the first rows'}</span>,
    },
    {
      id: 'field',
      header: 'Says',
      width: 260,
      cell: ({ index, header }) => (
        <Select
          className="ot-discharge-field"
          aria-label={`What the column ${header} says`}
          value={fields[index] ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setFields(fields.map((was, at) => (at === index ? (isDischargeField(value) ? value : null) : was)))
          }
        >
          <Select.Option value="">Not used</Select.Option>
          {dischargeFields.map((field) => (
            <Select.Option key={field} value={field} disabled={fields[index] !== field && fields.includes(field)}>
              {dischargeFieldLabel(field)}
            </Select.Option>
          ))}
        </Select>
      ),
    },
  ];
  return (
    <>
      <p className="ot-muted">
        Lists with the same headings are understood in the same way next time. Choices made about rows are asked again.
      </p>
      <SimpleTable
        caption="Columns of the list"
        columns={columns}
        rows={of.columns.map((column, index) => ({ ...column, index }))}
        rowId={({ index }) => String(index)}
      />
      {map.failure !== undefined && <Callout tone="urgent" live title={map.failure.message} />}
      <div className="ot-discharge-deeds">
        <Button
          look="primary"
          busy={map.telling}
          onClick={() => void map.tell({ listId: of.id, mapping: [...fields] })}
        >
          Use these columns
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </>
  );
}
