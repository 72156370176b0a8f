import { type ComponentType, useState } from 'react';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { useTell } from '../../../client/commands.ts';
import { Button } from '../../../components/button.tsx';
import { toast } from '../../../components/toast.ts';
import { AcceptDialog } from '../../cases/accept-dialog.tsx';
import { AssignDialog } from '../../cases/assign-dialog.tsx';
import { CloseDialog } from '../../cases/close-dialog.tsx';
import { HoldDialog } from '../../cases/hold-dialog.tsx';
import { OpenCaseDialog } from '../../cases/open-dialog.tsx';
import { TransferDialog } from '../../cases/transfer-dialog.tsx';
import type { CaseView } from './case-panel.tsx';

type Deed = 'accept' | 'assign' | 'hold' | 'close' | 'hand-over';
type CaseDialog = ComponentType<{ readonly open: boolean; readonly caseId: string; readonly onClose: () => void }>;

const simpleDialogs: readonly (readonly [Deed, CaseDialog])[] = [
  ['accept', AcceptDialog],
  ['hold', HoldDialog],
  ['close', CloseDialog],
];

/** What can be done with a case in its present state. */
export function CaseActions({ of }: { readonly of: CaseView }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  const resume = useTell('cases.resume', { onDone: () => toast({ message: 'Case taken up again' }) });
  const takeUp = async () => {
    const answer = await resume.tell({ caseId: of.id });
    if (!answer.ok) toast({ message: answer.error.message, tone: 'urgent' });
  };
  const close = () => setDeed(null);
  const waits = of.transfers.some(({ answer }) => answer === null);
  return (
    <div className="ot-person-deeds">
      {of.status === 'proposed' && (
        <Button size="small" look="primary" onClick={() => setDeed('accept')}>
          Open the case
        </Button>
      )}
      {of.status === 'on-hold' && (
        <Button size="small" busy={resume.telling} onClick={() => void takeUp()}>
          Take up again
        </Button>
      )}
      {of.status !== 'proposed' && !waits && of.coordinator !== null && (
        <Button size="small" icon="transfer" onClick={() => setDeed('hand-over')}>
          Hand over
        </Button>
      )}
      <Button size="small" icon="plus" onClick={() => setDeed('assign')}>
        {of.coordinator === null && of.status !== 'proposed' ? 'Name a coordinator' : 'Add somebody'}
      </Button>
      {of.status === 'open' && (
        <Button size="small" onClick={() => setDeed('hold')}>
          Put on hold
        </Button>
      )}
      <Button size="small" onClick={() => setDeed('close')}>
        Close
      </Button>
      {simpleDialogs.map(([name, CaseDialog]) => (
        <CaseDialog key={name} open={deed === name} caseId={of.id} onClose={close} />
      ))}
      <AssignDialog
        open={deed === 'assign'}
        caseId={of.id}
        withoutCoordinator={of.coordinator === null && of.status !== 'proposed'}
        onClose={close}
      />
      <TransferDialog open={deed === 'hand-over'} caseIds={[of.id]} from={of.coordinator?.id} onClose={close} />
    </div>
  );
}

/** Opens a first case, or one that follows the last. */
export function OpenCase({ person, last }: { readonly person: PersonPageView; readonly last: CaseView | undefined }) {
  const [asking, setAsking] = useState<'new' | 'again' | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      {last !== undefined && (
        <Button size="small" onClick={() => setAsking('again')}>
          Take the last one up again
        </Button>
      )}
      <Button size="small" icon="plus" onClick={() => setAsking('new')}>
        Open a case
      </Button>
      <OpenCaseDialog open={asking === 'new'} subject={{ personId: person.id }} onClose={close} />
      {last !== undefined && (
        <OpenCaseDialog open={asking === 'again'} subject={{ followsCaseId: last.id }} onClose={close} />
      )}
    </>
  );
}
