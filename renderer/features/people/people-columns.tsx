import { Link } from '@tanstack/react-router';
import type { PersonRow } from '../../../shared/contract/person-view.ts';
import { type CaseStatus, caseStatuses, caseStatusLabel } from '../../../shared/domain/case-status.ts';
import { listName } from '../../../shared/domain/name.ts';
import type { Column } from '../../components/column.ts';
import { NhsNumber } from '../../components/nhs-number.tsx';
import { Tag } from '../../components/tag.tsx';
import { bornWords, FlagTag } from './person-facts.tsx';

const isStatus = (status: string): status is CaseStatus => (caseStatuses as readonly string[]).includes(status);

function CaseCell({ row }: { readonly row: PersonRow }) {
  if (row.case === null) return <span className="ot-muted">No case</span>;
  const { status, coordinator } = row.case;
  return (
    <>
      {coordinator?.name ?? <span className="ot-muted">No coordinator</span>}
      {status !== 'open' && <Tag tone="yellow">{isStatus(status) ? caseStatusLabel(status) : status}</Tag>}
    </>
  );
}

const shownFlags = 2;

function FlagsCell({ codes }: { readonly codes: readonly string[] }) {
  const rest = codes.length - shownFlags;
  return (
    <span className="ot-people__flags">
      {codes.slice(0, shownFlags).map((code) => (
        <FlagTag key={code} code={code} />
      ))}
      {rest > 0 && (
        <span className="ot-muted">
          +{rest}
          <span className="nhsuk-u-visually-hidden"> more {rest === 1 ? 'flag' : 'flags'}</span>
        </span>
      )}
    </span>
  );
}

/** The columns of the list of people. */
export const peopleColumns: readonly Column<PersonRow>[] = [
  {
    id: 'name',
    header: 'Name',
    sortable: true,
    rowHeader: true,
    cell: ({ id, name, deceased }) => (
      <>
        <Link to="/people/$personId" params={{ personId: id }}>
          {listName(name)}
        </Link>
        {deceased && <Tag>Died</Tag>}
      </>
    ),
  },
  {
    id: 'age',
    header: 'Born (age)',
    sortable: true,
    width: 188,
    cell: ({ birth, age }) => bornWords(birth, age),
  },
  {
    id: 'nhs-number',
    header: 'NHS number',
    width: 122,
    cell: ({ nhsNumber }) =>
      nhsNumber === null ? <span className="ot-muted">Not recorded</span> : <NhsNumber value={nhsNumber} />,
  },
  {
    id: 'address',
    header: 'Address',
    cell: ({ address }) => <span className="ot-people__line">{address ?? 'Not recorded'}</span>,
  },
  {
    id: 'practice',
    header: 'Practice',
    cell: ({ practice, neighbourhood }) => (
      <span className="ot-people__line">{practice?.name ?? neighbourhood.name}</span>
    ),
  },
  { id: 'case', header: 'Coordinator', width: 132, cell: (row) => <CaseCell row={row} /> },
  { id: 'flags', header: 'Flags', width: 160, cell: ({ flags }) => <FlagsCell codes={flags} /> },
];
