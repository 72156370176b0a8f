import type { feedback as contract } from '../../../shared/contract/feedback.ts';
import { checkStep, type FeedbackState } from '../../../shared/domain/feedback-rules.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Services } from '../context.ts';
import { type FeedbackRecord, findFeedback } from '../store/feedback.ts';
import type { ReadHandle } from '../store/handles.ts';
import { refuse } from './contact-checks.ts';
import { listFeedback } from './feedback-list.ts';
import { feedbackViews, mayVoidFeedback, stateOf } from './feedback-rows.ts';
import { undoFeedback } from './feedback-undo.ts';
import { requireInUse } from './stay-checks.ts';

export const feedback: Services<typeof contract> = {
  'feedback.ofPerson': (context, { personId }) => ({ feedback: feedbackViews(context, personId) }),
  'feedback.record': ({ read, journal, session, today }, { personId, kind, words, saidBy, receivedOn }) => {
    const target = requireInUse(read, personId);
    if (receivedOn > today) refuse([{ path: 'receivedOn', message: 'The day must not be in the future' }]);
    const state: FeedbackState = { status: 'open', on: receivedOn, by: session.workerId };
    const row = {
      person_id: personId,
      case_id: target.case_id,
      kind,
      words,
      said_by: saidBy,
      received_on: receivedOn,
      recorded_by: session.workerId,
      state: JSON.stringify(state),
    };
    return { feedbackId: journal.insert('feedback', row, target.neighbourhood_id) };
  },
  'feedback.follow': ({ read, journal, session, today }, { feedbackId, heads, status, on, note }) => {
    const row = requireFeedback(read, feedbackId);
    refuse(checkStep(stateOf(row), { status, on, note }, row.received_on, today));
    const state: FeedbackState = { status, on, by: session.workerId, ...(note && { note }) };
    journal.update('feedback', feedbackId, { state: JSON.stringify(state) }, heads);
    return {};
  },
  'feedback.undo': (context, { feedbackId }) => undoFeedback(context, requireFeedback(context.read, feedbackId)),
  'feedback.void': ({ read, journal, session, now }, { feedbackId, reason }) => {
    const row = requireFeedback(read, feedbackId);
    if (!mayVoidFeedback(session, row))
      throw new AppError('not-allowed', 'Only the worker who recorded this feedback or a team lead can void it.');
    journal.update('feedback', feedbackId, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
    return {};
  },
  'feedback.list': listFeedback,
};

/** Feedback that is not void. */
function requireFeedback(read: ReadHandle, id: string): FeedbackRecord {
  const row = findFeedback(read, id);
  if (!row) throw new AppError('not-found', 'This entry is no longer there. Go back and open it again.');
  if (row.voided)
    throw new AppError(
      'rule',
      'This feedback was recorded in error. It stays in the history, and nothing more can be changed.',
    );
  return row;
}
