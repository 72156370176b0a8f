import type { Heads } from '../../../shared/ids.ts';
import type { CommandContext } from '../context.ts';
import type { TaskState } from './task-rows.ts';

/** What a new task consists of. */
export interface NewTask {
  readonly personId: string | null;
  readonly caseId: string | null;
  readonly neighbourhoodId: string;
  readonly scope: string;
  readonly ownerId: string | null;
  readonly words: string;
  readonly dueOn: string | null;
  readonly priority: string;
  /** By hand when left out. */
  readonly origin?: { readonly kind: string; readonly id: string };
}

/** Writes a new open task; returns its id. */
export function insertTask({ journal, session, now }: CommandContext, task: NewTask): string {
  return journal.insert(
    'tasks',
    {
      person_id: task.personId,
      case_id: task.caseId,
      neighbourhood_id: task.neighbourhoodId,
      owner_id: task.ownerId,
      words: task.words,
      due_on: task.dueOn,
      priority: task.priority,
      origin_kind: task.origin?.kind ?? 'hand',
      origin_id: task.origin?.id ?? null,
      created_at: now,
      created_by: session.workerId,
      state: JSON.stringify({ status: 'open', on: now, by: session.workerId } satisfies TaskState),
    },
    task.scope,
  );
}

/** Ends a task: done, or called off. `heads` are those that the author was shown. */
export function endTask(
  { journal, session, now }: CommandContext,
  taskId: string,
  heads: Heads | undefined,
  state: Pick<TaskState, 'status' | 'outcome'>,
): void {
  const ended: TaskState = { ...state, on: now, by: session.workerId };
  journal.update('tasks', taskId, { state: JSON.stringify(ended) }, heads);
}

/** Calls a task off because what it was for has ended. */
export function callOffTask(context: CommandContext, taskId: string, reason: string): void {
  endTask(context, taskId, undefined, { status: 'cancelled', outcome: reason });
}
