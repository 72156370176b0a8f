import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { fold } from '../../../shared/domain/folded-text.ts';
import { roles } from '../../../shared/domain/permissions.ts';
import { idSchema } from '../../../shared/ids.ts';
import { wordsFor } from '../contacts/words.ts';
import { isAway, isTrainingOut } from './worker-words.ts';

export type StaffList = OutputOf<'staff.list'>;
export type Worker = StaffList['workers'][number];

/** Which workers are shown: the part of the address after the question mark. */
export const teamView = z.object({
  q: z.string().max(100).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  neighbourhood: idSchema.optional().catch(undefined),
  only: z.enum(['training', 'away', 'left']).optional().catch(undefined),
});
export type TeamView = z.output<typeof teamView>;

export const onlyOptions = [
  { value: 'training', label: 'Training out of date' },
  { value: 'away', label: 'Away today' },
  { value: 'left', label: 'Left the team' },
] as const;

/** The workers that fit a view, by name; those who left only when they are asked for. */
export function workersOf(workers: readonly Worker[], view: TeamView, today: string): readonly Worker[] {
  const words = (view.q ?? '')
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== '');
  return workers
    .filter((worker) => (worker.endedOn !== null) === (view.only === 'left'))
    .filter((worker) => view.role === undefined || worker.roles.includes(view.role))
    .filter((worker) => view.neighbourhood === undefined || worker.neighbourhoodIds.includes(view.neighbourhood))
    .filter((worker) => view.only !== 'training' || isTrainingOut(worker.governanceTrainedOn, today))
    .filter((worker) => view.only !== 'away' || isAway(worker, today))
    .filter((worker) => {
      const text = fold(`${worker.name} ${wordsFor('worker-role', worker.job)} ${worker.organisation}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
