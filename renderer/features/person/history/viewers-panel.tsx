import type { OutputOf } from '../../../../shared/contract/index.ts';
import { useMore } from '../../../client/more.ts';
import { Button } from '../../../components/button.tsx';
import { InstantText } from '../../../components/dates.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Tag } from '../../../components/tag.tsx';
import { deedWords } from './deed-words.ts';

type Viewing = OutputOf<'people.viewers'>['entries'][number];

function ViewingLine({ viewing }: { readonly viewing: Viewing }) {
  const { at, worker, action, reason, outcome, device } = viewing;
  return (
    <li>
      <p className="ot-person-people__name">
        <b>{worker?.name ?? 'Unknown'}</b>
        <span>{deedWords(action)}</span>
        {outcome !== 'done' && <Tag tone="red">{outcome === 'refused' ? 'Refused' : 'Failed'}</Tag>}
      </p>
      <p className="ot-person-people__facts">
        <InstantText value={at} /> · {[worker?.organisation, device].filter(Boolean).join(' · ')}
      </p>
      {reason !== null && <p className="ot-person-because">Reason: {reason}</p>}
    </li>
  );
}

/** Who opened or changed the record, from the audit trail. */
export function ViewersPanel({ personId }: { readonly personId: string }) {
  const asked = useMore('people.viewers', { personId });
  return (
    <Panel title="Who opened this record">
      <Loaded asked={asked} loading="Reading the audit trail">
        {(entries) => (
          <>
            <ul className="ot-person-people">
              {entries.map((viewing) => (
                <ViewingLine key={viewing.seq} viewing={viewing} />
              ))}
            </ul>
            {asked.more !== undefined && (
              <Button size="small" busy={asked.loadingMore} onClick={asked.more}>
                Show earlier ones
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}
