import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseloadRow } from '../../../shared/contract/caseload.ts';
import { listName } from '../../../shared/domain/name.ts';
import { useToday } from '../../client/now.ts';
import { useAsk } from '../../client/queries.ts';
import { useRows } from '../../client/rows.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { formatCount } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import type { Chosen } from '../../components/row-selection.tsx';
import { EmptyState } from '../../components/states.tsx';
import type { Choices } from './caseload-chips.ts';
import { caseloadColumns } from './caseload-columns.tsx';
import { CaseloadFilters } from './caseload-filters.tsx';
import { useCaseloadText } from './caseload-text.ts';
import { type CaseloadView, caseloadInputOf, isFiltered, viewText } from './caseload-view.ts';
import { ColumnChoice, useHiddenColumns } from './column-choice.tsx';
import { ExportCaseload } from './export-caseload.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { ViewBar } from './view-bar.tsx';

const route = getRouteApi('/caseload');
const noChoices: Choices = { neighbourhoods: [], practices: [], coordinators: [], behaviourists: [] };
const sortIds = ['due', 'tier', 'name', 'last', 'opened'] as const;
const nothing: Chosen = new Set();

/** Cases in a list: whose, how urgent, when next. */
export function CaseloadPage() {
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const lead = useMay('cases.impose');
  const mayExport = useMay('lists.export');
  const usual = lead ? 'team' : 'mine';
  const who = view.who ?? usual;
  const [text, setText] = useCaseloadText();
  const choices = useAsk('cases.caseloadChoices', {}).data ?? noChoices;
  const hidden = useHiddenColumns();
  const input = caseloadInputOf(view, who, text);
  const rows = useRows('cases.caseload', input);
  // What is chosen belongs to what was on screen: under other filters nothing is, so that nobody is handed over unseen.
  const shown = viewText({ ...view, who, sort: undefined, down: undefined }) + text;
  const [choice, setChoice] = useState({ of: shown, ids: nothing });
  const selected = choice.of === shown ? choice.ids : nothing;
  const setSelected = (ids: Chosen) => setChoice({ of: shown, ids });
  const show = (next: CaseloadView) => void navigate({ search: next, replace: true });
  const sorted = { by: view.sort ?? 'due', down: view.down ?? false };

  return (
    <Page
      title="Caseload"
      lead={
        rows.total === undefined ? undefined : `${formatCount(rows.total, 'case')}${who === 'mine' ? ' of yours' : ''}`
      }
      fill
      actions={
        <>
          <ColumnChoice hidden={hidden} />
          {mayExport && (rows.total ?? 0) > 0 && (
            <ButtonLink icon="print" to="/caseload/print/handover" search={view}>
              Print for the night
            </ButtonLink>
          )}
          <ExportCaseload input={input} total={rows.total ?? 0} />
        </>
      }
      toolbar={
        <>
          <ViewBar view={view} usual={usual} />
          <CaseloadFilters view={view} who={who} choices={choices} onView={show} text={text} onText={setText} />
          <SelectionBar selected={selected} input={input} view={view} onClear={() => setSelected(nothing)} />
        </>
      }
    >
      <DataTable
        label="Caseload"
        rows={rows}
        rowId={({ caseId }) => caseId}
        rowLabel={({ person }) => listName(person.name)}
        columns={caseloadColumns}
        hiddenColumns={hidden}
        sort={sorted}
        onSort={({ by, down }) => {
          const sort = sortIds.find((each) => each === by);
          // The first press on need puts the highest first.
          const first = by === 'tier' && sorted.by !== 'tier' ? true : down;
          if (sort) show({ ...view, sort, down: first ? true : undefined });
        }}
        onOpen={({ person }) => void navigate({ to: '/people/$personId', params: { personId: person.id } })}
        selected={selected}
        onSelect={setSelected}
        rowTone={(row) => toneOf(row, today)}
        rowHeight={56}
        height="page"
        empty={<NothingHere view={view} who={who} text={text} onView={show} onText={setText} />}
      />
    </Page>
  );
}

/** A mark at the edge of what is late, or has been missed twice; worded in the row as well. */
function toneOf({ due, missedInRow }: CaseloadRow, today: string): 'urgent' | 'warning' | undefined {
  if (due !== null && due.on < today) return 'urgent';
  return missedInRow >= 2 ? 'warning' : undefined;
}

interface NothingHereProps {
  readonly view: CaseloadView;
  readonly who: 'mine' | 'team';
  readonly text: string;
  readonly onView: (view: CaseloadView) => void;
  readonly onText: (text: string) => void;
}

function NothingHere({ view, who, text, onView, onText }: NothingHereProps) {
  if (text.trim() !== '' || isFiltered(view))
    return (
      <EmptyState title="No case fits" icon="search">
        <p>
          {who === 'mine'
            ? 'Only your own cases were looked at.'
            : 'Only open, proposed and held cases of your neighbourhoods were looked at.'}
        </p>
        <Button
          onClick={() => {
            onText('');
            onView({ who: view.who });
          }}
        >
          Clear search and filters
        </Button>
      </EmptyState>
    );
  if (who === 'mine')
    return (
      <EmptyState title="No case is yours" icon="caseload">
        <p>Cases come to you when you open one, accept a handover, or are given a role.</p>
        <Button onClick={() => onView({ who: 'team' })}>Show the team’s cases</Button>
      </EmptyState>
    );
  return (
    <EmptyState title="There is no case yet" icon="caseload">
      <p>Find a person, or register one, and open a case from their record.</p>
    </EmptyState>
  );
}
