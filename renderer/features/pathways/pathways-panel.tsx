import { Link } from '@tanstack/react-router';
import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { useAsk } from '../../client/queries.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { PathwayProgress } from './pathway-progress.tsx';
import { isUnderWay } from './words.ts';

/** On the overview: how far the pathways of the person have come, and what is worth a thought. */
export function PathwaysPanel({ person }: { readonly person: PersonPageView }) {
  const asked = useAsk('pathways.ofPerson', { personId: person.id });
  const hasCase = person.cases.some(({ status }) => status !== 'closed');
  if (!hasCase) return null;
  return (
    <Panel
      title="Pathways"
      actions={
        <Link to="/people/$personId" params={{ personId: person.id }} search={{ tab: 'pathways' }}>
          All steps
        </Link>
      }
    >
      <Loaded asked={asked}>
        {({ pathways, available }) => {
          const open = pathways.filter(isUnderWay);
          const suggested = available.filter(({ reasons }) => reasons.length > 0);
          return (
            <>
              {open.length === 0 && <p className="ot-muted">The case follows no pathway.</p>}
              <ul className="ot-pathway-list">
                {open.map((pathway) => (
                  <li key={pathway.id}>
                    <b>{pathway.name}</b>
                    <PathwayProgress pathway={pathway} />
                  </li>
                ))}
              </ul>
              {suggested.length > 0 && (
                <p className="ot-person-because">
                  Worth a thought: {suggested.map(({ name, reasons }) => `${name} (${reasons[0]})`).join('; ')}
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
