import type { Job } from '../../../shared/contract/answer.ts';
import { toast } from '../../components/toast.ts';

/** Long work reports its end wherever somebody has gone meanwhile. */
export function reportJobEnd({ title, state, failure, done, unit, unasked }: Job): void {
  if (state === 'done' && !unasked) toast({ message: `${title}: done, ${done.toLocaleString('en-GB')} ${unit}` });
  if (state === 'cancelled') toast({ message: `${title}: cancelled, nothing was kept`, tone: 'info' });
  if (state === 'failed') toast({ message: `${title}: ${failure?.message ?? 'failed'}`, tone: 'urgent' });
}
