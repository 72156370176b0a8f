import { type ReactNode, useEffect, useRef, useState } from 'react';
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

/** Decides what may be seen at all: the application while a session is open, otherwise the way in. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { data, failure, again } = useSessionState();
  const fresh = useFreshness((state) => state.fresh);
  // Setting up opens the session before its last step, the recovery code, has been read.
  const [settingUp, setSettingUp] = useState(false);
  const open = data?.state === 'open';
  const lastWorker = useRef<string | null>(null);
  const workerId = data?.session?.workerId;

  useEffect(() => {
    if (workerId !== undefined) lastWorker.current = workerId;
  }, [workerId]);
  useEffect(() => {
    if (open) return;
    closePanel();
    dropToasts();
  }, [open]);

  if (failure !== undefined) return <Unreachable failure={failure} again={again} />;
  if (data === undefined) return <LoadingState label="Opening OneTeam" />;
  if (settingUp) return <SetUpTeam passphraseMinimum={data.passphraseMinimum} onLeave={() => setSettingUp(false)} />;
  if (data.state === 'new') return <FirstStart demo={data.demo} onSetUp={() => setSettingUp(true)} />;
  if (!open || data.session === null) return <SignIn key={data.state} state={data} lastWorkerId={lastWorker.current} />;
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
