import { Link } from '@tanstack/react-router';
import type { TaskView } from '../../../shared/contract/task-view.ts';
import { isTab } from '../person/person-view.ts';
import { originTabs } from './task-words.ts';

/** What made a task, in words; leads to that part of the person's record where there is one. */
export function TaskOriginLink({ task: { origin, person } }: { readonly task: TaskView }) {
  const tab = originTabs[origin.kind];
  if (person === null || tab === undefined || !isTab(tab)) return <span>{origin.words}</span>;
  return (
    <Link to="/people/$personId" params={{ personId: person.id }} search={tab === 'overview' ? {} : { tab }}>
      {origin.words}
    </Link>
  );
}
