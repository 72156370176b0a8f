import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';

export interface StoredContactEntry {
  readonly id: string;
  readonly case_id: string | null;
  readonly worker_id: string;
  readonly starts_at: string;
  readonly minutes: number | null;
  readonly mechanism: string;
  readonly attendance: string | null;
  readonly purpose: string | null;
  readonly note: string | null;
  readonly voided: string | null;
  readonly title: string | null;
}

const contacts = sqlStatement<{ person: string; at: string; id: string; limit: number }, StoredContactEntry>(
  `SELECT c.id, c.case_id, c.worker_id, c.starts_at, c.minutes, c.mechanism, c.attendance, c.purpose, c.note, c.voided,
     g.title
   FROM contacts AS c LEFT JOIN group_sessions AS g ON g.id = c.group_id
   WHERE c.person_id = ? AND (c.starts_at, c.id) < (?, ?)
   ORDER BY c.starts_at DESC, c.id DESC LIMIT ?`,
  'person',
  'at',
  'id',
  'limit',
);

/** Contacts of a person before a place in time (instant and id), newest first. */
export const contactsBefore = (
  read: ReadHandle,
  person: string,
  before: { readonly at: string; readonly id: string },
  limit: number,
): StoredContactEntry[] => read.all(contacts, { person, ...before, limit });

/** For tests of query plans. */
export const timelineStatements = { contacts };
