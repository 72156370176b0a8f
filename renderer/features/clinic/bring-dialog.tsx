import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { BroughtCase } from '../../../shared/contract/supervision.ts';
import { requiredNote } from '../../../shared/domain/plain-text.ts';
import { call } from '../../client/call.ts';
import { useTell } from '../../client/commands.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { PersonLine } from '../contacts/person-line.tsx';

const schema = z.object({ question: requiredNote(2000) });

interface BringDialogProps {
  readonly person: BroughtCase['person'];
  readonly onClose: () => void;
}

/** Brings a case to supervision with a question. */
export function BringDialog({ person, onClose }: BringDialogProps) {
  const form = useForm<z.output<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { question: '' } });
  const bring = useTell('supervision.bring');
  return (
    <Dialog open title="Bring to supervision" onClose={onClose}>
      <PersonLine person={person} />
      <Form
        form={form}
        submit="Bring this case"
        onSubmit={async ({ question }) => {
          const answer = await bring.tell({ personId: person.id, question });
          if (!answer.ok) return answer.error;
          onClose();
          toast({ message: 'Brought to supervision', undo: () => void takeBack(answer.value.supervisionId) });
          return undefined;
        }}
      >
        <TextAreaField
          control={form.control}
          name="question"
          label="Your question"
          hint="What you would like to think about together"
          rows={4}
          autoFocus
        />
      </Form>
    </Dialog>
  );
}

async function takeBack(supervisionId: string): Promise<void> {
  const answer = await call('supervision.withdraw', { supervisionId, reason: 'Taken back right after bringing it' });
  if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
}
