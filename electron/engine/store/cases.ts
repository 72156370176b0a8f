import type { ReadHandle } from './handles.ts';
import { sqlStatement, statement } from './statements.ts';

const byId = statement((q, p: { id: string }) => q.selectFrom('cases').selectAll().where('id', '=', p.id));
const unfinishedOf = statement((q, p: { person: string; neighbourhood: string }) =>
  q
    .selectFrom('cases')
    .select('id')
    .where('person_id', '=', p.person)
    .where('neighbourhood_id', '=', p.neighbourhood)
    .where('status', '<>', 'closed')
    .limit(1),
);
const personForCase = statement((q, p: { id: string }) =>
  q.selectFrom('people').select(['id', 'neighbourhood_id', 'merged_into', 'voided']).where('id', '=', p.id),
);
const rolesOf = statement((q, p: { case: string }) =>
  q
    .selectFrom('case_roles')
    .selectAll()
    .where('case_id', '=', p.case)
    .where('ended_at', 'is', null)
    .where('voided', 'is', null)
    .orderBy('started_at')
    .orderBy('id'),
);
const openTransfers = statement((q, p: { case: string }) =>
  q
    .selectFrom('transfers')
    .leftJoin('workers', 'workers.id', 'transfers.to_worker_id')
    .selectAll('transfers')
    .select('workers.name as to')
    .where('case_id', '=', p.case)
    .where('answer', 'is', null)
    .orderBy('transfers.id'),
);
const transferById = statement((q, p: { id: string }) => q.selectFrom('transfers').selectAll().where('id', '=', p.id));
const planned = statement((q, p: { case: string }) =>
  q
    .selectFrom('contacts')
    .leftJoin('workers', 'workers.id', 'contacts.worker_id')
    .select(['contacts.id', 'contacts.starts_at', 'contacts.mechanism', 'contacts.worker_id', 'contacts.joint_with'])
    .select('workers.name as worker')
    .where('case_id', '=', p.case)
    .where('attendance', 'is', null)
    .where('voided', 'is', null)
    .orderBy('starts_at')
    .orderBy('contacts.id'),
);
const holdsRole = sqlStatement<{ worker: string; today: string }, { value: string }>(
  `SELECT m.value FROM workers AS w JOIN worker_memberships AS m ON m.worker_id = w.id
   WHERE w.id = ? AND (w.ended_on IS NULL OR w.ended_on > ?)
     AND m.kind = 'role' AND m.started_on <= ? AND (m.ended_on IS NULL OR m.ended_on > ?)`,
  'worker',
  'today',
  'today',
  'today',
);

/** A case, or undefined. */
export const findCase = (read: ReadHandle, id: string) => read.get(byId, { id });
/** The unfinished case of a person in a neighbourhood, if there is one. */
export const unfinishedCase = (read: ReadHandle, person: string, neighbourhood: string): string | undefined =>
  read.get(unfinishedOf, { person, neighbourhood })?.id;
/** What decides whether a case can be opened for somebody. */
export const findPersonForCase = (read: ReadHandle, id: string) => read.get(personForCase, { id });
/** Who is involved in a case now, those there longest first. */
export const currentRoles = (read: ReadHandle, caseId: string) => read.all(rolesOf, { case: caseId });
/** Handovers of a case that wait for an answer. */
export const openTransfersOf = (read: ReadHandle, caseId: string) => read.all(openTransfers, { case: caseId });
/** A handover, or undefined. */
export const findTransfer = (read: ReadHandle, id: string) => read.get(transferById, { id });
/** Contacts of a case that have no outcome yet, earliest first. */
export const plannedOfCase = (read: ReadHandle, caseId: string) => read.all(planned, { case: caseId });
/** The application roles of a worker in office today; none when they have left or are not known. */
export const rolesOfWorker = (read: ReadHandle, worker: string, today: string): string[] =>
  read.all(holdsRole, { worker, today }).map(({ value }) => value);

export type StoredCase = NonNullable<ReturnType<typeof findCase>>;
export type StoredTransfer = NonNullable<ReturnType<typeof findTransfer>>;
export type StoredPlanned = ReturnType<typeof plannedOfCase>[number];
