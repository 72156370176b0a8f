import type { Unfinished } from '../../../shared/contract/cases.ts';
import type { QueryContext } from '../context.ts';
import { openTransfersOf, plannedOfCase, type StoredPlanned } from '../store/cases.ts';
import { openTasksOfCase, type TaskLine } from '../store/tasks.ts';

/** What is still planned, asked or to be done on a case. */
export function unfinishedOf({ read }: QueryContext, caseId: string): Unfinished {
  return {
    caseId,
    planned: plannedOfCase(read, caseId).map(plannedView),
    tasks: openTasksOfCase(read, caseId).map(openTaskView),
    transfers: openTransfersOf(read, caseId).map(({ id, to }) => ({ id, to })),
  };
}

/** A planned contact as answers show it. */
export function plannedView({ id, starts_at, mechanism, worker }: StoredPlanned): Unfinished['planned'][number] {
  return { id, startsAt: starts_at, mechanism, worker: worker ?? '' };
}

/** An open task as answers show it. */
export function openTaskView({ id, words, due_on, owner }: TaskLine): Unfinished['tasks'][number] {
  return { id, words, dueOn: due_on, owner };
}
