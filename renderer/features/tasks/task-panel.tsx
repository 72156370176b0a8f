import { useState } from 'react';
import { call } from '../../client/call.ts';
import { useAsk } from '../../client/queries.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { SidePanel } from '../../components/dialog.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import { PersonLine } from '../contacts/person-line.tsx';
import { PersonPicker } from '../contacts/person-picker.tsx';
import { usePrepared } from '../contacts/prepared.ts';
import type { PanelProps, PanelRequests } from '../frame/plug-types.ts';
import { OpenedTask } from './opened-task.tsx';
import { TaskForm, type TaskValues } from './task-form.tsx';
import { toldWithUndo } from './undo-task.ts';

/** A new task, or one that there is, over any page. */
export function TaskPanel({ request, onClose }: PanelProps<PanelRequests['task']>) {
  const { taskId } = request;
  return (
    <SidePanel open title={taskId === undefined ? 'Add a task' : 'Task'} onClose={onClose}>
      {taskId === undefined ? (
        <AddTask personId={request.personId ?? null} onClose={onClose} />
      ) : (
        <OpenTask taskId={taskId} onClose={onClose} />
      )}
    </SidePanel>
  );
}

function OpenTask({ taskId, onClose }: { readonly taskId: string; readonly onClose: () => void }) {
  const asked = useAsk('tasks.open', { taskId });
  return (
    <Loaded asked={asked} loading="Opening the task">
      {(task) => <OpenedTask task={task} onClose={onClose} />}
    </Loaded>
  );
}

interface AddTaskProps {
  readonly personId: string | null;
  readonly onClose: () => void;
}

function AddTask({ personId: first, onClose }: AddTaskProps) {
  const [about, setAbout] = useState<string | 'nobody' | null>(first);
  if (about === null)
    return (
      <>
        <PersonPicker label="Whom is it about?" onPick={({ value }) => setAbout(value)} />
        <Button look="quiet" onClick={() => setAbout('nobody')}>
          It is about nobody in particular
        </Button>
      </>
    );
  if (about === 'nobody') return <AboutNobody onClose={onClose} />;
  return <AboutPerson personId={about} onOther={() => setAbout(null)} onClose={onClose} />;
}

function useStart(): TaskValues {
  const { workerId } = useSession();
  return { words: '', dueOn: '', priority: 'routine', who: 'worker', ownerId: workerId, neighbourhoodId: '' };
}

const ownerIdOf = ({ who, ownerId }: TaskValues): string | null => (who === 'team' ? null : ownerId);
const dueOf = ({ dueOn }: TaskValues): string | null => (dueOn === '' ? null : dueOn);

function AboutPerson(props: { readonly personId: string; readonly onOther: () => void; readonly onClose: () => void }) {
  const { personId, onOther, onClose } = props;
  const { prepared, failure } = usePrepared(personId);
  const start = useStart();
  if (failure !== undefined) return <ErrorState failure={failure} />;
  if (!prepared?.person) return <LoadingState />;
  const save = async (values: TaskValues) => {
    const { words, priority } = values;
    const answer = await call('tasks.add', {
      personId,
      caseId: prepared.caseId,
      ...{ words, priority, dueOn: dueOf(values), ownerId: ownerIdOf(values) },
    });
    if (!answer.ok) return answer.error;
    onClose();
    toldWithUndo('Task added', [answer.value.taskId]);
    return undefined;
  };
  return (
    <>
      <PersonLine person={prepared.person}>
        <Button look="quiet" size="small" aria-label="Change the person" onClick={onOther}>
          Change
        </Button>
      </PersonLine>
      <TaskForm start={start} submit="Add the task" onSave={save} />
    </>
  );
}

function AboutNobody({ onClose }: { readonly onClose: () => void }) {
  const start = useStart();
  const asked = useAsk('cases.caseloadChoices', {});
  return (
    <Loaded asked={asked} loading="Looking for your teams">
      {({ neighbourhoods }) => (
        <TaskForm
          start={{ ...start, neighbourhoodId: neighbourhoods[0]?.id ?? '' }}
          submit="Add the task"
          teams={neighbourhoods}
          onSave={async (values) => {
            const { words, priority, neighbourhoodId } = values;
            const answer = await call('tasks.add', {
              ...{ words, priority, neighbourhoodId, dueOn: dueOf(values), ownerId: ownerIdOf(values) },
            });
            if (!answer.ok) return answer.error;
            onClose();
            toldWithUndo('Task added', [answer.value.taskId]);
            return undefined;
          }}
        />
      )}
    </Loaded>
  );
}
