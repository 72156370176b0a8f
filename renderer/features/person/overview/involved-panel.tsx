import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { AgoText } from '../../../components/dates.tsx';
import { Details } from '../../../components/details.tsx';
import { formatCount } from '../../../components/format.ts';
import { Panel } from '../../../components/panel.tsx';
import { roleWord } from './case-roles.tsx';
import { ContinuityLine } from './continuity-line.tsx';

type Involved = PersonPageView['involved'][number];

function InvolvedList({ people }: { readonly people: readonly Involved[] }) {
  return (
    <ul className="ot-person-people">
      {people.map(({ worker, name, organisation, roles, phone, contacts, lastActivityAt }) => (
        <li key={worker?.id ?? `${name} ${organisation}`}>
          <p className="ot-person-people__name">
            <b>{name}</b>
            {roles.length > 0 && <span>{roles.map(roleWord).join(', ')}</span>}
          </p>
          <p className="ot-person-people__facts">
            {[organisation, phone, contacts > 0 ? formatCount(contacts, 'contact') : null].filter(Boolean).join(' · ')}
            {lastActivityAt !== null && (
              <>
                {' · last '}
                <AgoText value={lastActivityAt} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Everybody who works with the person, of every organisation, so that nobody asks whom to ask. */
export function InvolvedPanel({ person }: { readonly person: PersonPageView }) {
  const now = person.involved.filter(({ current }) => current);
  const before = person.involved.filter(({ current }) => !current);
  return (
    <Panel title="Who is involved" count={now.length}>
      <ContinuityLine personId={person.id} />
      {now.length === 0 ? <p className="ot-muted">Nobody is involved at present.</p> : <InvolvedList people={now} />}
      {before.length > 0 && (
        <Details summary={`Earlier (${before.length})`}>
          <InvolvedList people={before} />
        </Details>
      )}
    </Panel>
  );
}
