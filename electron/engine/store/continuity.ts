import { codesWhere } from '../../../shared/domain/code-lists.ts';
import type { ReadHandle } from './handles.ts';
import { statement } from './statements.ts';

const seenCodes = codesWhere('attendance', 'seen');
const meetings = statement((q, p: { person: string; since: string; now: string }) =>
  q
    .selectFrom('contacts')
    .select(['starts_at', 'worker_id', 'joint_with', 'mechanism'])
    .where('person_id', '=', p.person)
    .where('starts_at', '>=', p.since)
    .where('starts_at', '<=', p.now)
    .where('voided', 'is', null)
    .where('attendance', 'in', seenCodes),
);

/** Successful contacts with a person between two instants, oldest first: the walk of one index. */
export const meetingsOf = (read: ReadHandle, person: string, since: string, now: string) =>
  read.all(meetings, { person, since, now });
