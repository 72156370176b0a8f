import { type ReactNode, useEffect, useState } from 'react';
import { useFreshness } from '../../client/live.ts';
import { SessionContext, useSessionState } from '../../client/session.ts';
import { LoadingState } from '../../components/states.tsx';
import { dropToasts } from '../../components/toast.ts';
import { closePanel } from '../frame/panels.ts';
import { FirstStart } from './first-start.tsx';
import { PassphraseAgain } from './passphrase-again.tsx';
import { SetUpTeam } from './set-up-team.tsx';
import { SignIn } from './sign-in.tsx';
import { Unreachable } from './unreachable.tsx';

interface SessionGateProps {
  readonly children: ReactNode;
  /** Leaves the page that is open, and its address, for the first page. */
  readonly forget: () => Promise<void>;
}

/** Decides what may be seen at all: the application while a session is open, otherwise the way in. */
export function SessionGate({ children, forget }: SessionGateProps) {
  const { data, failure, again } = useSessionState();
  const fresh = useFreshness((state) => state.fresh);
  // Setting up opens the session before its last step, the recovery code, has been read.
  const [settingUp, setSettingUp] = useState(false);
  const open = data?.state === 'open';
  const workerId = data?.session?.workerId;
  const owner = useOwner(data?.state, workerId, forget);

  useEffect(() => {
    if (open) return;
    closePanel();
    dropToasts();
  }, [open]);

  if (failure !== undefined) return <Unreachable failure={failure} again={again} />;
  if (data === undefined) return <LoadingState label="Opening OneTeam" />;
  if (settingUp) return <SetUpTeam passphraseMinimum={data.passphraseMinimum} onLeave={() => setSettingUp(false)} />;
  if (data.state === 'new') return <FirstStart demo={data.demo} onSetUp={() => setSettingUp(true)} />;
  if (!open || data.session === null) return <SignIn key={data.state} state={data} lastWorkerId={owner} />;
  if (owner !== data.session.workerId) return <LoadingState label="Opening OneTeam" />;
  return (
    <SessionContext value={data.session}>
      {/* A page that comes back into sight may have missed a lock: nothing shows until that is known. */}
      {/* Another session is another application: nothing of the last one stays on screen, however fast it follows. */}
      <div key={data.session.signedInAt} hidden={!fresh}>
        {children}
      </div>
      <PassphraseAgain />
    </SessionContext>
  );
}

/**
 * Whose view the address holds, or null. It outlasts a lock, for the same worker goes on where they were; with a
 * sign-out, or when somebody else unlocks, it is forgotten before anything is shown.
 */
function useOwner(
  state: string | undefined,
  workerId: string | undefined,
  forget: SessionGateProps['forget'],
): string | null {
  const [owner, setOwner] = useState<string | null>(null);
  useEffect(() => {
    if (state === 'signed-out') {
      setOwner(null);
      void forget();
    } else if (workerId !== undefined && owner !== workerId) {
      if (owner === null) setOwner(workerId);
      else void forget().then(() => setOwner(workerId));
    }
  }, [state, workerId, owner, forget]);
  return owner;
}
