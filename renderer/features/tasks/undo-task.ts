import { call } from '../../client/call.ts';
import { toast } from '../../components/toast.ts';

/** Takes back what was just done to tasks, and says why when that is too late. */
export async function undoTasks(taskIds: readonly string[]): Promise<void> {
  const answer = await call('tasks.undo', { taskIds: [...taskIds] });
  if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
}

/** Says what was done to tasks, with ten seconds to undo it. */
export function toldWithUndo(message: string, taskIds: readonly string[]): void {
  toast({ message, undo: () => void undoTasks(taskIds) });
}
