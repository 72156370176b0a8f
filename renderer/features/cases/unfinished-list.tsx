import type { Unfinished } from '../../../shared/contract/cases.ts';
import { InstantText } from '../../components/dates.tsx';
import { wordsFor } from '../contacts/words.ts';

/** Planned contacts and open handovers, each in a line. */
export function UnfinishedList({ planned, transfers }: Pick<Unfinished, 'planned' | 'transfers'>) {
  return (
    <ul className="ot-plain-list">
      {planned.map(({ id, startsAt, mechanism, worker }) => (
        <li key={id}>
          <InstantText value={startsAt} />: {wordsFor('consultation-mechanism', mechanism).toLowerCase()}, {worker}
        </li>
      ))}
      {transfers.map(({ id, to }) => (
        <li key={id}>Handover proposed to {to ?? 'whoever covers'}, not answered</li>
      ))}
    </ul>
  );
}
