import type { TaskView } from '../../../shared/contract/task-view.ts';
import { listName } from '../../../shared/domain/name.ts';

/** Which task a dialog is about, and whom: acting on the wrong person is the first hazard. */
export function TaskWhat({ task: { words, person } }: { readonly task: TaskView }) {
  return (
    <p className="ot-task-what">
      <b>{words}</b>
      {person !== null && <span> {listName(person.name)}</span>}
    </p>
  );
}
