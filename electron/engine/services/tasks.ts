import type { tasks as contract } from '../../../shared/contract/tasks.ts';
import { addDays } from '../../../shared/domain/british-date.ts';
import { needsOutcome } from '../../../shared/domain/task-rules.ts';
import { AppError } from '../../../shared/errors.ts';
import type { QueryContext, Services } from '../context.ts';
import { findCase } from '../store/cases.ts';
import { countTasks, doneTasksOf, openTasksOf, taskIds } from '../store/tasks.ts';
import { refuse } from './contact-checks.ts';
import { currentPerson } from './current-person.ts';
import { requireMayPassOn, requireOpenTask, requireOwner, requireSnooze } from './task-checks.ts';
import { type Snooze, taskRows } from './task-rows.ts';
import { endTask, insertTask } from './task-steps.ts';
import { undoTasks } from './task-undo.ts';

const doneShown = 5;

export const tasks: Services<typeof contract> = {
  'tasks.list': (context, { whose, offset, limit, ...filter }) => {
    const { read, session, today } = context;
    const query = {
      ...filter,
      due: filter.due,
      ownerId: filter.ownerId,
      nobody: filter.nobody,
      mine: whose === 'mine' ? session.workerId : null,
      neighbourhoods: session.neighbourhoods,
      today,
      weekEnd: addDays(today, 7),
    };
    return { total: countTasks(read, query), rows: taskRows(context, taskIds(read, query, offset, limit)) };
  },
  'tasks.ofPerson': (context, { personId }) => ({
    open: taskRows(context, openTasksOf(context.read, personId)),
    done: taskRows(context, doneTasksOf(context.read, personId, doneShown)),
  }),
  'tasks.open': (context, { taskId }) => {
    const [row] = taskRows(context, [taskId]);
    if (!row) throw new AppError('not-found', 'This task is not on this device. Go back and open it again.');
    return row;
  },
  'tasks.add': (context, { personId, caseId, neighbourhoodId, ownerId, words, dueOn, priority }) => {
    requireOwner(context, ownerId, 'ownerId');
    const place = placeOf(context, personId, caseId, neighbourhoodId);
    return { taskId: insertTask(context, { personId, caseId, ...place, ownerId, words, dueOn, priority }) };
  },
  'tasks.edit': (context, { taskId, heads, patch: { ownerId, words, dueOn, priority } }) => {
    const task = requireOpenTask(context, taskId);
    if (ownerId !== undefined && ownerId !== task.owner_id) {
      requireMayPassOn(context, task, ownerId);
      requireOwner(context, ownerId, 'patch.ownerId');
    }
    const columns = { words, due_on: dueOn, priority, owner_id: ownerId };
    return { changed: context.journal.update('tasks', taskId, columns, heads) };
  },
  'tasks.finish': (context, { taskId, heads, outcome }) => {
    const task = requireOpenTask(context, taskId);
    if (outcome === '' && needsOutcome(task.origin_kind))
      refuse([{ path: 'outcome', message: 'Say what was done about it' }]);
    endTask(context, taskId, heads, { status: 'done', ...(outcome && { outcome }) });
    return {};
  },
  'tasks.cancel': (context, { taskId, heads, reason }) => {
    requireOpenTask(context, taskId);
    endTask(context, taskId, heads, { status: 'cancelled', outcome: reason });
    return {};
  },
  'tasks.snooze': (context, { taskId, heads, until, reason }) => {
    requireOpenTask(context, taskId);
    requireSnooze(until, context.today);
    const snooze: Snooze = { until, reason, by: context.session.workerId };
    context.journal.update('tasks', taskId, { snooze: JSON.stringify(snooze) }, heads);
    return {};
  },
  'tasks.wake': (context, { taskId, heads }) => {
    requireOpenTask(context, taskId);
    context.journal.update('tasks', taskId, { snooze: null }, heads);
    return {};
  },
  'tasks.takeOver': (context, { taskId, heads }) => {
    const task = requireOpenTask(context, taskId);
    if (task.owner_id === context.session.workerId) throw new AppError('rule', 'This task is yours already.');
    context.journal.update('tasks', taskId, { owner_id: context.session.workerId }, heads);
    return {};
  },
  'tasks.reassign': (context, { taskIds: ids, ownerId }) => {
    requireOwner(context, ownerId, 'ownerId');
    const changed = [...new Set(ids)].map((id) => {
      requireOpenTask(context, id);
      return context.journal.update('tasks', id, { owner_id: ownerId }).length;
    });
    return { changed: changed.filter((fields) => fields > 0).length };
  },
  'tasks.undo': (context, { taskIds: ids }) => undoTasks(context, ids),
};

/** The neighbourhood whose team has the task, and the scope of its row. */
function placeOf(
  { read }: QueryContext,
  personId: string | null,
  caseId: string | null,
  neighbourhoodId: string | null,
): { neighbourhoodId: string; scope: string } {
  if (personId === null) {
    if (caseId !== null) refuse([{ path: 'caseId', message: 'Say whom the task is about' }]);
    return { neighbourhoodId: neighbourhoodId ?? '', scope: neighbourhoodId ?? '' };
  }
  const person = currentPerson(read, personId);
  const place = { neighbourhoodId: person.neighbourhood_id, scope: person.neighbourhood_id };
  if (caseId === null) return place;
  const found = findCase(read, caseId);
  if (found?.person_id !== personId || found.status === 'closed')
    refuse([{ path: 'caseId', message: 'Choose an open case of this person' }]);
  return { ...place, neighbourhoodId: found?.neighbourhood_id ?? place.neighbourhoodId };
}
