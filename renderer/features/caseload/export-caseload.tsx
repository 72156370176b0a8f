import { useState } from 'react';
import { call } from '../../client/call.ts';
import { saveFile } from '../../client/save-file.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { formatCount } from '../../components/format.ts';
import { toast } from '../../components/toast.ts';
import type { CaseloadInput } from './caseload-view.ts';

interface ExportCaseloadProps {
  readonly input: CaseloadInput;
  readonly total: number;
  /** Only these of the view. */
  readonly caseIds?: readonly string[];
}

/** Saves the cases of the view, or the chosen ones, as a CSV file, after saying what will be in it. */
export function ExportCaseload({ input, total, caseIds }: ExportCaseloadProps) {
  const may = useMay('lists.export');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!may) return null;
  const run = async () => {
    setBusy(true);
    const answer = await call('cases.exportCaseload', { ...input, ...(caseIds && { caseIds: [...caseIds] }) });
    setBusy(false);
    setAsking(false);
    if (!answer.ok) return toast({ message: answer.error.message, tone: 'urgent' });
    saveFile(answer.value.file);
    toast({ message: `${formatCount(answer.value.rows, 'row')} saved as ${answer.value.file.name}` });
  };
  return (
    <>
      <Button {...(caseIds && { size: 'small' })} disabled={total === 0} onClick={() => setAsking(true)}>
        {caseIds ? 'Export selected' : 'Export list'}
      </Button>
      <ConfirmDialog
        open={asking}
        title={caseIds ? 'Export the selected cases' : 'Export this list'}
        confirm="Export"
        busy={busy}
        onConfirm={() => void run()}
        onCancel={() => setAsking(false)}
      >
        <p>
          A CSV file with {formatCount(total, 'case')} is saved where you choose. It holds names, birth dates, NHS
          numbers, addresses and flags, and is not encrypted.
        </p>
        <p>The export is noted in the audit trail with your name.</p>
      </ConfirmDialog>
    </>
  );
}
