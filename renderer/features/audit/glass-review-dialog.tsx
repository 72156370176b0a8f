import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { note } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import type { GlassUse } from './glass-card.tsx';
import { isVerdict, verdicts } from './verdicts.ts';

const reviewForm = z
  .object({ verdict: z.string().refine(isVerdict, 'Choose what you think of it'), note: note(1000) })
  .refine(({ verdict, note: words }) => verdict === 'appropriate' || words !== '', {
    path: ['note'],
    error: 'Say what was wrong, or what is to be followed up',
  });

/** Judges one use; it cannot be judged again. */
export function GlassReviewDialog({ use, onClose }: { readonly use: GlassUse | null; readonly onClose: () => void }) {
  return (
    <Dialog open={use !== null} title="Review a break-glass use" onClose={onClose}>
      {use !== null && <ReviewForm use={use} onClose={onClose} />}
    </Dialog>
  );
}

function ReviewForm({ use, onClose }: { readonly use: GlassUse; readonly onClose: () => void }) {
  const form = useForm({ resolver: zodResolver(reviewForm), defaultValues: { verdict: '', note: '' } });
  const { tell } = useTell('people.reviewBreakGlass', {
    onDone: () => {
      toast({ message: 'Review recorded' });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Record the review"
      onSubmit={async ({ verdict, note: words }) => {
        if (!isVerdict(verdict)) return undefined;
        const answer = await tell({ breakGlassId: use.id, verdict, ...(words !== '' && { note: words }) });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <p>{use.worker.name} gave this reason. The review stays with it and cannot be changed.</p>
      <blockquote className="ot-glass__reason">{use.reason}</blockquote>
      <RadioField
        control={form.control}
        name="verdict"
        label="Was it right to open the record?"
        options={Object.entries(verdicts).map(([value, { label, hint }]) => ({ value, label, hint }))}
      />
      <TextAreaField
        control={form.control}
        name="note"
        label="Note"
        hint="Needed unless it was right."
        rows={3}
        optional
      />
    </Form>
  );
}
