import type { OutputOf } from '../../../../shared/contract/index.ts';
import { useMore } from '../../../client/more.ts';
import { Button } from '../../../components/button.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Panel } from '../../../components/panel.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { Timeline, type TimelineItem } from '../../../components/timeline.tsx';

type Change = OutputOf<'people.history'>['entries'][number];

function FieldChange({ label, from, to }: Change['fields'][number]) {
  return (
    <div className="ot-person-change">
      <dt>{label}</dt>
      <dd>
        {from !== null && (
          <>
            <del>
              <span className="nhsuk-u-visually-hidden">before: </span>
              {from}
            </del>{' '}
          </>
        )}
        <ins>
          <span className="nhsuk-u-visually-hidden">now: </span>
          {to ?? 'nothing recorded'}
        </ins>
      </dd>
    </div>
  );
}

function changeItem({ id, at, by, device, subject, created, fields }: Change): TimelineItem {
  return {
    id,
    at,
    title: `${subject} ${created ? 'added' : 'changed'}`,
    tone: created ? 'green' : 'blue',
    source: [by?.name ?? 'Unknown', by?.organisation, device].filter(Boolean).join(', '),
    body: (
      <dl className="ot-person-changes">
        {fields.map((field) => (
          <FieldChange key={field.field} {...field} />
        ))}
      </dl>
    ),
  };
}

/** Who changed what, when and on which device, with the words before and after. */
export function ChangesPanel({ personId }: { readonly personId: string }) {
  const asked = useMore('people.history', { personId });
  return (
    <Panel title="Changes">
      <Loaded
        asked={asked}
        loading="Reading the history"
        empty={(entries) => entries.length === 0}
        whenEmpty={<EmptyState title="Nothing was changed yet" icon="clock" />}
      >
        {(entries) => (
          <>
            <Timeline label="Changes" items={entries.map(changeItem)} />
            {asked.more !== undefined && (
              <Button busy={asked.loadingMore} onClick={asked.more}>
                Show earlier changes
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}
