import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/column.ts';
import { Stack } from '../../components/columns.tsx';
import { DateText } from '../../components/dates.tsx';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { EmptyState } from '../../components/states.tsx';
import { HomePanel, type NewHome } from './home-panel.tsx';
import { LinkDialog } from './link-dialog.tsx';

type Answer = OutputOf<'careHomes.list'>;
type Home = Answer['homes'][number];

const columns: readonly Column<Home>[] = [
  {
    id: 'name',
    header: 'Home',
    rowHeader: true,
    cell: ({ id, name, neighbourhood }) => (
      <>
        <Link to="/care-homes/$careHomeId" params={{ careHomeId: id }}>
          {name}
        </Link>
        <span className="ot-person-because">{neighbourhood.name}</span>
      </>
    ),
  },
  { id: 'kind', header: 'Kind', cell: ({ kind }) => wordOf('care-home-kind', kind) },
  {
    id: 'residents',
    header: 'Residents on record',
    width: 150,
    cell: ({ residents, beds }) => (
      <>
        {residents}
        {beds !== null && <span className="ot-muted">{` of ${formatCount(beds, 'bed')}`}</span>}
      </>
    ),
  },
  {
    id: 'practice',
    header: 'Aligned practice',
    cell: ({ practice }) => practice?.name ?? <span className="ot-muted">None</span>,
  },
  {
    id: 'lead',
    header: 'Lead worker',
    width: 160,
    cell: ({ lead }) => lead?.name ?? <span className="ot-muted">Nobody</span>,
  },
  {
    id: 'elements',
    header: 'Elements in place',
    width: 140,
    cell: ({ inPlace, elements }) => `${inPlace} of ${elements}`,
  },
];

const closedColumns: readonly Column<Answer['closed'][number]>[] = [
  {
    id: 'name',
    header: 'Home',
    rowHeader: true,
    cell: ({ id, name, neighbourhood }) => (
      <>
        <Link to="/care-homes/$careHomeId" params={{ careHomeId: id }}>
          {name}
        </Link>
        <span className="ot-person-because">{neighbourhood.name}</span>
      </>
    ),
  },
  { id: 'closed', header: 'Closed on', width: 160, cell: ({ endedOn }) => <DateText value={endedOn} /> },
  {
    id: 'residents',
    header: 'Records that still name it',
    width: 260,
    cell: ({ residents }) => (residents === 0 ? <span className="ot-muted">None</span> : residents),
  },
];

/** Care homes of the neighbourhood: residents, practice, and how far enhanced health care has come. */
export function CareHomesPage() {
  const asked = useAsk('careHomes.list', {});
  const mayEdit = useMay('stays.write');
  const [adding, setAdding] = useState<NewHome | null>(null);
  const [linking, setLinking] = useState<Answer['unknown'][number] | null>(null);
  const first = asked.data?.neighbourhoods[0]?.id ?? '';
  return (
    <Page
      title="Care homes"
      lead="Residents are the people whose record says that they live there. Elements: the seven of enhanced health in care homes."
      actions={
        mayEdit && (
          <Button look="primary" icon="plus" onClick={() => setAdding({ name: '', neighbourhoodId: first })}>
            Add a care home
          </Button>
        )
      }
    >
      <Loaded asked={asked} loading="Reading the care homes">
        {(answer) => (
          <Stack>
            <Panel title="Homes" count={answer.homes.length} flush={answer.homes.length > 0}>
              <SimpleTable
                caption="Care homes"
                columns={columns}
                rows={answer.homes}
                rowId={({ id }) => id}
                empty={<EmptyState title="No care home is on record" icon="visit" />}
              />
            </Panel>
            {answer.unknown.length > 0 && (
              <Panel title="Named in records, but not on this list" count={answer.unknown.length} tone="warning">
                <ul className="ot-person-people">
                  {answer.unknown.map((each) => (
                    <li key={`${each.neighbourhood.id} ${each.name}`}>
                      <div className="ot-stay-head">
                        <p className="ot-person-people__name">
                          <b>{each.name}</b>
                          <span className="ot-muted">
                            {each.neighbourhood.name}, {formatCount(each.residents, 'resident')}
                          </span>
                        </p>
                        {mayEdit && (
                          <span className="ot-person-deeds">
                            <Button
                              size="small"
                              onClick={() => setAdding({ name: each.name, neighbourhoodId: each.neighbourhood.id })}
                            >
                              Add it<span className="nhsuk-u-visually-hidden">: {each.name}</span>
                            </Button>
                            {answer.homes.some(({ neighbourhood }) => neighbourhood.id === each.neighbourhood.id) && (
                              <Button size="small" look="quiet" onClick={() => setLinking(each)}>
                                It is another name<span className="nhsuk-u-visually-hidden">: {each.name}</span>
                              </Button>
                            )}
                          </span>
                        )}
                      </div>
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
            {answer.closed.length > 0 && (
              <Panel title="Closed" count={answer.closed.length} flush>
                <SimpleTable
                  caption="Care homes that have closed"
                  columns={closedColumns}
                  rows={answer.closed}
                  rowId={({ id }) => id}
                />
              </Panel>
            )}
            <HomePanel
              open={adding !== null}
              start={adding ?? { name: '', neighbourhoodId: first }}
              places={answer.neighbourhoods}
              practices={answer.practices}
              onClose={() => setAdding(null)}
            />
            <LinkDialog named={linking} homes={answer.homes} onClose={() => setLinking(null)} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
