import { codesOf } from '../../../shared/domain/code-lists.ts';
import { shortFor } from './words.ts';

/** What only health visitors do is not offered to this team; an entry that has it keeps it. */
const isOffered = (value: string) => Number(value) < 8 || value === '97';
const activities = codesOf('activity-type').map((value) => ({ value, label: shortFor('activity-type', value) }));

/** Activities to choose from, with those that an entry holds already. */
export const activitiesFor = (held: readonly string[]) =>
  activities.filter(({ value }) => isOffered(value) || held.includes(value));
/** Activities to choose from for a new entry. */
export const activityOptions = activitiesFor([]);
