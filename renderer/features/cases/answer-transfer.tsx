import { useState } from 'react';
import type { HandedOver } from '../../../shared/contract/transfers.ts';
import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { formatCount } from '../../components/format.ts';
import { toast } from '../../components/toast.ts';

interface AnswerTransferProps {
  readonly transferIds: readonly string[];
  /** Whose case it is, or how many: for the names of the buttons. */
  readonly of: string;
  /** Whoever covers was asked: nobody declines it for the others. */
  readonly toAnybody: boolean;
}

/** Accepts or declines a handover in place. */
export function AnswerTransfer({ transferIds, of, toAnybody }: AnswerTransferProps) {
  const [declining, setDeclining] = useState(false);
  const answer = useTell('cases.answerTransfer', {
    onDone: ({ cases }, { answer: given }) => {
      setDeclining(false);
      toast({ message: given === 'accept' ? acceptedWords(cases) : 'Handover declined' });
    },
  });
  const send = async (given: 'accept' | 'decline', reason: string) => {
    const done = await answer.tell({ transferIds: [...transferIds], answer: given, reason });
    if (!done.ok) toast({ message: done.error.message, tone: 'urgent' });
  };
  return (
    <>
      <Button size="small" look="primary" busy={answer.telling} onClick={() => void send('accept', '')}>
        Accept<span className="nhsuk-u-visually-hidden"> {of}</span>
      </Button>
      {!toAnybody && (
        <Button size="small" disabled={answer.telling} onClick={() => setDeclining(true)}>
          Decline<span className="nhsuk-u-visually-hidden"> {of}</span>
        </Button>
      )}
      <ConfirmDialog
        open={declining}
        title="Decline the handover"
        confirm="Decline"
        reasonLabel="Why"
        busy={answer.telling}
        onConfirm={(reason) => void send('decline', reason)}
        onCancel={() => setDeclining(false)}
      >
        <p>The case stays with its coordinator, who sees your reason and can ask somebody else.</p>
      </ConfirmDialog>
    </>
  );
}

/** What came along with the cases that were accepted, in a sentence. */
function acceptedWords(cases: readonly HandedOver[]): string {
  const carried = cases.reduce((sum, one) => sum + one.carried.length, 0);
  const yours = `${formatCount(cases.length, 'case')} ${cases.length === 1 ? 'is' : 'are'} now yours`;
  return carried === 0 ? yours : `${yours}, with ${formatCount(carried, 'planned contact')}`;
}
