import type { continuity as contract } from '../../../shared/contract/continuity.ts';
import { codeEntry, isCode } from '../../../shared/domain/code-lists.ts';
import { continuitySince, workersMet } from '../../../shared/domain/continuity.ts';
import { startOfDay } from '../../../shared/domain/london-time.ts';
import type { Services } from '../context.ts';
import { meetingsOf } from '../store/continuity.ts';
import { workersOf } from '../store/workers.ts';

export const continuity: Services<typeof contract> = {
  'people.continuity': ({ read, now, today }, { personId }) => {
    const since = continuitySince(today);
    const meetings = meetingsOf(read, personId, startOfDay(since), now).map((row) => ({
      at: row.starts_at,
      workers: [row.worker_id, ...(JSON.parse(row.joint_with) as string[])],
      inPerson:
        isCode('consultation-mechanism', row.mechanism) &&
        codeEntry('consultation-mechanism', row.mechanism).inPerson === true,
    }));
    const met = workersMet(meetings);
    const known = workersOf(
      read,
      met.map(({ worker }) => worker),
    );
    return {
      since,
      contacts: meetings.length,
      met: met.flatMap(({ worker: id, ...rest }) => {
        const worker = known(id);
        return worker ? [{ ...rest, worker }] : [];
      }),
    };
  },
};
