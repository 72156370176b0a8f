import type { Doc } from 'pouchdb-node';
import type { Peer } from './store.ts';

/**
 * A person with their cases, the first page of contacts, the next one planned, the household and the people around them,
 * and how often each worker has seen them, by name; the read is put on record.
 */
export function openPeer({ people, cases, contacts, workers, audit }: Peer, worker: string) {
  let lines = 0;
  return async (id: string) => {
    const now = new Date().toISOString();
    const person = await people.get(id);
    const ofPerson = await cases.query('by_person', { key: id, include_docs: true });
    const seen = await contacts.query('by_person', {
      startkey: [id, now],
      endkey: [id],
      descending: true,
      limit: 31,
      include_docs: true,
    });
    const next = await contacts.query('by_person', {
      startkey: [id, now],
      endkey: [id, {}],
      limit: 1,
      include_docs: true,
    });
    const seenBy = await contacts.query('seen_by', { startkey: [id], endkey: [id, {}], group: true });
    const around = ((person.relationships ?? []) as Doc[]).map(({ other_person_id }) => other_person_id);
    const related = await people.allDocs({ keys: around.filter((other) => other !== undefined), include_docs: true });
    const household = person.household_id
      ? await people.query('by_household', { key: person.household_id, include_docs: true })
      : { rows: [] };
    const named = new Set([...seenBy.rows.map(({ key }) => (key as string[])[1]), ...workersIn(ofPerson.rows)]);
    const staff = await workers.allDocs({ keys: [...named], include_docs: true });
    lines += 1;
    await audit.put({ _id: `${now}-${lines}`, worker, action: 'person-opened', object: id });
    return {
      person,
      cases: ofPerson.rows,
      contacts: seen.rows,
      next: next.rows,
      seenBy: seenBy.rows,
      related: related.rows,
      household: household.rows,
      staff: staff.rows,
    };
  };
}

/** Workers with a role on one of the cases. */
const workersIn = (cases: readonly { doc?: Doc }[]): string[] =>
  cases.flatMap(({ doc }) => ((doc?.roles ?? []) as { worker_id?: string }[]).flatMap((role) => role.worker_id ?? []));
