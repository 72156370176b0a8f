import { useState } from 'react';
import { formatDate } from '../../../shared/domain/british-date.ts';
import { useAsk } from '../../client/queries.ts';
import { useSession, useSessionState } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { Callout } from '../../components/callout.tsx';
import { formatCount } from '../../components/format.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { EndDialog } from './end-dialog.tsx';
import { LetInDialog } from './let-in-dialog.tsx';
import { ShutOutDialog } from './shut-out-dialog.tsx';
import type { Worker } from './team-view.ts';

type Step = 'let-in' | 'end' | 'shut-out';

/** Whether a worker can sign in on this device, and the steps that change it. */
export function AccessPanel({ worker }: { readonly worker: Worker }) {
  const asked = useAsk('staff.access', {});
  const [step, setStep] = useState<Step | null>(null);
  const close = () => setStep(null);
  return (
    <Panel title="Signing in on this device">
      <Loaded asked={asked} loading="Looking who can sign in">
        {({ workerIds }) => <AccessSteps worker={worker} letIn={workerIds.includes(worker.id)} onStep={setStep} />}
      </Loaded>
      <LetInDialog open={step === 'let-in'} worker={worker} onClose={close} />
      <EndDialog open={step === 'end'} worker={worker} onClose={close} />
      <ShutOutDialog open={step === 'shut-out'} worker={worker} onClose={close} />
    </Panel>
  );
}

interface AccessStepsProps {
  readonly worker: Worker;
  readonly letIn: boolean;
  readonly onStep: (step: Step) => void;
}

function AccessSteps({ worker, letIn, onStep }: AccessStepsProps) {
  const own = useSession().workerId === worker.id;
  const demo = useSessionState().data?.demo === true;
  const left = worker.endedOn !== null;
  if (own)
    return (
      <p>
        This is you. Your own passphrase is changed in Settings; another lead or an administrator ends or takes away
        your access.
      </p>
    );
  return (
    <>
      <p>{accessWords(worker.endedOn, letIn)}</p>
      {left && letIn && (
        <Callout tone="warning" title="They still hold a key to this device.">
          <p>Shut them out, so that it opens nothing any more.</p>
        </Callout>
      )}
      {demo && !letIn && (
        <p className="ot-muted">The demonstration is opened as one of its three workers; others cannot be let in.</p>
      )}
      <div className="ot-team__steps">
        {!left && !demo && (
          <Button icon="key" onClick={() => onStep('let-in')}>
            {letIn ? 'Give a new passphrase' : 'Let in'}
          </Button>
        )}
        {letIn && <Button onClick={() => onStep('shut-out')}>Shut out</Button>}
        {!left && <Button onClick={() => onStep('end')}>End their time here</Button>}
      </div>
      {!left && worker.cases > 0 && (
        <p className="ot-muted">
          They coordinate {formatCount(worker.cases, 'case')}. Hand those over before their time here ends.
        </p>
      )}
    </>
  );
}

function accessWords(endedOn: string | null, letIn: boolean): string {
  if (endedOn !== null) return `They left the team on ${formatDate(endedOn)} and cannot sign in any more.`;
  return letIn
    ? 'They can sign in on this device with a passphrase of their own.'
    : 'They cannot sign in on this device.';
}
