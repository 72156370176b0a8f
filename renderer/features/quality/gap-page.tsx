import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { QualityRow } from '../../../shared/contract/quality.ts';
import { listName } from '../../../shared/domain/name.ts';
import { gapSentence, gapWords, type QualityGap } from '../../../shared/domain/quality-gaps.ts';
import { useRows } from '../../client/rows.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import type { Column } from '../../components/column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/dates.tsx';
import { NhsNumber } from '../../components/nhs-number.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';
import { bornWords } from '../people/person-facts.tsx';
import type { GapFigure } from './gap-table.tsx';
import type { QualityView } from './quality-view.ts';

interface GapPageProps {
  readonly gap: QualityGap;
  readonly input: InputOf<'quality.summary'>;
  readonly figure: GapFigure | undefined;
  readonly view: QualityView;
  readonly filters: ReactNode;
}

/** The people behind one figure: each opens where it is put right. */
export function GapPage({ gap, input, figure, view, filters }: GapPageProps) {
  const navigate = useNavigate();
  const rows = useRows('quality.rows', { ...input, gap });
  const { label, explained, tab } = gapWords[gap];
  const search = tab === 'overview' ? {} : { tab };
  return (
    <Page
      title={`Data quality: ${label}`}
      lead={figure && `${gapSentence(gap, figure.count, figure.of)} ${explained}`}
      fill
      actions={
        <ButtonLink to="/quality" search={{ ...view, gap: undefined }} icon="left">
          All figures
        </ButtonLink>
      }
      toolbar={filters}
    >
      <DataTable
        label={`People: ${label}`}
        rows={rows}
        rowId={({ person }) => person.id}
        rowLabel={({ person }) => listName(person.name)}
        columns={columnsFor(search)}
        height="page"
        onOpen={({ person }) => void navigate({ to: '/people/$personId', params: { personId: person.id }, search })}
        empty={
          <EmptyState title="Nothing is missing" icon="tick">
            <p>Everybody on this caseload has it on record.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}

type PersonSearch = { readonly tab?: (typeof gapWords)[QualityGap]['tab'] };

const columnsFor = (search: PersonSearch): readonly Column<QualityRow>[] => [
  {
    id: 'name',
    header: 'Name',
    rowHeader: true,
    cell: ({ person: { id, name } }) => (
      <Link to="/people/$personId" params={{ personId: id }} search={search}>
        {listName(name)}
      </Link>
    ),
  },
  {
    id: 'born',
    header: 'Born',
    width: 150,
    cell: ({ person: { birth } }) => bornWords(birth, null),
  },
  {
    id: 'nhs-number',
    header: 'NHS number',
    width: 150,
    cell: ({ person: { nhsNumber } }) =>
      nhsNumber === null ? <span className="ot-muted">None</span> : <NhsNumber value={nhsNumber} />,
  },
  { id: 'neighbourhood', header: 'Neighbourhood', width: 200, cell: ({ neighbourhood }) => neighbourhood.name },
  {
    id: 'coordinator',
    header: 'Coordinator',
    width: 180,
    cell: ({ coordinator }) => coordinator?.name ?? <span className="ot-muted">Nobody</span>,
  },
  { id: 'opened', header: 'Case since', width: 130, cell: ({ openedOn }) => <DateText value={openedOn} /> },
];
