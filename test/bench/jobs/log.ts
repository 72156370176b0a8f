import { deepStrictEqual } from 'node:assert/strict';
import { type LoggedContact, logFloor } from '../floor/log.ts';
import type { Job } from '../measure.ts';
import { logPeer } from '../peer/log.ts';
import type { World } from '../world.ts';

/** Log a contact: durable, journaled, audited, the caseload up to date. */
export function logJob(world: World): Job {
  const cases = openCases(world);
  const input = (at: number): LoggedContact => ({
    ...(cases[at % cases.length] ?? { personId: '', caseId: '' }),
    startsAt: new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString(),
    attendance: '5',
    mechanism: '01',
    minutes: 45,
    subject: '01',
    location: 'A01',
    activities: ['04'],
    purpose: 'review',
    note: 'Seen at home. Managing better with the new inhaler; wants to get back to the lunch club on Thursdays.',
    nextDueOn: null,
  });
  const floor = logFloor(world.desk);
  const { peer } = world;
  const inPeer = peer && logPeer(peer, world.desk.worker);
  return {
    job: 'log a contact',
    limitFloor: 2.5,
    limitPeer: 0.5,
    calls: 40,
    engine: (at) => world.host.call('contacts.log', input(at)),
    floor: (at) => floor(input(at)),
    peer: inPeer && ((at) => inPeer(input(at))),
    agree: async () => {
      const contact = input(0);
      const { contactId } = await world.ask('contacts.log', contact);
      const own = floor(contact);
      const { contact: logged } = await world.ask('contacts.open', { contactId });
      const row = world.desk.database.prepare('SELECT * FROM contacts WHERE id = ?').get(own.contactId) as Stored;
      deepStrictEqual(
        [row.person_id, row.case_id, row.starts_at, row.attendance, row.minutes, row.note, row.activities],
        [
          ...[logged.person.id, logged.caseId, logged.startsAt, logged.attendance, logged.minutes, logged.note],
          JSON.stringify(logged.activities),
        ],
      );
      const page = await world.ask('people.open', { personId: contact.personId });
      const line = world.desk.database
        .prepare('SELECT * FROM caseload WHERE case_id = ?')
        .get(contact.caseId) as Stored;
      const shown = page.cases.find(({ id }) => id === contact.caseId);
      deepStrictEqual([line.last_contact_at, line.next_due_on], [page.lastContact?.at, shown?.nextDueOn]);
      deepStrictEqual(JSON.parse(String(line.explanation)).due.sentence, shown?.nextDueSentence);
    },
  };
}

type Stored = Record<string, string | number | null>;

function openCases({ desk }: World): { personId: string; caseId: string }[] {
  return desk.database
    .prepare(
      `SELECT person_id AS personId, case_id AS caseId FROM caseload
       WHERE neighbourhood_id = ? AND status = 'open' ORDER BY case_id`,
    )
    .all(desk.neighbourhoods[0]) as { personId: string; caseId: string }[];
}
