import type { Unfinished } from '../../../shared/contract/cases.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { InstantText } from '../../components/dates.tsx';
import { wordsFor } from '../contacts/words.ts';

/** Planned contacts, open tasks and open handovers, each in a line. */
export function UnfinishedList({ planned, transfers, tasks }: Pick<Unfinished, 'planned' | 'transfers' | 'tasks'>) {
  return (
    <ul className="ot-plain-list">
      {planned.map(({ id, startsAt, mechanism, worker }) => (
        <li key={id}>
          <InstantText value={startsAt} />: {wordsFor('consultation-mechanism', mechanism).toLowerCase()}, {worker}
        </li>
      ))}
      {tasks.map(({ id, words, dueOn, owner }) => (
        <li key={id}>
          Task: {words} ({dueOn === null ? '' : `due ${formatDate(dueOn)}, `}
          {owner ?? 'the team'})
        </li>
      ))}
      {transfers.map(({ id, to }) => (
        <li key={id}>Handover proposed to {to ?? 'whoever covers'}, not answered</li>
      ))}
    </ul>
  );
}
