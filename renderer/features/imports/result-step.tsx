import { getRouteApi } from '@tanstack/react-router';
import type { ImportOutcome, ImportView } from '../../../shared/contract/import-view.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import { Callout } from '../../components/callout.tsx';
import { Stack } from '../../components/columns.tsx';
import { InstantText } from '../../components/dates.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { effectLine, outcomeOrder, outcomeTabs } from './import-words.ts';
import { OutcomeRows } from './outcome-rows.tsx';
import { ProblemsButton } from './problems-button.tsx';
import { UndoButton } from './undo-import.tsx';

const route = getRouteApi('/imports/$importId');

/** What an import has done, row by row, and the way to take it back. */
export function ResultStep({ of }: { readonly of: ImportView }) {
  const { rows } = route.useSearch();
  const navigate = route.useNavigate();
  const { committed, undone } = of;
  const shown = outcomeOrder.filter((outcome) => of.counts[outcome] > 0);
  const first: ImportOutcome = shown[0] ?? 'create';
  const selected = rows !== undefined && shown.includes(rows) ? rows : first;
  return (
    <Stack>
      {undone !== null && (
        <Callout tone="info" title="This import was undone">
          <p>
            <InstantText value={undone.at} /> by {undone.worker?.name ?? 'somebody'}: {undone.reason}. To bring the
            people in again, import the list anew.
          </p>
        </Callout>
      )}
      {committed !== null && (
        <Panel
          title={undone === null ? 'Imported' : 'What it had done'}
          actions={
            <>
              <ProblemsButton of={of} />
              {undone === null && <UndoButton of={of} />}
              <ButtonLink to="/people" look="primary" icon="people">
                See the people
              </ButtonLink>
            </>
          }
        >
          <p className="ot-import-result">{effectLine(committed.effect)}</p>
          <p className="ot-muted">
            <InstantText value={committed.at} />
            {committed.worker !== null && ` by ${committed.worker.name}`}
          </p>
        </Panel>
      )}
      <Panel title="Rows of the list" flush>
        <Tabs
          label="Rows by what happened to them"
          tabs={shown.map((outcome) => ({
            id: outcome,
            label: outcomeTabs[outcome],
            count: of.counts[outcome],
            panel: <OutcomeRows key={outcome} of={of} outcome={outcome} />,
          }))}
          selected={selected}
          onSelect={(id) =>
            void navigate({
              search: (search) => ({ ...search, rows: outcomeOrder.find((outcome) => outcome === id) }),
              replace: true,
            })
          }
        />
      </Panel>
    </Stack>
  );
}
