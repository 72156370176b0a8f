import { useState } from 'react';
import { useTell } from '../../client/commands.ts';
import type { SessionState } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { EntryPage } from './entry-page.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { RecoverForm } from './recover-form.tsx';
import { WorkerList } from './worker-list.tsx';

const words = {
  locked: { title: 'OneTeam is locked', lead: 'Nothing of the record is in memory. Drafts are kept.' },
  open: { title: 'Sign in', lead: undefined },
  new: { title: 'Sign in', lead: undefined },
  'signed-out': { title: 'Sign in', lead: 'Who are you?' },
} as const;

/** The way in to a profile that exists; also the locked screen, which shows nothing of the record. */
export function SignIn({ state: { state, demo, workers, passphraseMinimum } }: { readonly state: SessionState }) {
  const [workerId, setWorkerId] = useState(workers.length === 1 ? (workers[0]?.id ?? null) : null);
  const [recovering, setRecovering] = useState(false);
  const demoSignIn = useTell('session.signInDemo');
  const worker = workers.find(({ id }) => id === workerId);
  const { title, lead } = words[state];

  if (demo) {
    return (
      <EntryPage title={title} lead="This is demonstration data. One press signs you in as a made-up member of staff.">
        <WorkerList
          workers={workers}
          busy={demoSignIn.telling}
          onPick={(id) => void demoSignIn.tell({ workerId: id })}
        />
        {demoSignIn.failure !== undefined && <Callout tone="urgent" live title={demoSignIn.failure.message} />}
      </EntryPage>
    );
  }
  if (worker === undefined) {
    return (
      <EntryPage title={title} lead={lead}>
        <WorkerList workers={workers} busy={false} onPick={setWorkerId} />
      </EntryPage>
    );
  }
  const leave = workers.length > 1 && <Button onClick={() => setWorkerId(null)}>I am somebody else</Button>;
  return (
    <EntryPage title={recovering ? 'Use the recovery code' : title} lead={`${worker.label}, ${worker.role}`}>
      {recovering ? (
        <RecoverForm workerId={worker.id} passphraseMinimum={passphraseMinimum} onBack={() => setRecovering(false)} />
      ) : (
        <PassphraseForm
          workerId={worker.id}
          submit={state === 'locked' ? 'Unlock' : 'Sign in'}
          actions={leave}
          onForgotten={() => setRecovering(true)}
        />
      )}
    </EntryPage>
  );
}
