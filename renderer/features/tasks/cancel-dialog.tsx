import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { requiredNote } from '../../../shared/domain/plain-text.ts';
import { useTell } from '../../client/commands.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import type { TaskDialogProps } from './finish-dialog.tsx';
import { TaskWhat } from './task-what.tsx';
import { toldWithUndo } from './undo-task.ts';

const cancelForm = z.object({ reason: requiredNote(500) });

/** Calls a task off, with the reason. */
export function CancelDialog({ open, ...props }: TaskDialogProps) {
  return (
    <Dialog open={open} title="Call the task off" onClose={props.onClose}>
      <CancelForm {...props} />
    </Dialog>
  );
}

function CancelForm({ task, onClose, onDone }: Omit<TaskDialogProps, 'open'>) {
  const form = useForm({ resolver: zodResolver(cancelForm), defaultValues: { reason: '' } });
  const cancel = useTell('tasks.cancel', {
    onDone: () => {
      onDone?.();
      onClose();
      toldWithUndo('Task called off', [task.id]);
    },
  });
  return (
    <Form
      form={form}
      submit="Call it off"
      submitLook="danger"
      onSubmit={async ({ reason }) => {
        const answer = await cancel.tell({ taskId: task.id, heads: task.heads, reason });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <TaskWhat task={task} />
      <TextAreaField control={form.control} name="reason" label="Why it is no longer needed" rows={2} />
    </Form>
  );
}
