import type { feedback as contract } from '../../../shared/contract/feedback.ts';
import { codesOf } from '../../../shared/domain/code-lists.ts';
import type { FeedbackStatus } from '../../../shared/domain/feedback-rules.ts';
import type { Services } from '../context.ts';
import { type FeedbackKey, feedbackKeys } from '../store/feedback.ts';
import { namesOfPlaces } from '../store/person-page.ts';
import { feedbackRows } from './feedback-rows.ts';

const statuses = codesOf('feedback-status');
const rank = (status: string): number => statuses.indexOf(status as FeedbackStatus);

/** What nobody has answered first, the longest waiting of it on top; what is settled after it, the latest first. */
function inOrder(a: FeedbackKey, b: FeedbackKey): number {
  if (a.status !== b.status) return rank(a.status) - rank(b.status);
  const older = a.received_on < b.received_on || (a.received_on === b.received_on && a.id < b.id);
  return older === (a.status === 'open') ? -1 : 1;
}

export const listFeedback: Services<typeof contract>['feedback.list'] = (
  context,
  { whose, kind, status, neighbourhoodId, offset, limit },
) => {
  const { read, session } = context;
  const all = feedbackKeys(read, {
    worker: whose === 'mine' ? session.workerId : null,
    neighbourhoods: session.neighbourhoods,
    practices: session.practices,
  }).filter(
    (row) =>
      (kind === undefined || row.kind === kind) &&
      (neighbourhoodId === undefined || row.neighbourhood_id === neighbourhoodId),
  );
  const shown = all.filter((row) => status === undefined || row.status === status).sort(inOrder);
  const names = namesOfPlaces(read, session.neighbourhoods);
  const count = (each: FeedbackStatus) => all.filter((row) => row.status === each).length;
  return {
    total: shown.length,
    rows: feedbackRows(
      context,
      shown.slice(offset, offset + limit).map(({ id }) => id),
    ),
    counts: { open: count('open'), answered: count('answered'), closed: count('closed') },
    neighbourhoods: session.neighbourhoods.map((id) => ({ id, name: names.get(id) ?? id })),
  };
};
