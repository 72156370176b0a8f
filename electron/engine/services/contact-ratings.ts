import type { Behaviour } from '../../../shared/contract/contact-entry.ts';
import type { CommandContext } from '../context.ts';
import { ratingsOfContact } from '../store/contact-ratings.ts';
import { findContact } from '../store/contacts.ts';
import type { ReadHandle } from '../store/handles.ts';
import { parseJson } from '../store/person-columns.ts';
import { findPart } from '../store/plan-entries.ts';
import { refuse } from './contact-checks.ts';

/** Refuses goals that are not this person's. */
export function requireGoals(
  read: ReadHandle,
  personId: string,
  behaviour: Behaviour | null | undefined,
  path: string,
) {
  for (const [index, { goalId }] of (behaviour?.goals ?? []).entries()) {
    if (goalId && findPart(read, 'goal', goalId)?.person_id !== personId)
      refuse([{ path: `${path}.goals.${index}.goal`, message: 'Choose a goal of this person' }]);
  }
}

/**
 * Keeps the ratings of goals in step with what a care contact says of them: made when it is logged, changed when it is
 * amended, taken back when it is voided, undone or no longer speaks of the goal. A rating belongs to the time and the
 * worker of its contact.
 */
export function alignRatings({ read, journal, session, now }: CommandContext, contactId: string): void {
  const contact = findContact(read, contactId);
  if (!contact) return;
  const behaviour = contact.voided === null ? parseJson<Behaviour>(contact.behaviour) : null;
  const wanted = new Map((behaviour?.goals ?? []).flatMap(({ goalId, rating }) => (goalId ? [[goalId, rating]] : [])));
  for (const row of ratingsOfContact(read, contactId)) {
    const rating = wanted.get(row.goal_id);
    wanted.delete(row.goal_id);
    if (rating === undefined) {
      const reason = 'The care contact no longer says so.';
      journal.update('goal_ratings', row.id, { voided: JSON.stringify({ by: session.workerId, at: now, reason }) });
    } else journal.update('goal_ratings', row.id, { rating, rated_at: contact.starts_at });
  }
  for (const [goalId, rating] of wanted) {
    const goal = findPart(read, 'goal', goalId);
    if (!goal) continue;
    journal.insert(
      'goal_ratings',
      {
        person_id: contact.person_id,
        goal_id: goalId,
        rating,
        rated_at: contact.starts_at,
        rated_by: contact.worker_id,
        contact_id: contactId,
      },
      goal.scope,
    );
  }
}
