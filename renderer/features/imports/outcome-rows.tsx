import type { ImportOutcome, ImportRow, ImportView } from '../../../shared/contract/import-view.ts';
import { useTell } from '../../client/commands.ts';
import { useRows } from '../../client/rows.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/states.tsx';
import { toast } from '../../components/toast.ts';
import { type Decide, duplicateColumns } from './duplicate-columns.tsx';
import { rowColumns } from './row-columns.tsx';

const leads: Readonly<Partial<Record<ImportOutcome, string>>> = {
  error:
    'These rows cannot be taken in. Mend them where the list comes from and import it again: the others can go ahead.',
  duplicate: 'These rows may be of people who are on record already. Decide who each is; undecided ones stay out.',
  skip: 'These rows say the same as an earlier row of the list, and stay out.',
  same: 'The record says all that these rows say.',
};

/** Pixels that the list may take before it scrolls. */
const height = 520;

/** The rows of one outcome, with what can be decided about them. */
export function OutcomeRows({ of, outcome }: { readonly of: ImportView; readonly outcome: ImportOutcome }) {
  const rows = useRows('imports.rows', { importId: of.id, outcome });
  const open = of.state === 'preview';
  const tell = useTell('imports.decide');
  const decide: Decide | null = open
    ? async (asked, decision) => {
        const answer = await tell.tell({ importId: of.id, rows: asked, decision });
        if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
      }
    : null;
  const lead = leads[outcome];
  return (
    <div className="ot-import-rows">
      {(lead !== undefined || outcome === 'duplicate') && (
        <div className="ot-import-rows__head">
          {lead !== undefined && <p>{lead}</p>}
          {outcome === 'duplicate' && decide !== null && <BulkDecision decide={decide} busy={tell.telling} />}
        </div>
      )}
      <DataTable<ImportRow>
        label="Rows of the list"
        rows={rows}
        rowId={({ line }) => String(line)}
        columns={outcome === 'duplicate' ? duplicateColumns(decide) : rowColumns(outcome, of.kind, decide)}
        rowHeight={outcome === 'duplicate' ? 132 : 44}
        height={height}
        empty={<EmptyState title="No rows here" />}
      />
    </div>
  );
}

function BulkDecision({ decide, busy }: { readonly decide: Decide; readonly busy: boolean }) {
  const all = { all: 'duplicate' } as const;
  return (
    <fieldset className="ot-import-bulk">
      <legend className="nhsuk-u-visually-hidden">Decide about all of them</legend>
      <span className="ot-muted">All of them:</span>
      <Button size="small" busy={busy} onClick={() => void decide(all, { kind: 'link' })}>
        Likeliest record
      </Button>
      <Button size="small" busy={busy} onClick={() => void decide(all, { kind: 'create' })}>
        New people
      </Button>
      <Button size="small" busy={busy} onClick={() => void decide(all, { kind: 'skip' })}>
        Leave out
      </Button>
      <Button size="small" look="quiet" busy={busy} onClick={() => void decide(all, { kind: 'none' })}>
        Take decisions back
      </Button>
    </fieldset>
  );
}
