import type { PlanPart } from '../../../shared/contract/plan-entry.ts';
import { useTell } from '../../client/commands.ts';
import { toast } from '../../components/toast.ts';

/** Takes back what was just entered; it stays in the history. */
export function useWithdraw(): (part: PlanPart, id: string) => void {
  const { tell } = useTell('plans.withdraw');
  return (part, id) =>
    void tell({ part, id, reason: 'Taken back right after it was entered.' }).then((answer) =>
      toast(answer.ok ? { message: 'Taken back' } : { message: answer.error.message, tone: 'urgent' }),
    );
}
