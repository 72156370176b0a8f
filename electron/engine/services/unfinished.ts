import type { Unfinished } from '../../../shared/contract/cases.ts';
import type { QueryContext } from '../context.ts';
import { openTransfersOf, plannedOfCase, type StoredPlanned } from '../store/cases.ts';

/** What is still planned or asked on a case. */
export function unfinishedOf({ read }: QueryContext, caseId: string): Unfinished {
  return {
    caseId,
    planned: plannedOfCase(read, caseId).map(plannedView),
    transfers: openTransfersOf(read, caseId).map(({ id, to }) => ({ id, to })),
  };
}

/** A planned contact as answers show it. */
export function plannedView({ id, starts_at, mechanism, worker }: StoredPlanned): Unfinished['planned'][number] {
  return { id, startsAt: starts_at, mechanism, worker: worker ?? '' };
}
