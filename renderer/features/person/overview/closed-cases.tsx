import { wordOf } from '../../../../shared/domain/person-words.ts';
import { DateText } from '../../../components/dates.tsx';
import { Details } from '../../../components/details.tsx';
import { SimpleTable } from '../../../components/simple-table.tsx';
import type { CaseView } from './case-panel.tsx';

/** Earlier cases, folded away. */
export function ClosedCases({ cases }: { readonly cases: readonly CaseView[] }) {
  if (cases.length === 0) return null;
  return (
    <Details summary={cases.length === 1 ? 'One earlier case' : `${cases.length} earlier cases`}>
      <SimpleTable
        caption="Earlier cases"
        rows={cases}
        rowId={({ id }) => id}
        columns={[
          { id: 'from', header: 'Opened', cell: ({ openedOn }) => <DateText value={openedOn} />, rowHeader: true },
          {
            id: 'to',
            header: 'Closed',
            cell: ({ state }) => (state.on === null ? 'Not recorded' : <DateText value={state.on} />),
          },
          {
            id: 'why',
            header: 'Why',
            cell: ({ state }) => (state.reason === null ? 'Not recorded' : wordOf('case-closure-reason', state.reason)),
          },
          { id: 'where', header: 'Neighbourhood', cell: ({ neighbourhood }) => neighbourhood.name },
          { id: 'who', header: 'Last coordinator', cell: ({ coordinator }) => coordinator?.name ?? 'Nobody' },
        ]}
      />
    </Details>
  );
}
