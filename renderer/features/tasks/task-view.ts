import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { taskDues, taskStates } from '../../../shared/contract/tasks.ts';
import { idSchema } from '../../../shared/ids.ts';

/** The view of the task list that the address holds. */
export const taskListView = z.object({
  /** Left out: the own tasks. */
  whose: z.literal('team').optional().catch(undefined),
  /** Left out: open tasks that are not put off. */
  state: z.enum(taskStates).optional().catch(undefined),
  due: z.enum(taskDues).optional().catch(undefined),
  owner: idSchema.optional().catch(undefined),
  nobody: z.literal(true).optional().catch(undefined),
});
export type TaskListView = z.output<typeof taskListView>;

export const stateWords: Readonly<Record<(typeof taskStates)[number], string>> = {
  open: 'To do',
  snoozed: 'Put off',
  done: 'Done',
  cancelled: 'Called off',
};
export const dueWords: Readonly<Record<(typeof taskDues)[number], string>> = {
  overdue: 'Overdue',
  today: 'Due today',
  week: 'Due in 7 days',
  none: 'Without a date',
};

/** What the engine is asked for a view. */
export function taskInputOf(view: TaskListView): Omit<InputOf<'tasks.list'>, 'offset' | 'limit'> {
  const { whose = 'mine', state = 'open', due, owner, nobody } = view;
  const team = whose === 'team';
  return {
    ...{ whose, state },
    ...(due && { due }),
    ...(team && owner && { ownerId: owner }),
    ...(team && nobody && { nobody }),
  };
}
