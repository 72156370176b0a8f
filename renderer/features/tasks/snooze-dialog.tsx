import { useTell } from '../../client/commands.ts';
import { Dialog } from '../../components/dialog.tsx';
import type { TaskDialogProps } from './finish-dialog.tsx';
import { SnoozeForm } from './snooze-form.tsx';
import { TaskWhat } from './task-what.tsx';
import { toldWithUndo } from './undo-task.ts';

/** Puts a task off until a day, with the reason. */
export function SnoozeDialog({ open, task, onClose, onDone }: TaskDialogProps) {
  const snooze = useTell('tasks.snooze', {
    onDone: () => {
      onDone?.();
      onClose();
      toldWithUndo('Task put off', [task.id]);
    },
  });
  return (
    <Dialog open={open} title="Put the task off" onClose={onClose}>
      <SnoozeForm
        onSave={async (values) => {
          const answer = await snooze.tell({ taskId: task.id, heads: task.heads, ...values });
          return answer.ok ? undefined : answer.error;
        }}
      >
        <TaskWhat task={task} />
      </SnoozeForm>
    </Dialog>
  );
}
