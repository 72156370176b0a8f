import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { FeedbackView } from '../../../shared/contract/feedback.ts';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { isCode } from '../../../shared/domain/code-lists.ts';
import { type FeedbackStatus, needsNote } from '../../../shared/domain/feedback-rules.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { stepWords } from './feedback-words.ts';

const schema = z.object({ on: isoDateSchema, note: note(2000) });

interface FollowDialogProps {
  /** The step to take; null while none is. */
  readonly step: FeedbackStatus | null;
  readonly feedback: FeedbackView;
  readonly onClose: () => void;
}

/** Takes one step: on which day, and what was done. */
export function FollowDialog({ step, feedback, onClose }: FollowDialogProps) {
  return (
    <Dialog open={step !== null} title={step === null ? '' : stepWords[step].deed} onClose={onClose}>
      {step !== null && <FollowForm step={step} feedback={feedback} onClose={onClose} />}
    </Dialog>
  );
}

function FollowForm({ step, feedback, onClose }: FollowDialogProps & { readonly step: FeedbackStatus }) {
  const today = useToday();
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { on: today, note: '' },
  });
  const undo = useTell('feedback.undo');
  const follow = useTell('feedback.follow', {
    onDone: () => {
      toast({ message: stepWords[step].done, undo: () => void undo.tell({ feedbackId: feedback.id }) });
      onClose();
    },
  });
  const { status } = feedback;
  return (
    <Form
      form={form}
      submit={stepWords[step].deed}
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async (values) => {
        const answer = await follow.tell({ feedbackId: feedback.id, heads: feedback.heads, status: step, ...values });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <div className="ot-feedback-said">
        <blockquote className="ot-person-words">{feedback.words}</blockquote>
      </div>
      <DateField control={form.control} name="on" label="On" />
      <TextAreaField
        control={form.control}
        name="note"
        label={stepWords[step].note}
        rows={3}
        autoFocus
        optional={isCode('feedback-status', status) && !needsNote(status, step)}
      />
    </Form>
  );
}
