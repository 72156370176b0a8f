import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { CheckView } from '../../../shared/contract/checks.ts';
import { partsOf } from '../../../shared/domain/checks.ts';
import { codeEntry, codeLabel, isCode } from '../../../shared/domain/code-lists.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { useToday } from '../../client/now.ts';
import { CheckboxesField, RadioField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { roundOf, useRecord } from './use-record.ts';

const schema = z.object({
  offeredOn: z.string(),
  response: z.enum(['', 'accepted', 'declined']),
  doneOn: z.string(),
  parts: z.array(z.string()),
  partsOn: z.string(),
  note: note(1000),
});

interface EntryDialogProps {
  readonly personId: string;
  readonly check: CheckView;
  readonly onClose: () => void;
}

/** Everything that can be said of a round: offer, answer, day, parts, note. */
export function EntryDialog({ personId, check, onClose }: EntryDialogProps) {
  const today = useToday();
  const { record } = useRecord(personId, check);
  const kind = isCode('check', check.kind) ? check.kind : 'flu';
  const parts = partsOf(kind);
  const before = roundOf(check);
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      offeredOn: before.offeredOn ?? '',
      response: before.response ?? '',
      doneOn: before.doneOn ?? '',
      parts: [],
      partsOn: today,
      note: before.note ?? '',
    },
  });
  return (
    <Dialog open title={codeEntry('check', kind).label} onClose={onClose}>
      <Form
        form={form}
        submit="Record"
        onSubmit={async ({ offeredOn, response, doneOn, note, ...values }) => {
          const added = Object.fromEntries(values.parts.map((part) => [part, { on: values.partsOn }]));
          const failure = await record(
            {
              offeredOn: offeredOn || null,
              response: response || null,
              doneOn: doneOn || null,
              parts: { ...before.parts, ...added },
              note,
            },
            'Check recorded',
          );
          if (failure === undefined) onClose();
          return failure;
        }}
      >
        {parts.length > 0 && (
          <>
            <CheckboxesField
              control={form.control}
              name="parts"
              label="Parts done"
              hint={
                check.missing.length < parts.length
                  ? 'Those done before are kept. With the last part the check is done.'
                  : 'With the last part the check is done.'
              }
              options={check.missing.map((part) => ({
                value: part,
                label: isCode('check-part', part) ? codeLabel('check-part', part) : part,
              }))}
            />
            <DateField control={form.control} name="partsOn" label="Parts done on" />
          </>
        )}
        <DateField control={form.control} name="offeredOn" label="Offered on" optional />
        <RadioField
          control={form.control}
          name="response"
          label="Answer"
          look="inline"
          options={[
            { value: '', label: 'None yet' },
            { value: 'accepted', label: 'Accepted' },
            { value: 'declined', label: 'Declined' },
          ]}
        />
        {parts.length === 0 && <DateField control={form.control} name="doneOn" label="Done on" optional />}
        <TextAreaField control={form.control} name="note" label="Note" rows={2} optional />
      </Form>
    </Dialog>
  );
}
