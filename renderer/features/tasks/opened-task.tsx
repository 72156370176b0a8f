import { useState } from 'react';
import type { TaskView } from '../../../shared/contract/task-view.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { taskPriorities } from '../../../shared/domain/task-rules.ts';
import { call } from '../../client/call.ts';
import { useMay } from '../../client/session.ts';
import { Callout } from '../../components/callout.tsx';
import { DateText, InstantText } from '../../components/dates.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { CasePerson } from '../cases/case-person.tsx';
import { TaskActions } from './task-actions.tsx';
import { TaskForm, type TaskValues } from './task-form.tsx';
import { TaskOriginLink } from './task-origin.tsx';
import { ownerOf, priorityOf } from './task-words.ts';
import { toldWithUndo } from './undo-task.ts';

/** One task: whom it is about, what made it, what can be done with it, and what it says, to change. */
export function OpenedTask({ task: shown, onClose }: { readonly task: TaskView; readonly onClose: () => void }) {
  // As it was when the panel was opened: what somebody else changes meanwhile must not be overwritten unseen.
  const [task] = useState(shown);
  const may = useMay('tasks.write') && task.state.status === 'open' && !task.personHidden;
  return (
    <div className="ot-stack">
      {task.person !== null && <CasePerson person={task.person} />}
      {task.personHidden && (
        <Callout tone="info" title="It is about somebody whom another team looks after">
          <p>You can see that there is a task, not what it says.</p>
        </Callout>
      )}
      {shown.snooze !== null && (
        <Callout tone="info" title={`Put off until ${formatDate(shown.snooze.until)}`}>
          <p>
            {shown.snooze.reason} ({shown.snooze.by.name})
          </p>
        </Callout>
      )}
      <TaskActions task={shown} onDone={onClose} />
      <SummaryList rows={factsOf(shown)} />
      {may && <EditTask task={task} onClose={onClose} />}
    </div>
  );
}

function factsOf(task: TaskView) {
  const { state } = task;
  const ended = state.status === 'done' ? 'Done' : 'Called off';
  return [
    { term: 'What', value: task.words },
    { term: 'Due', value: task.dueOn === null ? 'No date' : <DateText value={task.dueOn} /> },
    { term: 'Priority', value: priorityOf(task.priority) },
    { term: 'Whose', value: ownerOf(task) },
    { term: 'Where it comes from', value: <TaskOriginLink task={task} /> },
    {
      term: 'Added',
      value: (
        <>
          <InstantText value={task.createdAt} />, {task.createdBy.name}
        </>
      ),
    },
    ...(state.status === 'open'
      ? []
      : [
          {
            term: ended,
            value: (
              <>
                <InstantText value={state.at} />, {state.by?.name}
              </>
            ),
          },
          { term: 'What came of it', value: state.outcome ?? 'Nothing was noted' },
        ]),
  ];
}

function EditTask({ task, onClose }: { readonly task: TaskView; readonly onClose: () => void }) {
  const priority = taskPriorities.find((known) => known === task.priority) ?? 'routine';
  const start: TaskValues = {
    words: task.words,
    dueOn: task.dueOn ?? '',
    priority,
    who: task.owner === null ? 'team' : 'worker',
    ownerId: task.owner?.id ?? '',
    neighbourhoodId: '',
  };
  return (
    <TaskForm
      start={start}
      submit="Save the change"
      onSave={async ({ words, dueOn, priority: pressing, who, ownerId }) => {
        const answer = await call('tasks.edit', {
          taskId: task.id,
          heads: task.heads,
          patch: {
            words,
            dueOn: dueOn === '' ? null : dueOn,
            priority: pressing,
            ownerId: who === 'team' ? null : ownerId,
          },
        });
        if (!answer.ok) return answer.error;
        onClose();
        if (answer.value.changed.length > 0) toldWithUndo('Task changed', [task.id]);
        return undefined;
      }}
    />
  );
}
