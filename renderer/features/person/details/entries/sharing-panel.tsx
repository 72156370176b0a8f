import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { PersonPageView } from '../../../../../shared/contract/person-page.ts';
import { codeEntry, codeOptions, codesOf } from '../../../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../../../shared/domain/person-words.ts';
import { useTell } from '../../../../client/commands.ts';
import { useToday } from '../../../../client/now.ts';
import { useAsk } from '../../../../client/queries.ts';
import { RadioField } from '../../../../components/choice-fields.tsx';
import { ComboField } from '../../../../components/combo-field.tsx';
import { DateField } from '../../../../components/date-field.tsx';
import { DateText } from '../../../../components/dates.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import { Tag } from '../../../../components/tag.tsx';
import { TextAreaField } from '../../../../components/text-area-field.tsx';
import { chosenCode } from './code-field.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { dateOrNone, noteOrNone } from './entry-values.ts';

type Decision = PersonPageView['sharing'][number];

const schema = z
  .object({
    purpose: chosenCode('sharing-purpose', 'Choose what the sharing is for'),
    whom: z.enum(['everybody', 'kind', 'organisation']),
    organisationKind: z.union([z.literal(''), chosenCode('organisation-kind', '')]),
    organisationId: z.string(),
    decision: chosenCode('sharing-decision', 'Choose the decision'),
    decidedOn: dateOrNone,
    note: noteOrNone(1000),
  })
  .refine(({ whom, organisationKind }) => whom !== 'kind' || organisationKind !== '', {
    path: ['organisationKind'],
    message: 'Choose the kind of organisation',
  })
  .refine(({ whom, organisationId }) => whom !== 'organisation' || organisationId !== '', {
    path: ['organisationId'],
    message: 'Choose the organisation from the list',
  });

const kinds = codesOf('organisation-kind').map((value) => {
  const { label, group } = codeEntry('organisation-kind', value);
  return { value, label, ...(group !== undefined && { group }) };
});
const whoms = [
  { value: 'everybody', label: 'Every organisation that cares for the person' },
  { value: 'kind', label: 'One kind of organisation' },
  { value: 'organisation', label: 'One organisation by name' },
];

function RecordSharing({ person, onClose }: { readonly person: PersonPageView; readonly onClose: () => void }) {
  const { tell } = useTell('people.recordSharing');
  const today = useToday();
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      purpose: 'direct-care',
      whom: 'everybody',
      organisationKind: '',
      organisationId: '',
      decision: '',
      decidedOn: today,
      note: '',
    },
  });
  const { control } = form;
  const { data: places } = useAsk('places.list', {});
  const organisations = useMemo(
    () => (places?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
    [places],
  );
  const whom = useWatch({ control, name: 'whom' });
  return (
    <EntryDialog
      title="Record a sharing decision"
      form={form}
      submit="Record the decision"
      done="Sharing decision recorded"
      send={({ whom: chosen, organisationKind, organisationId, ...values }) =>
        tell({
          personId: person.id,
          ...values,
          ...(chosen === 'kind' && organisationKind !== '' && { organisationKind }),
          ...(chosen === 'organisation' && { organisationId }),
        })
      }
      onClose={onClose}
    >
      <SelectField control={control} name="purpose" label="What for" options={codeOptions('sharing-purpose')} />
      <RadioField control={control} name="whom" label="With whom" options={whoms} />
      {whom === 'kind' && (
        <SelectField
          control={control}
          name="organisationKind"
          label="Kind of organisation"
          blank="Choose"
          options={kinds}
        />
      )}
      {whom === 'organisation' && (
        <ComboField control={control} name="organisationId" label="Organisation" options={organisations} />
      )}
      <RadioField
        control={control}
        name="decision"
        label="What the person decided"
        options={codeOptions('sharing-decision')}
      />
      <DateField control={control} name="decidedOn" label="Decided on" optional />
      <TextAreaField
        control={control}
        name="note"
        label="Note"
        hint="Conditions, who was there, why it is in best interest."
        optional
        rows={2}
      />
    </EntryDialog>
  );
}

const withWhom = ({ organisation, organisationKind }: Decision): string =>
  organisation?.name ??
  (organisationKind === null ? 'Every organisation in the care' : wordOf('organisation-kind', organisationKind));

/** What the person decided about sharing their information; earlier decisions stay as history. */
export function SharingPanel({ person }: { readonly person: PersonPageView }) {
  return (
    <EntryPanel
      title="Sharing decisions"
      kind="sharing"
      person={person}
      rows={person.sharing}
      rowId={({ id }) => id}
      nameOf={(row) => `${wordOf('sharing-decision', row.decision)}, ${withWhom(row)}`}
      isPast={({ current }) => !current}
      past="Earlier decisions"
      none="Nobody has asked the person yet."
      add="Record a decision"
      Add={RecordSharing}
      columns={[
        { id: 'whom', header: 'With whom', rowHeader: true, cell: withWhom },
        {
          id: 'decision',
          header: 'Decision',
          cell: ({ decision }) => (
            <Tag tone={decision === 'agreed' ? 'green' : decision === 'best-interest' ? 'yellow' : 'red'}>
              {wordOf('sharing-decision', decision)}
            </Tag>
          ),
        },
        { id: 'purpose', header: 'What for', cell: ({ purpose }) => wordOf('sharing-purpose', purpose) },
        {
          id: 'on',
          header: 'Decided',
          cell: ({ decidedOn, recordedBy }) => (
            <>
              <DateText value={decidedOn} />
              <span className="ot-person-because">recorded by {recordedBy}</span>
            </>
          ),
        },
        { id: 'note', header: 'Note', cell: ({ note }) => note ?? '' },
      ]}
    />
  );
}
