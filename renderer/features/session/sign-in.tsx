import { useState } from 'react';
import type { SessionState } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { DemoSignIn } from './demo-sign-in.tsx';
import { EntryPage } from './entry-page.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { RecoverForm } from './recover-form.tsx';
import { Rescue } from './rescue.tsx';
import { WorkerList } from './worker-list.tsx';

const words = {
  locked: { title: 'OneTeam is locked', lead: 'Nothing of the record is in memory. Drafts are kept.' },
  open: { title: 'Sign in', lead: undefined },
  new: { title: 'Sign in', lead: undefined },
  'signed-out': { title: 'Sign in', lead: 'Who are you?' },
} as const;

interface SignInProps {
  readonly state: SessionState;
  /** Who was signed in to this window before it locked. */
  readonly lastWorkerId: string | null;
}

/** The way in to a profile that exists; also the locked screen, which shows nothing of the record. */
export function SignIn({ state: profile, lastWorkerId }: SignInProps) {
  const { state, demo, workers, passphraseMinimum } = profile;
  const likely = workers.length === 1 ? workers[0]?.id : state === 'locked' ? lastWorkerId : null;
  const [workerId, setWorkerId] = useState(likely ?? null);
  const [recovering, setRecovering] = useState(false);
  const [damaged, setDamaged] = useState(false);
  const worker = workers.find(({ id }) => id === workerId);
  const { title, lead } = words[state];

  if (demo) return <DemoSignIn title={title} workers={workers} />;
  if (worker === undefined) {
    return (
      <EntryPage key="list" title={title} lead={lead}>
        <WorkerList workers={workers} busy={false} onPick={setWorkerId} />
      </EntryPage>
    );
  }
  if (damaged) return <Rescue workerId={worker.id} onBack={() => setDamaged(false)} />;
  const leave = workers.length > 1 && <Button onClick={() => setWorkerId(null)}>I am somebody else</Button>;
  return (
    <EntryPage
      key={worker.id}
      title={recovering ? 'Use the recovery code' : title}
      lead={`${worker.label}, ${worker.role}`}
    >
      {recovering ? (
        <RecoverForm workerId={worker.id} passphraseMinimum={passphraseMinimum} onBack={() => setRecovering(false)} />
      ) : (
        <PassphraseForm
          workerId={worker.id}
          submit={state === 'locked' ? 'Unlock' : 'Sign in'}
          actions={leave}
          onForgotten={() => setRecovering(true)}
          onDamaged={() => setDamaged(true)}
        />
      )}
    </EntryPage>
  );
}
