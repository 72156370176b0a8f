import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { BroughtCase } from '../../../shared/contract/supervision.ts';
import { codeSchema, codesOf } from '../../../shared/domain/code-lists.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { PersonLine } from '../contacts/person-line.tsx';

const schema = z.object({
  decision: z.string().pipe(
    codeSchema('supervision-decision').or(
      z.literal('').transform((_, context) => {
        context.addIssue({ code: 'custom', message: 'Choose what was decided' });
        return z.NEVER;
      }),
    ),
  ),
  note: note(5000),
});
const decisions = codesOf('supervision-decision').map((value) => ({
  value,
  label: wordOf('supervision-decision', value),
}));

interface ReviewDialogProps {
  readonly brought: BroughtCase;
  readonly onClose: () => void;
}

/** What a case review came to. */
export function ReviewDialog({ brought, onClose }: ReviewDialogProps) {
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { decision: '', note: '' },
  });
  const review = useTell('supervision.review');
  return (
    <Dialog open title="Review the case" onClose={onClose}>
      <PersonLine person={brought.person} />
      <p className="ot-clinic__question">
        <b>{brought.broughtBy.name} asks:</b> {brought.question}
      </p>
      <Form
        form={form}
        submit="Save the review"
        onSubmit={async (values) => {
          const answer = await review.tell({ supervisionId: brought.id, heads: brought.heads, ...values });
          if (!answer.ok) return answer.error;
          onClose();
          toast({ message: 'Review saved. It stays in the history of the list.' });
          return undefined;
        }}
      >
        <RadioField control={form.control} name="decision" label="Decision" options={decisions} look="chips" />
        <TextAreaField control={form.control} name="note" label="Notes of the review" rows={5} optional />
      </Form>
    </Dialog>
  );
}
