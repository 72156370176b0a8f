import { z } from 'zod';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { codeOptions, codeSchema } from '../../../shared/domain/code-lists.ts';
import { requiredNote } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { DateField } from '../../components/date-field.tsx';
import { SidePanel } from '../../components/dialog.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import { DraftedForm } from '../plan/drafted-form.tsx';

const schema = z.object({
  kind: codeSchema('feedback-kind'),
  words: requiredNote(5000),
  saidBy: codeSchema('feedback-source'),
  receivedOn: isoDateSchema,
});

interface RecordFeedbackProps {
  readonly open: boolean;
  readonly personId: string;
  readonly onClose: () => void;
}

/** Takes down what somebody said, before anybody interprets it. */
export function RecordFeedback({ open, ...props }: RecordFeedbackProps) {
  return (
    <SidePanel open={open} title="Record feedback" onClose={props.onClose}>
      <RecordForm {...props} />
    </SidePanel>
  );
}

function RecordForm({ personId, onClose }: Omit<RecordFeedbackProps, 'open'>) {
  const today = useToday();
  const undo = useTell('feedback.undo');
  const record = useTell('feedback.record', {
    onDone: ({ feedbackId }) => {
      toast({ message: 'Feedback recorded', undo: () => void undo.tell({ feedbackId }) });
      onClose();
    },
  });
  return (
    <DraftedForm<z.input<typeof schema>, z.output<typeof schema>>
      schema={schema}
      start={{ kind: 'compliment', words: '', saidBy: 'person', receivedOn: today }}
      draft={{ kind: 'feedback', key: personId }}
      submit="Record the feedback"
      onSubmit={async (values) => {
        const answer = await record.tell({ personId, ...values });
        return answer.ok ? undefined : answer.error;
      }}
    >
      {({ control }) => (
        <>
          <RadioField control={control} name="kind" label="Kind" look="inline" options={codeOptions('feedback-kind')} />
          <TextAreaField
            control={control}
            name="words"
            label="Their own words"
            hint="As they said or wrote it, not what it may mean."
            rows={6}
          />
          <RadioField
            control={control}
            name="saidBy"
            label="Who said it"
            look="inline"
            options={codeOptions('feedback-source')}
          />
          <DateField control={control} name="receivedOn" label="Said on" />
        </>
      )}
    </DraftedForm>
  );
}
