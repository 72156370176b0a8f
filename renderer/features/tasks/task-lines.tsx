import type { ReactNode } from 'react';
import type { TaskView } from '../../../shared/contract/task-view.ts';
import { DueText } from '../../components/dates.tsx';
import { Tag } from '../../components/tag.tsx';
import { CasePerson } from '../cases/case-person.tsx';
import { openPanel } from '../frame/panels.ts';
import { Lines, TodayLine } from '../today/today-line.tsx';
import { TaskActions } from './task-actions.tsx';
import { priorityOf, priorityTone } from './task-words.ts';

interface TaskLinesProps {
  readonly lines: readonly { readonly task: TaskView; readonly reason: string }[];
  /** On the page of one person, whom it is about is known. */
  readonly withPerson?: boolean;
}

/** Tasks with the reason why each is shown; each can be done, put off or opened in place. */
export function TaskLines({ lines, withPerson = true }: TaskLinesProps) {
  return (
    <Lines>
      {lines.map(({ task, reason }) => (
        <TodayLine
          key={task.id}
          who={<TaskWho task={task} />}
          reason={reason}
          more={withPerson && task.person !== null ? <CasePerson person={task.person} /> : undefined}
          actions={<TaskActions task={task} short />}
        />
      ))}
    </Lines>
  );
}

function TaskWho({ task: { id, words, priority, dueOn } }: { readonly task: TaskView }): ReactNode {
  return (
    <>
      <button className="ot-link-button ot-task-name" type="button" onClick={() => openPanel('task', { taskId: id })}>
        {words}
      </button>
      {dueOn !== null && <DueText date={dueOn} />}
      {priority !== 'routine' && <Tag tone={priorityTone[priority] ?? 'grey'}>{priorityOf(priority)}</Tag>}
    </>
  );
}
