import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { PathwayStepView } from '../../../shared/contract/pathways.ts';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { note, requiredNote } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';

interface StepDialogProps {
  readonly step: PathwayStepView;
  readonly onClose: () => void;
}

const doneForm = z.object({ on: isoDateSchema, evidence: note(1000) });

/** Records a step; the toast that says so can take it back. */
function useRecord(said: string, onClose: () => void) {
  const back = useTell('pathways.recordStep');
  return useTell('pathways.recordStep', {
    onDone: ({ heads }, { stepId }) => {
      toast({ message: said, undo: () => void back.tell({ stepId, heads, result: null }) });
      onClose();
    },
  });
}

/** Ticks a step: when it was done, and what shows it. */
export function StepDoneDialog({ step, onClose }: StepDialogProps) {
  const today = useToday();
  const record = useRecord('Step done', onClose);
  const form = useForm<z.input<typeof doneForm>, unknown, z.output<typeof doneForm>>({
    resolver: zodResolver(doneForm),
    defaultValues: { on: today, evidence: '' },
  });
  return (
    <Dialog open title="Step done" onClose={onClose}>
      <p>
        <b>{step.words}</b>
      </p>
      <Form
        form={form}
        submit="Record as done"
        onSubmit={async (values) => {
          const answer = await record.tell({ stepId: step.id, heads: step.heads, result: { how: 'done', ...values } });
          return answer.ok ? undefined : answer.error;
        }}
      >
        <TextAreaField
          control={form.control}
          name="evidence"
          label="What shows it"
          rows={2}
          optional
          {...(step.evidence !== null && { hint: step.evidence })}
        />
        <DateField control={form.control} name="on" label="Done on" />
      </Form>
    </Dialog>
  );
}

const skipForm = z.object({ reason: requiredNote(500) });

/** Marks a step as not needed, with the reason. */
export function StepSkipDialog({ step, onClose }: StepDialogProps) {
  const record = useRecord('Step marked as not needed', onClose);
  const form = useForm<z.input<typeof skipForm>, unknown, z.output<typeof skipForm>>({
    resolver: zodResolver(skipForm),
    defaultValues: { reason: '' },
  });
  return (
    <Dialog open title="Step not needed" onClose={onClose}>
      <p>
        <b>{step.words}</b>
      </p>
      <Form
        form={form}
        submit="Mark as not needed"
        onSubmit={async ({ reason }) => {
          const result = { how: 'not-needed' as const, reason };
          const answer = await record.tell({ stepId: step.id, heads: step.heads, result });
          return answer.ok ? undefined : answer.error;
        }}
      >
        <TextAreaField control={form.control} name="reason" label="Why it is not needed" rows={2} />
      </Form>
    </Dialog>
  );
}
