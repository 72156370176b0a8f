import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { DiaryEntry } from '../../../shared/contract/diary.ts';
import { codeOptions, codeSchema } from '../../../shared/domain/code-lists.ts';
import { call } from '../../client/call.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { RadioField } from '../../components/choice-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { PersonLine } from '../contacts/person-line.tsx';
import { wordsFor } from '../contacts/words.ts';

const callers = (['2', '4'] as const).map((value) => ({ value, label: wordsFor('attendance', value) }));
const values = z.object({
  attendance: z.enum(['2', '4'], 'Say who called it off'),
  reason: codeSchema('cancellation-reason'),
  note: z.string(),
});
type CancelValues = z.output<typeof values>;

interface CancelDialogProps {
  readonly entry: DiaryEntry;
  readonly person: NonNullable<DiaryEntry['person']>;
  readonly onClose: () => void;
}

/** Calls off a planned contact: by whom and why, as the record asks for it. */
export function CancelDialog({ entry, person, onClose }: CancelDialogProps) {
  const { tell } = useTell('contacts.cancelPlanned');
  const form = useForm<CancelValues>({
    resolver: zodResolver(values),
    defaultValues: { attendance: '2', reason: '02', note: '' },
  });
  const send = async ({ attendance, reason, note }: CancelValues) => {
    const answer = await tell({
      contactId: entry.id,
      heads: entry.heads,
      attendance,
      cancellation: { reason },
      note,
    });
    if (!answer.ok) return answer.error;
    onClose();
    toast({ message: 'The appointment is cancelled', undo: () => void planAgain(entry.id) });
    return undefined;
  };
  return (
    <Dialog open title="Cancel the appointment" onClose={onClose}>
      <PersonLine person={person} />
      <Form
        form={form}
        onSubmit={send}
        submit="Cancel the appointment"
        actions={<Button onClick={onClose}>Keep it</Button>}
      >
        <RadioField control={form.control} name="attendance" label="Who called it off?" options={callers} />
        <RadioField
          control={form.control}
          name="reason"
          label="Why?"
          options={codeOptions('cancellation-reason')}
          look="inline"
        />
        <TextAreaField control={form.control} name="note" label="Note" rows={2} optional />
      </Form>
    </Dialog>
  );
}

async function planAgain(contactId: string): Promise<void> {
  const answer = await call('contacts.undo', { contactIds: [contactId] });
  toast(answer.ok ? { message: 'It is planned again' } : { message: answer.error.message, tone: 'urgent' });
}
