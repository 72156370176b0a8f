import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { line } from '../../../../../shared/domain/plain-text.ts';
import { call } from '../../../../client/call.ts';
import { useTell } from '../../../../client/commands.ts';
import { DateText } from '../../../../components/dates.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryPanel } from './entry-panel.tsx';

const schema = z.object({ system: line(300), value: line(100) });

function AddIdentifier({ person, onClose }: { readonly person: PersonPageView; readonly onClose: () => void }) {
  const { tell } = useTell('people.addIdentifier');
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { system: '', value: '' } });
  return (
    <EntryDialog
      title="Add a number of another system"
      form={form}
      submit="Add"
      done="Number added"
      send={(values) => tell({ personId: person.id, ...values })}
      onClose={onClose}
    >
      <TextField
        control={form.control}
        name="system"
        label="System"
        hint="For example: council social care"
        width={30}
      />
      <TextField control={form.control} name="value" label="Number" width={20} />
    </EntryDialog>
  );
}

/** Numbers under which other systems know the person. */
export function IdentifiersPanel({ person }: { readonly person: PersonPageView }) {
  return (
    <EntryPanel
      title="Numbers in other systems"
      kind="identifier"
      person={person}
      rows={person.identifiers}
      rowId={({ id }) => id}
      nameOf={({ system }) => system}
      isPast={({ endedOn }) => endedOn !== null}
      past="Ended"
      none="No other number is recorded."
      add="Add a number"
      Add={AddIdentifier}
      end={({ id }, endedOn) => call('people.endIdentifier', { personId: person.id, identifierId: id, endedOn })}
      columns={[
        { id: 'system', header: 'System', rowHeader: true, cell: ({ system }) => system },
        { id: 'value', header: 'Number', cell: ({ value }) => <span className="ot-digits">{value}</span> },
        {
          id: 'until',
          header: 'Until',
          cell: ({ endedOn }) => (endedOn === null ? 'Now' : <DateText value={endedOn} />),
        },
      ]}
    />
  );
}
