import type { TaskView } from '../../../shared/contract/task-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import type { Column } from '../../components/column.ts';
import { DueText, InstantText } from '../../components/dates.tsx';
import { Tag } from '../../components/tag.tsx';
import { CasePerson } from '../cases/case-person.tsx';
import { openPanel } from '../frame/panels.ts';
import { TaskActions } from './task-actions.tsx';
import { TaskOriginLink } from './task-origin.tsx';
import { ownerOf, priorityOf, priorityTone } from './task-words.ts';

/** Every column of the task list. */
export const taskColumns: readonly Column<TaskView>[] = [
  { id: 'what', header: 'What', rowHeader: true, width: 265, cell: (task) => <What task={task} /> },
  { id: 'person', header: 'About', width: 185, cell: (task) => <About task={task} /> },
  { id: 'due', header: 'Due', width: 120, cell: (task) => <Due task={task} /> },
  {
    id: 'priority',
    header: 'Priority',
    width: 88,
    cell: ({ priority }) =>
      priority === 'routine' ? (
        <span className="ot-muted">{priorityOf(priority)}</span>
      ) : (
        <Tag tone={priorityTone[priority] ?? 'grey'}>{priorityOf(priority)}</Tag>
      ),
  },
  { id: 'owner', header: 'Whose', width: 140, cell: (task) => ownerOf(task) },
  {
    id: 'do',
    header: 'What can be done',
    width: 280,
    hideHeader: true,
    cell: (task) => <TaskActions task={task} short />,
  },
];

function What({ task }: { readonly task: TaskView }) {
  const { id, words, snooze, state } = task;
  return (
    <span className="ot-two-lines">
      <button className="ot-link-button ot-task-name" type="button" onClick={() => openPanel('task', { taskId: id })}>
        {words}
      </button>
      <span className="ot-muted">
        {snooze !== null && state.status === 'open' ? (
          `Put off until ${formatDate(snooze.until)}: ${snooze.reason}`
        ) : state.status !== 'open' && state.outcome !== null ? (
          state.outcome
        ) : (
          <TaskOriginLink task={task} />
        )}
      </span>
    </span>
  );
}

function About({ task: { person, personHidden } }: { readonly task: TaskView }) {
  if (person !== null) return <CasePerson person={person} />;
  return <span className="ot-muted">{personHidden ? 'Of another team' : 'Nobody in particular'}</span>;
}

function Due({ task: { dueOn, state } }: { readonly task: TaskView }) {
  if (state.status !== 'open') return <InstantText value={state.at} />;
  return dueOn === null ? <span className="ot-muted">No date</span> : <DueText date={dueOn} />;
}
