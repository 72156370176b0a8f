import { useTell } from '../../client/commands.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { toast } from '../../components/toast.ts';

interface VoidAnswerProps {
  readonly answerId: string;
  readonly words: string;
  readonly onClose: () => void;
}

/** Asks why an answer was entered in error. */
export function VoidAnswer({ answerId, words, onClose }: VoidAnswerProps) {
  const { tell, telling } = useTell('assessments.void');
  const carryOut = async (reason: string) => {
    const answer = await tell({ answerIds: [answerId], reason });
    onClose();
    if (!answer.ok) return toast({ message: answer.error.message, tone: 'urgent' });
    toast({ message: 'The answer is void. The one before it holds again.' });
  };
  return (
    <ConfirmDialog
      open
      title={`Void the answer: ${words}?`}
      confirm="Void the answer"
      danger
      busy={telling}
      reasonLabel="Why is it void?"
      onConfirm={(reason) => void carryOut(reason)}
      onCancel={onClose}
    >
      <p>The answer before it holds again. It stays on record with your reason.</p>
    </ConfirmDialog>
  );
}
