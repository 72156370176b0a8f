import { useState } from 'react';
import { useTell } from '../../client/commands.ts';
import type { SessionState } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EntryPage } from './entry-page.tsx';
import { WorkerList } from './worker-list.tsx';

interface DemoSignInProps {
  readonly title: string;
  readonly workers: SessionState['workers'];
}

/** The way in to the demonstration: one press, no passphrase; and the way out of it for good. */
export function DemoSignIn({ title, workers }: DemoSignInProps) {
  const [ending, setEnding] = useState(false);
  const signIn = useTell('session.signInDemo');
  const end = useTell('session.endDemo');
  const failure = signIn.failure ?? end.failure;
  return (
    <EntryPage title={title} lead="This is demonstration data. One press signs you in as a made-up member of staff.">
      <WorkerList workers={workers} busy={signIn.telling} onPick={(workerId) => void signIn.tell({ workerId })} />
      {failure !== undefined && <Callout tone="urgent" live title={failure.message} />}
      <Button look="quiet" size="small" onClick={() => setEnding(true)}>
        End the demonstration
      </Button>
      <ConfirmDialog
        open={ending}
        title="End the demonstration"
        confirm="Remove the demonstration data"
        danger
        busy={end.telling}
        onConfirm={() => void end.tell({})}
        onCancel={() => setEnding(false)}
      >
        <p>
          The made-up people and everything that you tried out with them are removed from this device. A team can then
          be set up.
        </p>
      </ConfirmDialog>
    </EntryPage>
  );
}
