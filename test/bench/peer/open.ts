import type { Doc } from 'pouchdb-node';
import type { Peer } from './store.ts';

/** A person with their cases, the first page of contacts and the people around them; the read is put on record. */
export function openPeer({ people, cases, contacts, audit }: Peer, worker: string) {
  let lines = 0;
  return async (id: string) => {
    const person = await people.get(id);
    const ofPerson = await cases.query('by_person', { key: id, include_docs: true });
    const seen = await contacts.query('by_person', {
      startkey: [id, new Date().toISOString()],
      endkey: [id],
      descending: true,
      limit: 31,
      include_docs: true,
    });
    const around = ((person.relationships ?? []) as Doc[]).map(({ other_person_id }) => other_person_id);
    const related = await people.allDocs({ keys: around.filter((other) => other !== undefined), include_docs: true });
    lines += 1;
    await audit.put({ _id: `${new Date().toISOString()}-${lines}`, worker, action: 'person-opened', object: id });
    return { person, cases: ofPerson.rows, contacts: seen.rows, related: related.rows };
  };
}
