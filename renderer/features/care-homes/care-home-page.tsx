import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { listName } from '../../../shared/domain/name.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { Callout } from '../../components/callout.tsx';
import type { Column } from '../../components/column.ts';
import { Columns, Stack } from '../../components/columns.tsx';
import { AgoText, DateText } from '../../components/dates.tsx';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Tag } from '../../components/tag.tsx';
import { CloseHome } from './close-home.tsx';
import { ElementList } from './element-list.tsx';
import { HomePanel } from './home-panel.tsx';

const route = getRouteApi('/care-homes/$careHomeId');
type Answer = OutputOf<'careHomes.open'>;
type Resident = Answer['residents'][number];

const muted = (words: string) => <span className="ot-muted">{words}</span>;
const planWords: Readonly<Record<string, string>> = {
  draft: 'Draft',
  agreed: 'Agreed',
  'under-review': 'Under review',
};

const columns: readonly Column<Resident>[] = [
  {
    id: 'name',
    header: 'Name',
    rowHeader: true,
    cell: ({ id, name, away }) => (
      <>
        <Link to="/people/$personId" params={{ personId: id }}>
          {listName(name)}
        </Link>{' '}
        {away !== null && <Tag tone="blue">{`Away: ${wordOf('stay-kind', away).toLowerCase()}`}</Tag>}
      </>
    ),
  },
  {
    id: 'tier',
    header: 'Need tier',
    width: 160,
    cell: ({ tier }) => (tier === null ? muted('No case') : wordOf('need-tier', tier)),
  },
  {
    id: 'last',
    header: 'Last contact',
    width: 150,
    cell: ({ tier, lastContactAt }) =>
      lastContactAt === null ? muted(tier === null ? 'No case' : 'None yet') : <AgoText value={lastContactAt} />,
  },
  {
    id: 'plan',
    header: 'Care plan',
    width: 210,
    cell: ({ plan }) =>
      plan === null ? (
        muted('None')
      ) : (
        <>
          {planWords[plan.status] ?? plan.status}
          {plan.reviewDueOn !== null && (
            <span className="ot-person-because">
              Review <DateText value={plan.reviewDueOn} />
            </span>
          )}
        </>
      ),
  },
];

/** One care home: its residents, who looks after it, and how the seven elements stand. */
export function CareHomePage() {
  const { careHomeId } = route.useParams();
  const asked = useAsk('careHomes.open', { careHomeId });
  const mayEdit = useMay('stays.write');
  const [editing, setEditing] = useState(false);
  const lists = useAsk('careHomes.list', {}).data;
  const { data } = asked;
  return (
    <Page
      title={data?.home.name ?? 'Care home'}
      lead={data && `${wordOf('care-home-kind', data.home.kind)}, ${data.home.neighbourhood.name}`}
      actions={
        <>
          <ButtonLink to="/care-homes">All care homes</ButtonLink>
          {mayEdit && data !== undefined && <CloseHome home={data.home} />}
          {mayEdit && data?.home.endedOn === null && (
            <Button icon="edit" onClick={() => setEditing(true)}>
              Edit
            </Button>
          )}
        </>
      }
    >
      <Loaded asked={asked} loading="Reading the care home">
        {(answer) => (
          <Columns layout="main-side">
            <Stack>
              {answer.home.endedOn !== null && (
                <Callout tone="warning" title={`Closed on ${formatDate(answer.home.endedOn)}`}>
                  <p>Open it again before anything of it is changed.</p>
                </Callout>
              )}
              <Residents residents={answer.residents} beds={answer.home.beds} />
              <ElementList home={answer} mayEdit={mayEdit && answer.home.endedOn === null} />
            </Stack>
            <Panel title="About the home">
              <SummaryList
                rows={[
                  { term: 'Beds', value: answer.home.beds },
                  { term: 'Telephone', value: answer.home.phone },
                  { term: 'Aligned practice', value: answer.home.practice?.name },
                  { term: 'Lead worker', value: answer.home.lead?.name },
                ]}
              />
            </Panel>
            <HomePanel
              open={editing}
              start={{ name: answer.home.name, neighbourhoodId: answer.home.neighbourhood.id }}
              home={answer.home}
              places={lists?.neighbourhoods ?? []}
              practices={lists?.practices ?? []}
              onClose={() => setEditing(false)}
            />
          </Columns>
        )}
      </Loaded>
    </Page>
  );
}

function Residents({ residents, beds }: { readonly residents: readonly Resident[]; readonly beds: number | null }) {
  const free = beds === null ? '' : ` of ${formatCount(beds, 'bed')}`;
  return (
    <Panel title={`Residents on record: ${residents.length}${free}`} flush={residents.length > 0}>
      <SimpleTable
        caption="Residents"
        columns={columns}
        rows={residents}
        rowId={({ id }) => id}
        empty={<p className="ot-muted">Nobody’s record says that they live here.</p>}
      />
    </Panel>
  );
}
