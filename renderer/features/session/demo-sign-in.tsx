import { useState } from 'react';
import { useTell } from '../../client/commands.ts';
import type { SessionState } from '../../client/session.ts';
import { Callout } from '../../components/callout.tsx';
import { EndDemo } from './end-demo.tsx';
import { EntryPage } from './entry-page.tsx';
import { Rescue } from './rescue.tsx';
import { WorkerList } from './worker-list.tsx';

interface DemoSignInProps {
  readonly title: string;
  readonly workers: SessionState['workers'];
}

/** The way in to the demonstration: one press, no passphrase; and the way out of it for good. */
export function DemoSignIn({ title, workers }: DemoSignInProps) {
  const signIn = useTell('session.signInDemo');
  const [damaged, setDamaged] = useState<string | null>(null);
  if (damaged !== null) return <Rescue workerId={damaged} onBack={() => setDamaged(null)} />;
  return (
    <EntryPage title={title} lead="This is demonstration data. One press signs you in as a made-up member of staff.">
      <WorkerList
        workers={workers}
        busy={signIn.telling}
        onPick={async (workerId) => {
          const answer = await signIn.tell({ workerId });
          if (!answer.ok && answer.error.code === 'corrupted') setDamaged(workerId);
        }}
      />
      {signIn.failure !== undefined && <Callout tone="urgent" live title={signIn.failure.message} />}
      <EndDemo look="quiet" />
    </EntryPage>
  );
}
