import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { codeOptions } from '../../../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../../../shared/domain/person-words.ts';
import { call } from '../../../../client/call.ts';
import { useTell } from '../../../../client/commands.ts';
import { ComboField } from '../../../../components/combo-field.tsx';
import { DateField } from '../../../../components/date-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { chosenCode } from './code-field.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { dateOrNone, lineOrNone } from './entry-values.ts';
import { Period } from './period.tsx';

const schema = z.object({
  code: chosenCode('condition', 'Choose the condition'),
  diagnosedOn: dateOrNone,
  source: lineOrNone(200),
});
const conditions = codeOptions('condition');

function AddCondition({ person, onClose }: { readonly person: PersonPageView; readonly onClose: () => void }) {
  const { tell } = useTell('people.addCondition');
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: '', diagnosedOn: '', source: '' } });
  return (
    <EntryDialog
      title="Record a condition"
      form={form}
      submit="Record"
      done="Condition recorded"
      send={(values) => tell({ personId: person.id, ...values })}
      onClose={onClose}
    >
      <ComboField
        control={form.control}
        name="code"
        label="Condition"
        options={conditions}
        placeholder="Type part of it"
      />
      <DateField control={form.control} name="diagnosedOn" label="Diagnosed on" optional />
      <TextField
        control={form.control}
        name="source"
        label="Source"
        hint="Who says so: the practice’s list, a letter, the person."
        optional
        width={30}
      />
    </EntryDialog>
  );
}

/** Long-term and other conditions. */
export function ConditionsPanel({ person }: { readonly person: PersonPageView }) {
  return (
    <EntryPanel
      title="Conditions"
      kind="condition"
      person={person}
      rows={person.conditions}
      rowId={({ id }) => id}
      nameOf={({ code }) => wordOf('condition', code)}
      isPast={({ endedOn }) => endedOn !== null}
      past="Ended"
      none="No condition is recorded."
      add="Record a condition"
      Add={AddCondition}
      end={({ id }, endedOn) => call('people.endCondition', { personId: person.id, conditionId: id, endedOn })}
      columns={[
        { id: 'condition', header: 'Condition', rowHeader: true, cell: ({ code }) => wordOf('condition', code) },
        {
          id: 'diagnosed',
          header: 'Diagnosed',
          cell: ({ diagnosedOn, endedOn }) => <Period from={diagnosedOn} to={endedOn} />,
        },
        {
          id: 'source',
          header: 'Source',
          cell: ({ source }) => source ?? <span className="ot-muted">Not recorded</span>,
        },
      ]}
    />
  );
}
