import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { TaskView } from '../../../shared/contract/task-view.ts';
import { note } from '../../../shared/domain/plain-text.ts';
import { needsOutcome } from '../../../shared/domain/task-rules.ts';
import { useTell } from '../../client/commands.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Form } from '../../components/form.tsx';
import { TextAreaField } from '../../components/text-area-field.tsx';
import { TaskWhat } from './task-what.tsx';
import { toldWithUndo } from './undo-task.ts';

export interface TaskDialogProps {
  readonly open: boolean;
  readonly task: TaskView;
  readonly onClose: () => void;
  /** After it was done, before the dialog closes. */
  readonly onDone?: () => void;
}

/** Marks a task as done, with what came of it. */
export function FinishDialog({ open, ...props }: TaskDialogProps) {
  return (
    <Dialog open={open} title="Task done" onClose={props.onClose}>
      <FinishForm {...props} />
    </Dialog>
  );
}

function FinishForm({ task, onClose, onDone }: Omit<TaskDialogProps, 'open'>) {
  const needed = needsOutcome(task.origin.kind);
  const form = useForm({
    resolver: zodResolver(
      z.object({
        outcome: note(1000).refine((outcome) => !needed || outcome !== '', 'Say what was done about it'),
      }),
    ),
    defaultValues: { outcome: '' },
  });
  const finish = useTell('tasks.finish', {
    onDone: () => {
      onDone?.();
      onClose();
      toldWithUndo('Task done', [task.id]);
    },
  });
  return (
    <Form
      form={form}
      submit="Mark as done"
      onSubmit={async ({ outcome }) => {
        const answer = await finish.tell({ taskId: task.id, heads: task.heads, outcome });
        return answer.ok ? undefined : answer.error;
      }}
    >
      <TaskWhat task={task} />
      <TextAreaField
        control={form.control}
        name="outcome"
        label="What came of it"
        rows={3}
        optional={!needed}
        {...(needed && { hint: 'An alert is closed only with what was done about it.' })}
      />
    </Form>
  );
}
