import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { requiredNote } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { toast } from '../../components/toast.ts';
import type { Worker } from './team-view.ts';

interface EndDialogProps {
  readonly open: boolean;
  readonly worker: Worker;
  readonly onClose: () => void;
}

/** Ends a worker's time in the team. What they did stays theirs. */
export function EndDialog({ open, worker, onClose }: EndDialogProps) {
  return (
    <Dialog open={open} title={`End ${worker.name}’s time in the team`} onClose={onClose}>
      <EndForm worker={worker} onClose={onClose} />
    </Dialog>
  );
}

function EndForm({ worker, onClose }: Omit<EndDialogProps, 'open'>) {
  const form = useForm({
    resolver: zodResolver(z.object({ reason: requiredNote(500) })),
    defaultValues: { reason: '' },
  });
  const { tell } = useTell('staff.end', {
    onDone: () => {
      toast({ message: 'Their time in the team has ended' });
      onClose();
    },
  });
  return (
    <Form
      form={form}
      submit="End their time here"
      submitLook="danger"
      actions={<Button onClick={onClose}>Cancel</Button>}
      onSubmit={async ({ reason }) => {
        const answer = await tell({ workerId: worker.id, reason });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <ul>
        <li>{worker.name} cannot sign in any more, and cannot be given cases.</li>
        <li>Everything they entered stays, under their name.</li>
        <li>It is refused while they coordinate cases: hand those over first.</li>
      </ul>
      <TextAreaField control={form.control} name="reason" label="Why" hint="Kept in the audit trail." rows={3} />
    </Form>
  );
}
