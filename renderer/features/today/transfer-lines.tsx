import { type ReactNode, useState } from 'react';
import type { TransferLine } from '../../../shared/contract/today.ts';
import { listName } from '../../../shared/domain/name.ts';
import { Button } from '../../components/button.tsx';
import { AnswerTransfer } from '../cases/answer-transfer.tsx';
import { TransferDialog } from '../cases/transfer-dialog.tsx';
import { WithdrawTransfer } from '../cases/withdraw-transfer.tsx';
import { CaseWho } from './case-lines.tsx';
import { Lines, TodayLine } from './today-line.tsx';

type Kind = 'answer' | 'waiting' | 'declined' | 'hand-back';

/** Handovers, each with what can be done about it. */
export function TransferLines({ lines, kind }: { readonly lines: readonly TransferLine[]; readonly kind: Kind }) {
  return (
    <Lines>
      {lines.map((line) => (
        <TodayLine
          key={line.transferId}
          who={<CaseWho row={line.case} />}
          reason={line.reason}
          more={<p className="ot-muted ot-lines__quote">“{line.declined ?? line.why}”</p>}
          actions={actionsOf(line, kind)}
        />
      ))}
    </Lines>
  );
}

function actionsOf(line: TransferLine, kind: Kind): ReactNode {
  const of = `the case of ${listName(line.case.person.name)}`;
  if (kind === 'answer') return <AnswerTransfer transferIds={[line.transferId]} of={of} toAnybody={line.to === null} />;
  if (kind === 'waiting') return <WithdrawTransfer transferId={line.transferId} of={of} />;
  return <HandOver line={line} of={of} back={kind === 'hand-back'} />;
}

function HandOver({ line, of, back }: { readonly line: TransferLine; readonly of: string; readonly back: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon="transfer" onClick={() => setOpen(true)}>
        {back ? 'Hand back' : 'Ask somebody else'}
        <span className="nhsuk-u-visually-hidden">: {of}</span>
      </Button>
      <TransferDialog
        open={open}
        caseIds={[line.case.caseId]}
        whose={line.case.person.name}
        from={line.case.coordinator?.id}
        to={back ? line.from?.id : undefined}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
