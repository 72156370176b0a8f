import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportView } from '../../../shared/contract/import-view.ts';
import { useTell } from '../../client/commands.ts';
import { useAsk } from '../../client/queries.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { Stack } from '../../components/columns.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { sizeWords } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { NoPermission } from '../../components/states.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ImportProgress, useImportJob } from './import-jobs.tsx';
import { delimiterWords, encodingWords } from './import-words.ts';
import { PreviewStep } from './preview-step.tsx';
import { ResultStep } from './result-step.tsx';
import { type ImportStep, StepLine } from './step-line.tsx';

const route = getRouteApi('/imports/$importId');

/** One list on its way in. What was done so far is kept, so leaving and coming back goes on from there. */
export function ImportPage() {
  const { importId } = route.useParams();
  const may = useMay('imports.run');
  const asked = useAsk('imports.open', { importId }, { enabled: may });
  if (!may)
    return (
      <Page title="Import">
        <NoPermission what="Lists are imported by team leads and administrators." />
      </Page>
    );
  if (asked.data === undefined || asked.failure !== undefined)
    return (
      <Page title="Import">
        <Loaded asked={asked} loading="Opening the import">
          {() => null}
        </Loaded>
      </Page>
    );
  return <OneImport of={asked.data} />;
}

function OneImport({ of }: { readonly of: ImportView }) {
  const { step: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const job = useImportJob();
  const step = stepOf(of, wanted === 'columns');
  const showColumns = (columns: boolean) =>
    void navigate({ search: (search) => ({ ...search, step: columns ? ('columns' as const) : undefined }) });
  return (
    <Page
      title={of.name}
      lead={fileWords(of)}
      actions={
        <>
          <ButtonLink to="/imports">All imports</ButtonLink>
          {of.committed === null && <DiscardButton of={of} busy={job !== undefined} />}
        </>
      }
      toolbar={<StepLine at={step} />}
    >
      <Stack>
        {step === 'Result' && <ImportProgress />}
        {step === 'Columns' && <ColumnsStep key={of.id} of={of} onDone={() => showColumns(false)} />}
        {step === 'Preview' && <PreviewStep of={of} onColumns={() => showColumns(true)} />}
        {step === 'Result' && <ResultStep of={of} />}
      </Stack>
    </Page>
  );
}

function stepOf({ state }: ImportView, columnsAgain: boolean): ImportStep {
  if (state === 'committed' || state === 'undone') return 'Result';
  return state === 'received' || columnsAgain ? 'Columns' : 'Preview';
}

function fileWords({ kind, bytes, encoding, delimiter, preamble }: ImportView): string {
  const what = kind === 'fhir' ? 'FHIR' : `Table ${delimiterWords[delimiter ?? ''] ?? ''}`.trim();
  const above = preamble > 0 ? `, ${preamble} lines above the headings passed over` : '';
  return `${what}, ${encodingWords[encoding] ?? encoding}, ${sizeWords(bytes)}${above}`;
}

function DiscardButton({ of, busy }: { readonly of: ImportView; readonly busy: boolean }) {
  const [asking, setAsking] = useState(false);
  const navigate = route.useNavigate();
  const discard = useTell('imports.discard', { onDone: () => void navigate({ to: '/imports' }) });
  return (
    <>
      <Button icon="cross" busy={busy || discard.telling} onClick={() => setAsking(true)}>
        Discard
      </Button>
      <ConfirmDialog
        open={asking}
        title="Discard this list?"
        confirm="Discard the list"
        danger
        onConfirm={() => {
          setAsking(false);
          void discard.tell({ importId: of.id });
        }}
        onCancel={() => setAsking(false)}
      >
        <p>The file and what was decided about its rows are removed from this device. No record is changed.</p>
      </ConfirmDialog>
    </>
  );
}
