import type { ContactRow } from './contacts.ts';
import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

/** A contact with the title of its group session, if it was one. */
export type DiaryRow = ContactRow & { readonly title: string | null };

const select = `SELECT contacts.*, group_sessions.title
  FROM contacts LEFT JOIN group_sessions ON group_sessions.id = contacts.group_id`;

// Appointments of colleagues to which this worker goes along: found through the colleagues, each an index range.
const inRange = sqlStatement<{ worker: string; team: string; from: string; until: string }, DiaryRow>(
  `SELECT * FROM (
     ${select} WHERE contacts.worker_id = ? AND contacts.starts_at >= ? AND contacts.starts_at < ?
       AND contacts.voided IS NULL
     UNION ALL
     ${select} WHERE contacts.worker_id IN (SELECT value FROM json_each(?)) AND contacts.worker_id <> ?
       AND contacts.starts_at >= ? AND contacts.starts_at < ? AND contacts.voided IS NULL
       AND EXISTS (SELECT 1 FROM json_each(contacts.joint_with) WHERE value = ?))
   ORDER BY starts_at, id LIMIT 2000`,
  'worker',
  'from',
  'until',
  'team',
  'worker',
  'from',
  'until',
  'worker',
);
const withoutOutcome = sqlStatement<{ worker: string; before: string }, DiaryRow>(
  `${select} WHERE contacts.worker_id = ? AND contacts.starts_at < ? AND contacts.attendance IS NULL
     AND contacts.voided IS NULL ORDER BY contacts.starts_at DESC LIMIT 50`,
  'worker',
  'before',
);

/** A worker's contacts that start in a range of instants, own and joint ones, in order of time. */
export const diaryContacts = (
  read: ReadHandle,
  range: { worker: string; team: readonly string[]; from: string; until: string },
): DiaryRow[] => read.all(inRange, { ...range, team: JSON.stringify(range.team) });

/** A worker's planned contacts from before an instant that have no outcome, newest first, at most fifty. */
export const contactsWithoutOutcome = (read: ReadHandle, worker: string, before: string): DiaryRow[] =>
  read.all(withoutOutcome, { worker, before });
