import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { useTell } from '../../client/commands.ts';
import { RadioField } from '../../components/choice-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { formatCount } from '../../components/format.ts';
import { WorkerField } from '../cases/worker-field.tsx';
import { toldWithUndo } from './undo-task.ts';

const reassignForm = z
  .object({ to: z.enum(['worker', 'team']), ownerId: z.string() })
  .refine(({ to, ownerId }) => to === 'team' || ownerId !== '', { path: ['ownerId'], message: 'Choose a worker' });

interface ReassignDialogProps {
  readonly open: boolean;
  readonly taskIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A lead gives tasks to somebody else, or back to the team. */
export function ReassignDialog({ open, ...props }: ReassignDialogProps) {
  return (
    <Dialog open={open} title={`Re-assign ${formatCount(props.taskIds.length, 'task')}`} onClose={props.onClose}>
      <ReassignForm {...props} />
    </Dialog>
  );
}

function ReassignForm({ taskIds, onClose, onDone }: Omit<ReassignDialogProps, 'open'>) {
  const form = useForm({
    resolver: zodResolver(reassignForm),
    defaultValues: { to: 'worker' as 'worker' | 'team', ownerId: '' },
  });
  const to = useWatch({ control: form.control, name: 'to' });
  const reassign = useTell('tasks.reassign', {
    onDone: (_, input) => {
      onDone();
      onClose();
      toldWithUndo(`${formatCount(input.taskIds.length, 'task')} re-assigned`, input.taskIds);
    },
  });
  return (
    <Form
      form={form}
      submit="Re-assign"
      onSubmit={async ({ ownerId }) => {
        const answer = await reassign.tell({ taskIds: [...taskIds], ownerId: to === 'team' ? null : ownerId });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <RadioField
        control={form.control}
        name="to"
        label="To whom"
        look="inline"
        options={[
          { value: 'worker', label: 'A worker' },
          { value: 'team', label: 'The team' },
        ]}
      />
      {to === 'worker' && <WorkerField control={form.control} name="ownerId" label="Worker" />}
    </Form>
  );
}
