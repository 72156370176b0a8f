import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { codeOptions } from '../../../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../../../shared/domain/person-words.ts';
import { call } from '../../../../client/call.ts';
import { useTell } from '../../../../client/commands.ts';
import { useToday } from '../../../../client/now.ts';
import { RadioField } from '../../../../components/choice-fields.tsx';
import { DateField } from '../../../../components/date-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { chosenCode } from './code-field.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { dateOrNone, lineOrNone } from './entry-values.ts';
import { Period } from './period.tsx';

const schema = z.object({
  code: chosenCode('segment', 'Choose the segment'),
  startedOn: dateOrNone,
  basis: lineOrNone(300),
});
const segments = codeOptions('segment');

function AddSegment({ person, onClose }: { readonly person: PersonPageView; readonly onClose: () => void }) {
  const { tell } = useTell('people.addSegment');
  const today = useToday();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: '', startedOn: today, basis: '' } });
  return (
    <EntryDialog
      title="Put into a segment"
      form={form}
      submit="Put in"
      done="Segment recorded"
      send={(values) => tell({ personId: person.id, ...values })}
      onClose={onClose}
    >
      <RadioField control={form.control} name="code" label="Population segment" options={segments} />
      <DateField control={form.control} name="startedOn" label="Since" optional />
      <TextField control={form.control} name="basis" label="On what basis" optional width={30} />
    </EntryDialog>
  );
}

/** Population segments that the person belongs to. */
export function SegmentsPanel({ person }: { readonly person: PersonPageView }) {
  return (
    <EntryPanel
      title="Segments"
      kind="segment"
      person={person}
      rows={person.segments}
      rowId={({ id }) => id}
      nameOf={({ code }) => wordOf('segment', code)}
      isPast={({ endedOn }) => endedOn !== null}
      past="Ended"
      none="The person is in no segment."
      add="Put into a segment"
      Add={AddSegment}
      end={({ id }, endedOn) => call('people.endSegment', { personId: person.id, segmentId: id, endedOn })}
      columns={[
        { id: 'segment', header: 'Segment', rowHeader: true, cell: ({ code }) => wordOf('segment', code) },
        { id: 'since', header: 'Since', cell: ({ startedOn, endedOn }) => <Period from={startedOn} to={endedOn} /> },
        { id: 'basis', header: 'Basis', cell: ({ basis }) => basis ?? <span className="ot-muted">Not recorded</span> },
      ]}
    />
  );
}
