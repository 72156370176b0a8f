import { useState } from 'react';
import { call } from '../../client/call.ts';
import { saveFile } from '../../client/save-file.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { formatCount } from '../../components/format.ts';
import { toast } from '../../components/toast.ts';
import type { StaysInput } from './stays-view.ts';

interface ExportStaysProps {
  readonly input: StaysInput;
  readonly total: number | undefined;
}

/** Saves the stays of the view as a CSV file, after saying what will be in it. */
export function ExportStays({ input, total = 0 }: ExportStaysProps) {
  const may = useMay('lists.export');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!may) return null;
  const run = async () => {
    setBusy(true);
    const answer = await call('stays.exportList', input);
    setBusy(false);
    setAsking(false);
    if (!answer.ok) return toast({ message: answer.error.message, tone: 'urgent' });
    saveFile(answer.value.file);
    toast({ message: `${formatCount(answer.value.rows, 'row')} saved as ${answer.value.file.name}` });
  };
  return (
    <>
      <Button disabled={total === 0} onClick={() => setAsking(true)}>
        Export list
      </Button>
      <ConfirmDialog
        open={asking}
        title="Export this list"
        confirm="Export"
        busy={busy}
        onConfirm={() => void run()}
        onCancel={() => setAsking(false)}
      >
        <p>
          A CSV file with {formatCount(total, 'stay')} is saved where you choose. It holds names, birth dates, NHS
          numbers and hospitals, and is not encrypted.
        </p>
        <p>The export is noted in the audit trail with your name.</p>
      </ConfirmDialog>
    </>
  );
}
