import type { LoggedContact } from '../floor/log.ts';
import type { Peer } from './store.ts';

/** Puts the contact, brings its case up to date and adds the audit line. PouchDB answers before anything is synced to disk. */
export function logPeer({ cases, contacts, audit }: Peer, worker: string) {
  let logged = 0;
  return async (input: LoggedContact) => {
    logged += 1;
    const id = `${new Date().toISOString()}-${logged}`;
    const { personId: person_id, caseId: case_id, startsAt: starts_at, nextDueOn: next_due_on, ...fields } = input;
    await contacts.put({ _id: id, person_id, case_id, worker_id: worker, starts_at, next_due_on, ...fields });
    const line = await cases.get(case_id);
    await cases.put({ ...line, last_contact_at: starts_at, missed_in_row: 0 });
    await audit.put({ _id: id, worker, action: 'contact-logged', object: id });
    return id;
  };
}
