import { useTell } from '../../client/commands.ts';
import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.ts';

/** Takes back a handover that was not answered. */
export function WithdrawTransfer({ transferId, of }: { readonly transferId: string; readonly of: string }) {
  const withdraw = useTell('cases.withdrawTransfer', { onDone: () => toast({ message: 'Handover withdrawn' }) });
  const send = async () => {
    const done = await withdraw.tell({ transferIds: [transferId] });
    if (!done.ok) toast({ message: done.error.message, tone: 'urgent' });
  };
  return (
    <Button size="small" busy={withdraw.telling} onClick={() => void send()}>
      Withdraw<span className="nhsuk-u-visually-hidden"> {of}</span>
    </Button>
  );
}
