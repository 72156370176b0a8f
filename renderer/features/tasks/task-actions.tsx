import { useState } from 'react';
import type { TaskView } from '../../../shared/contract/task-view.ts';
import { useTell } from '../../client/commands.ts';
import { useMay, useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { toldWithUndo } from './undo-task.ts';

type Asking = 'finish' | 'snooze' | 'cancel' | null;

interface TaskActionsProps {
  readonly task: TaskView;
  /** Only what is done most; the task's name opens the rest. */
  readonly short?: boolean;
  /** After the task has ended or been put off. */
  readonly onDone?: () => void;
}

/** What can be done with an open task, in place. */
export function TaskActions({ task, short = false, onDone }: TaskActionsProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const may = useMay('tasks.write');
  const { workerId } = useSession();
  const takeOver = useTell('tasks.takeOver', { onDone: () => toldWithUndo('The task is yours', [task.id]) });
  const wake = useTell('tasks.wake', { onDone: () => toldWithUndo('Task taken up again', [task.id]) });
  if (!may || task.state.status !== 'open') return null;
  const of = <span className="nhsuk-u-visually-hidden">: {task.words}</span>;
  const own = { task, onClose: () => setAsking(null), ...(onDone && { onDone }) };
  const run = async (told: ReturnType<typeof takeOver.tell>) => {
    const answer = await told;
    if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
  };
  const mine = task.owner?.id === workerId;
  return (
    <span className="ot-task-actions">
      <Button size="small" icon="tick" onClick={() => setAsking('finish')}>
        Done{of}
      </Button>
      {task.snooze === null ? (
        <Button size="small" look="quiet" onClick={() => setAsking('snooze')}>
          Put off{of}
        </Button>
      ) : (
        <Button size="small" look="quiet" onClick={() => void run(wake.tell({ taskId: task.id, heads: task.heads }))}>
          Take up again{of}
        </Button>
      )}
      {!mine && (
        <Button
          size="small"
          look="quiet"
          onClick={() => void run(takeOver.tell({ taskId: task.id, heads: task.heads }))}
        >
          Take over{of}
        </Button>
      )}
      {!short && (
        <Button size="small" look="quiet" onClick={() => setAsking('cancel')}>
          Call off{of}
        </Button>
      )}
      <FinishDialog open={asking === 'finish'} {...own} />
      <SnoozeDialog open={asking === 'snooze'} {...own} />
      <CancelDialog open={asking === 'cancel'} {...own} />
    </span>
  );
}
