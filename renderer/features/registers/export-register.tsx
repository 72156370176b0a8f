import { useState } from 'react';
import { call } from '../../client/call.ts';
import { saveFile } from '../../client/save-file.ts';
import { useMay } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { formatCount } from '../../components/format.ts';
import { toast } from '../../components/toast.ts';
import type { RegisterInput } from './register-view.ts';

interface ExportRegisterProps {
  readonly input: RegisterInput;
  readonly total: number | undefined;
}

/** Saves the register as it is filtered as a CSV file, after saying what will be in it. */
export function ExportRegister({ input, total = 0 }: ExportRegisterProps) {
  const may = useMay('lists.export');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!may) return null;
  const run = async () => {
    setBusy(true);
    const answer = await call('registers.export', input);
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
        title="Export this register"
        confirm="Export"
        busy={busy}
        onConfirm={() => void run()}
        onCancel={() => setAsking(false)}
      >
        <p>
          A CSV file with the {total === 1 ? 'one person' : `${total.toLocaleString('en-GB')} people`} of this list is
          saved where you choose. It holds names, birth dates, NHS numbers, addresses and facts about health, and is not
          encrypted.
        </p>
        <p>The export is noted in the audit trail with your name.</p>
      </ConfirmDialog>
    </>
  );
}
