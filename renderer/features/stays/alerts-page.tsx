import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { listName } from '../../../shared/domain/name.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import { useAsk } from '../../client/queries.ts';
import type { Column } from '../../components/column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DueText, InstantText } from '../../components/dates.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { FilterSelect } from '../../components/filter-select.tsx';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { rowsOf } from '../../components/row-window.ts';
import { EmptyState } from '../../components/states.tsx';

type Alert = OutputOf<'telehealth.openAlerts'>['rows'][number];

const columns: readonly Column<Alert>[] = [
  {
    id: 'name',
    header: 'Name',
    rowHeader: true,
    cell: ({ person }) => (
      <Link to="/people/$personId" params={{ personId: person.id }} search={{ tab: 'care' }}>
        {listName(person.name)}
      </Link>
    ),
  },
  {
    id: 'alert',
    header: 'Alert',
    cell: ({ words, kit }) => (
      <>
        {words}
        <span className="ot-person-because">{wordOf('telehealth-kit', kit)}</span>
      </>
    ),
  },
  { id: 'raised', header: 'Raised', width: 190, cell: ({ raisedAt }) => <InstantText value={raisedAt} /> },
  { id: 'due', header: 'Due', width: 170, cell: ({ dueOn }) => dueOn !== null && <DueText date={dueOn} /> },
  { id: 'owner', header: 'Whose', width: 170, cell: ({ owner }) => owner ?? 'Nobody' },
];

/** Telehealth alerts that are still to be dealt with. */
export function AlertsPage() {
  const [whose, setWhose] = useState<'mine' | 'team'>('mine');
  const asked = useAsk('telehealth.openAlerts', { whose });
  return (
    <Page
      title="Telehealth alerts"
      lead={asked.data && `${formatCount(asked.data.rows.length, 'alert')} open; each is the task of a worker.`}
      fill
      toolbar={
        <FilterBar label="Filter the alerts">
          <FilterSelect
            label="Whose alerts"
            any="Mine and my people’s"
            options={[{ value: 'team', label: 'My team’s' }]}
            chosen={whose === 'team' ? 'team' : ''}
            onChange={(next) => setWhose(next === 'team' ? 'team' : 'mine')}
          />
          <Link to="/stays">Back to Stays</Link>
        </FilterBar>
      }
    >
      <Loaded asked={asked} loading="Reading the alerts">
        {({ rows }) => (
          <DataTable
            label="Telehealth alerts"
            rows={rowsOf(rows, whose)}
            rowId={({ id }) => id}
            columns={columns}
            rowHeight={56}
            height="page"
            empty={<EmptyState title="No alert is open" icon="tick" />}
          />
        )}
      </Loaded>
    </Page>
  );
}
