import type { OutputOf } from '../../../../shared/contract/index.ts';
import { formatDate } from '../../../../shared/domain/british-date.ts';
import { useAsk } from '../../../client/queries.ts';
import { AgoText } from '../../../components/dates.tsx';
import { Details } from '../../../components/details.tsx';
import { formatCount } from '../../../components/format.ts';
import { Loaded } from '../../../components/loaded.tsx';

type Continuity = OutputOf<'people.continuity'>;

/** How many different workers the person has had to meet, with each of them behind the number. */
export function ContinuityLine({ personId }: { readonly personId: string }) {
  const asked = useAsk('people.continuity', { personId });
  return (
    <div className="ot-continuity">
      <Loaded asked={asked} loading="Counting whom the person met">
        {(continuity) => <Met continuity={continuity} />}
      </Loaded>
    </div>
  );
}

function Met({ continuity: { since, contacts, met } }: { readonly continuity: Continuity }) {
  if (met.length === 0) return <p className="ot-muted">Nobody has met the person in the last 12 months.</p>;
  return (
    <Details summary={`Met ${formatCount(met.length, 'different worker')} in 12 months`}>
      <p className="ot-person-because">
        {formatCount(contacts, 'successful contact')} since {formatDate(since)}, by telephone and video as well. Whoever
        came along was met too.
      </p>
      <ul className="ot-person-people">
        {met.map(({ worker, times, inPerson, lastAt }) => (
          <li key={worker.id}>
            <p className="ot-person-people__name">
              <b>{worker.name}</b>
            </p>
            <p className="ot-person-people__facts">
              {formatCount(times, 'contact')}, {inPersonWords(inPerson, times)} · last <AgoText value={lastAt} />
            </p>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** How many of the contacts were face to face. */
function inPersonWords(inPerson: number, times: number): string {
  if (inPerson === times) return times === 1 ? 'in person' : 'all in person';
  return inPerson === 0 ? (times === 1 ? 'not in person' : 'none in person') : `${inPerson} in person`;
}
