import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportOutcome, ImportView } from '../../../shared/contract/import-view.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { Stack } from '../../components/columns.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { ImportProgress, useImportJob } from './import-jobs.tsx';
import { effectLine, effectSentences, leftSentences, outcomeOrder, outcomeTabs } from './import-words.ts';
import { OutcomeRows } from './outcome-rows.tsx';
import { ProblemsButton } from './problems-button.tsx';

const route = getRouteApi('/imports/$importId');

/** What would happen to every row, what has to be decided, and the confirmation. */
export function PreviewStep({ of, onColumns }: { readonly of: ImportView; readonly onColumns: () => void }) {
  const { rows } = route.useSearch();
  const navigate = route.useNavigate();
  const shown = outcomeOrder.filter((outcome) => of.counts[outcome] > 0);
  const first: ImportOutcome = of.counts.undecided > 0 ? 'duplicate' : (shown[0] ?? 'create');
  const selected = rows !== undefined && shown.includes(rows) ? rows : first;
  return (
    <Stack>
      {of.notices.map((notice) => (
        <Callout key={notice} tone="info">
          <p>{notice}</p>
        </Callout>
      ))}
      <Effect of={of} onColumns={onColumns} />
      <Panel title="Rows of the list" flush>
        <Tabs
          label="Rows by what happens to them"
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

/** What confirming would do, and the button that does it. */
function Effect({ of, onColumns }: { readonly of: ImportView; readonly onColumns: () => void }) {
  const [asking, setAsking] = useState(false);
  const commit = useTell('imports.commit');
  const job = useImportJob();
  const left = leftSentences(of.counts);
  const nothing = of.effect.create + of.effect.update === 0;
  const words = (
    <ul className="ot-bullets">
      {effectSentences(of.effect).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
  return (
    <Panel
      title="If you confirm"
      actions={
        <>
          <Button icon="columns" onClick={onColumns} disabled={job !== undefined}>
            Change columns
          </Button>
          <ProblemsButton of={of} />
          <Button
            look="primary"
            icon="import"
            busy={commit.telling || job !== undefined}
            onClick={() => setAsking(true)}
          >
            Import…
          </Button>
        </>
      }
    >
      <ImportProgress />
      <p className="ot-import-result">{effectLine(of.effect)}</p>
      {left.length > 0 && <p className="ot-muted">Left out: {left.join('; ')}.</p>}
      {nothing && (
        <p className="ot-muted">Nothing would change. You can confirm it all the same, or discard the list.</p>
      )}
      {commit.failure !== undefined && commit.failure.code !== 'cancelled' && (
        <Callout tone="urgent" live title="Nothing was imported">
          <p>{commit.failure.message}</p>
        </Callout>
      )}
      <ConfirmDialog
        open={asking}
        title={`Import ${of.name}?`}
        confirm="Import the list"
        onConfirm={() => {
          setAsking(false);
          void commit.tell({ importId: of.id });
        }}
        onCancel={() => setAsking(false)}
      >
        {words}
        {of.counts.undecided > 0 && (
          <Callout tone="warning">
            <p>
              Possible duplicates that are not decided stay out. They come up again when the list is imported again.
            </p>
          </Callout>
        )}
        <p>All of it happens at once or not at all. It can be undone until somebody works with these records.</p>
      </ConfirmDialog>
    </Panel>
  );
}
