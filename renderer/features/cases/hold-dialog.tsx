import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { addDays } from '../../../shared/domain/british-date.ts';
import { codeOptions, isCode } from '../../../shared/domain/code-lists.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { useToday } from '../../client/now.ts';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';

const holdForm = z.object({
  reason: z.string().refine((code) => isCode('hold-reason', code), 'Choose why the case is put on hold'),
  reviewOn: z.string().min(1, 'Enter the day on which the case is looked at again'),
  note: note(1000),
});

interface CaseDialogProps {
  readonly open: boolean;
  readonly caseId: string;
  readonly onClose: () => void;
}

/** Puts a case on hold until a day. */
export function HoldDialog({ open, caseId, onClose }: CaseDialogProps) {
  return (
    <Dialog open={open} title="Put the case on hold" onClose={onClose}>
      <HoldForm caseId={caseId} onClose={onClose} />
    </Dialog>
  );
}

function HoldForm({ caseId, onClose }: Omit<CaseDialogProps, 'open'>) {
  const today = useToday();
  const form = useForm({
    resolver: zodResolver(holdForm),
    defaultValues: { reason: '', reviewOn: addDays(today, 28), note: '' },
  });
  const resume = useTell('cases.resume');
  const hold = useTell('cases.hold', {
    onDone: () => {
      toast({ message: 'Case put on hold', undo: () => void resume.tell({ caseId }) });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="Put on hold"
      onSubmit={async ({ reason, ...values }) => {
        if (!isCode('hold-reason', reason)) return undefined;
        const answer = await hold.tell({ caseId, reason, ...values });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <SelectField
        control={form.control}
        name="reason"
        label="Why"
        options={codeOptions('hold-reason')}
        blank="Choose a reason"
      />
      <DateField
        control={form.control}
        name="reviewOn"
        label="Look at it again on"
        hint="It comes up in Today on this day."
      />
      <TextAreaField control={form.control} name="note" label="Note" rows={3} optional />
    </Form>
  );
}
