import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { listName } from '../../../shared/domain/name.ts';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/column.ts';
import { DateText } from '../../components/dates.tsx';
import { Panel } from '../../components/panel.tsx';
import { SimpleTable } from '../../components/simple-table.tsx';
import { EmptyState } from '../../components/states.tsx';
import { openPanel } from '../frame/panels.ts';
import { BringDialog } from './bring-dialog.tsx';

type Row = OutputOf<'clinic.open'>['notImproving'][number];

interface WatchListProps {
  readonly rows: readonly Row[];
  /** The rule by which somebody is here. */
  readonly rule: string;
  readonly nothing: string;
}

/** People to think about again, each with the reason in one sentence and what can be done. */
export function WatchList({ rows, rule, nothing }: WatchListProps) {
  const [bringing, setBringing] = useState<Row | null>(null);
  const columns: readonly Column<Row>[] = [
    {
      id: 'person',
      header: 'Person',
      rowHeader: true,
      cell: ({ person }) => (
        <Link to="/people/$personId" params={{ personId: person.id }} search={{ tab: 'progress' }}>
          {listName(person.name)}
        </Link>
      ),
    },
    { id: 'reason', header: 'Why', cell: ({ reason }) => reason },
    {
      id: 'last',
      header: 'Last seen',
      cell: ({ lastSeenAt }) => (lastSeenAt === null ? 'Not yet' : <DateText value={lastSeenAt} />),
    },
    {
      id: 'next',
      header: 'Next',
      cell: ({ nextPlannedAt }) =>
        nextPlannedAt === null ? <span className="ot-muted">None planned</span> : <DateText value={nextPlannedAt} />,
    },
    {
      id: 'do',
      header: 'What to do',
      hideHeader: true,
      align: 'end',
      cell: (row) => (
        <span className="ot-clinic__deeds">
          <Button
            size="small"
            look="quiet"
            aria-label={`Plan contact: ${listName(row.person.name)}`}
            onClick={() => openPanel('planContact', { personId: row.person.id })}
          >
            Plan contact
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-label={`Bring to supervision: ${listName(row.person.name)}`}
            onClick={() => setBringing(row)}
          >
            Bring to supervision
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <p className="ot-clinic__rule">{rule}</p>
      {rows.length === 0 ? (
        <EmptyState title="Nobody here">
          <p>{nothing}</p>
        </EmptyState>
      ) : (
        <Panel title="People" count={rows.length} flush>
          <SimpleTable caption={rule} columns={columns} rows={rows} rowId={({ caseId }) => caseId} />
        </Panel>
      )}
      {bringing && <BringDialog person={bringing.person} onClose={() => setBringing(null)} />}
    </>
  );
}
