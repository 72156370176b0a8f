import { Link, useNavigate } from '@tanstack/react-router';
import type { DischargeBrief } from '../../../shared/contract/discharge-view.ts';
import { largestDischargeList } from '../../../shared/contract/discharges.ts';
import { call } from '../../client/call.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import type { Column } from '../../components/column.ts';
import { Stack } from '../../components/columns.tsx';
import { InstantText } from '../../components/dates.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { EmptyState, NoPermission } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import { effectLine, stateWords } from './discharge-words.ts';

/** Discharge lists of hospitals: a new one, those to go on with, those that are recorded. */
export function DischargesPage() {
  return useMay('stays.write') ? (
    <Discharges />
  ) : (
    <Page title="Discharge lists">
      <NoPermission what="Discharge lists are loaded by those who record stays." />
    </Page>
  );
}

function Discharges() {
  const asked = useAsk('discharges.lists', {});
  const navigate = useNavigate();
  return (
    <Page
      title="Discharge lists"
      lead="Lists of who left hospital, as a hospital or trust sends them. Only you see the lists that you load."
      actions={<ButtonLink to="/stays">Back to Stays</ButtonLink>}
    >
      <Stack>
        <FileDrop
          label="Load a discharge list"
          title="Drop a discharge list here, or choose its file"
          accept=".csv,.txt,.tsv,text/csv"
          largest={largestDischargeList}
          tooLarge="The file is larger than 5 MB. Split the list and load its parts one after the other."
          onFile={async (file) => {
            const answer = await call('discharges.receive', file);
            if (!answer.ok) return answer.error;
            await navigate({ to: '/stays/discharges/$listId', params: { listId: answer.value.listId } });
            return undefined;
          }}
        >
          CSV with a row for each discharge: NHS number or name and birth date, when the person was admitted and when
          they left. Nothing is recorded until you have seen what each row would do and confirmed it.
        </FileDrop>
        <Loaded asked={asked} loading="Looking for discharge lists">
          {({ lists }) => (
            <Panel title="Loaded by you on this device" count={lists.length} flush={lists.length > 0}>
              <SimpleTable
                caption="Discharge lists, newest first"
                columns={columns}
                rows={lists}
                rowId={({ id }) => id}
                empty={
                  <EmptyState title="No discharge list yet" icon="import">
                    <p>Choose a file above. Each row shows whom it is about before anything is recorded.</p>
                  </EmptyState>
                }
              />
            </Panel>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

const columns: readonly Column<DischargeBrief>[] = [
  {
    id: 'name',
    header: 'List',
    rowHeader: true,
    cell: ({ id, name }) => (
      <Link to="/stays/discharges/$listId" params={{ listId: id }}>
        {name}
      </Link>
    ),
  },
  { id: 'rows', header: 'Rows', width: 110, cell: ({ rows }) => formatCount(rows, 'row') },
  {
    id: 'state',
    header: 'State',
    width: 220,
    cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].words}</Tag>,
  },
  {
    id: 'what',
    header: 'What it did',
    cell: ({ state, committed }) =>
      committed === null ? (
        <span className="ot-muted">Nothing yet</span>
      ) : (
        `${effectLine(committed.effect, true)}${state === 'undone' ? '; all of it taken back' : ''}`
      ),
  },
  { id: 'when', header: 'Loaded', width: 190, cell: ({ receivedAt }) => <InstantText value={receivedAt} /> },
];
