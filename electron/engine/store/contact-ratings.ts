import type { ReadHandle } from './handles.ts';
import { statement } from './statements.ts';

const ofContact = statement((q, p: { contact: string }) =>
  q
    .selectFrom('goal_ratings')
    .select(['id', 'goal_id', 'rating', 'rated_at'])
    .where('contact_id', '=', p.contact)
    .where('contact_id', 'is not', null)
    .where('voided', 'is', null)
    .orderBy('id'),
);
const activeGoals = statement((q, p: { person: string }) =>
  q
    .selectFrom('goals')
    .select((select) => [
      'id',
      'words',
      'scale',
      'importance',
      select
        .selectFrom('goal_ratings')
        .select('rating')
        .whereRef('goal_ratings.goal_id', '=', 'goals.id')
        .where('voided', 'is', null)
        .orderBy('rated_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .as('last_rating'),
    ])
    .where('person_id', '=', p.person)
    .where('status', '=', 'active')
    .where('voided', 'is', null)
    .orderBy('importance', 'desc')
    .orderBy('id'),
);

/** Ratings that were given at a care contact and stand. */
export const ratingsOfContact = (read: ReadHandle, contact: string) => read.all(ofContact, { contact });

/** Goals that a person is working on, the most important first, with how far each was last. */
export const activeGoalsOf = (read: ReadHandle, person: string) => read.all(activeGoals, { person });
