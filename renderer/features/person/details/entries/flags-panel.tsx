import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { codeOptions, codesWhere } from '../../../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../../../shared/domain/person-words.ts';
import { call } from '../../../../client/call.ts';
import { useTell } from '../../../../client/commands.ts';
import { useToday } from '../../../../client/now.ts';
import { useMay } from '../../../../client/session.ts';
import { DateField } from '../../../../components/date-field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import { TextAreaField } from '../../../../components/text-area-field.tsx';
import { FlagTag } from '../../../people/person-facts.tsx';
import { chosenCode } from './code-field.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { dateOrNone, noteOrNone } from './entry-values.ts';
import { Period } from './period.tsx';

const schema = z.object({
  code: chosenCode('flag', 'Choose the flag'),
  startedOn: dateOrNone,
  reason: noteOrNone(1000),
});

function AddFlag({ person, onClose }: { readonly person: PersonPageView; readonly onClose: () => void }) {
  const { tell } = useTell('people.addFlag');
  const mayRestricted = useMay('restricted.read');
  const today = useToday();
  const restricted: readonly string[] = codesWhere('flag', 'restricted');
  const raised = person.flags.filter(({ endedOn }) => endedOn === null).map(({ code }) => code);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: '', startedOn: today, reason: '' } });
  return (
    <EntryDialog
      title="Raise a flag"
      form={form}
      submit="Raise the flag"
      done="Flag raised"
      send={(values) => tell({ personId: person.id, ...values })}
      onClose={onClose}
    >
      <SelectField
        control={form.control}
        name="code"
        label="Flag"
        blank="Choose"
        options={codeOptions('flag')
          .filter(({ value }) => !raised.includes(value) && (mayRestricted || !restricted.includes(value)))
          .map(({ value, label }) => ({
            value,
            label,
            group: restricted.includes(value)
              ? 'Restricted: seen only by roles that need to know'
              : 'Seen by everybody who may open the record',
          }))}
      />
      <DateField control={form.control} name="startedOn" label="Since" optional />
      <TextAreaField
        control={form.control}
        name="reason"
        label="Reason"
        hint="Shown to whoever looks at the flag."
        optional
        rows={3}
      />
    </EntryDialog>
  );
}

/** What everybody who deals with the person has to know at once. */
export function FlagsPanel({ person }: { readonly person: PersonPageView }) {
  return (
    <EntryPanel
      title="Flags"
      kind="flag"
      person={person}
      rows={person.flags}
      rowId={({ id }) => id}
      nameOf={({ code }) => wordOf('flag', code)}
      isPast={({ endedOn }) => endedOn !== null}
      past="Ended"
      none="No flag is raised."
      add="Raise a flag"
      Add={AddFlag}
      end={({ id }, endedOn) => call('people.endFlag', { personId: person.id, flagId: id, endedOn })}
      columns={[
        { id: 'flag', header: 'Flag', rowHeader: true, cell: ({ code }) => <FlagTag code={code} /> },
        {
          id: 'reason',
          header: 'Reason',
          cell: ({ reason }) => reason ?? <span className="ot-muted">None given</span>,
        },
        { id: 'since', header: 'Since', cell: ({ startedOn, endedOn }) => <Period from={startedOn} to={endedOn} /> },
        { id: 'by', header: 'Recorded by', cell: ({ recordedBy }) => recordedBy },
      ]}
    />
  );
}
