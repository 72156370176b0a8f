import type { TaskView } from '../../../shared/contract/task-view.ts';
import { formatDate, localDateOf } from '../../../shared/domain/british-date.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { openPanel } from '../frame/panels.ts';
import { TaskLines } from './task-lines.tsx';
import { ownerOf } from './task-words.ts';

/** What is still to be done about a person, and what was done last. */
export function PersonTasksPanel({ personId }: { readonly personId: string }) {
  const asked = useAsk('tasks.ofPerson', { personId });
  const may = useMay('tasks.write');
  const count = asked.data?.open.length ?? 0;
  return (
    <Panel
      title="Tasks"
      flush
      {...(count > 0 && { count })}
      actions={
        may && (
          <Button size="small" icon="plus" onClick={() => openPanel('task', { personId })}>
            Add a task
          </Button>
        )
      }
    >
      <Loaded asked={asked} loading="Looking for tasks">
        {({ open, done }) => (
          <>
            {open.length === 0 ? (
              <p className="ot-muted ot-panel__note">Nothing is to be done.</p>
            ) : (
              <TaskLines lines={open.map((task) => ({ task, reason: reasonOf(task) }))} withPerson={false} />
            )}
            {done.length > 0 && (
              <div className="ot-panel__note">
                <Details summary="Done lately">
                  <ul className="ot-plain-list">
                    {done.map(({ id, words, state }) => (
                      <li key={id}>
                        {formatDate(localDateOf(state.at))}: {words}
                        {state.outcome !== null && <span className="ot-muted"> {state.outcome}</span>}
                      </li>
                    ))}
                  </ul>
                </Details>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

/** `Cora Coordinator. Action of the care plan. Put off until 3 Dec 2026: on holiday.` */
function reasonOf(task: TaskView): string {
  const { snooze, origin } = task;
  const off = snooze === null ? '' : ` Put off until ${formatDate(snooze.until)}: ${snooze.reason}.`;
  return `${ownerOf(task)}. ${origin.words}.${off}`;
}
