import { useState } from 'react';
import type { ImportView } from '../../../shared/contract/import-view.ts';
import { call } from '../../client/call.ts';
import { saveFile } from '../../client/save-file.ts';
import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.ts';

/** Keeps a list of what was wrong where, for whoever mends the source. It holds no values. */
export function ProblemsButton({ of }: { readonly of: Pick<ImportView, 'id' | 'counts'> }) {
  const [busy, setBusy] = useState(false);
  if (of.counts.error + of.counts.skip === 0) return null;
  const save = async () => {
    setBusy(true);
    const answer = await call('imports.problems', { importId: of.id });
    setBusy(false);
    if (answer.ok) saveFile(answer.value.file);
    else toast({ message: answer.error.message, tone: 'urgent' });
  };
  return (
    <Button icon="note" busy={busy} onClick={() => void save()}>
      Save problems as CSV
    </Button>
  );
}
