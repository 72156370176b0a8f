import { deepStrictEqual } from 'node:assert/strict';
import { openFloor } from '../floor/open.ts';
import type { Job } from '../measure.ts';
import { openPeer } from '../peer/open.ts';
import type { World } from '../world.ts';

/** Open a person: everything that the page shows, and a durable audit line of the read. */
export function openJob(world: World): Job {
  const people = peopleWithCases(world);
  const person = (at: number) => people[at % people.length] ?? '';
  const floor = openFloor(world.desk);
  const { peer } = world;
  const inPeer = peer && openPeer(peer, world.desk.worker);
  return {
    job: 'open a person',
    limitFloor: 2,
    limitPeer: 10,
    calls: 40,
    engine: (at) => world.host.call('people.open', { personId: person(at) }),
    floor: (at) => floor(person(at)),
    peer: inPeer && ((at) => inPeer(person(at))),
    agree: async () => {
      for (let at = 0; at < 20; at += 1) {
        const page = await world.ask('people.open', { personId: person(at) });
        const found = floor(person(at));
        const ids = (rows: readonly { id: unknown }[]) => rows.map(({ id }) => id).sort();
        deepStrictEqual(
          [found.person.nhs_number, found.person.birth, found.person.address, found.person.practice ?? null],
          [page.details.nhsNumber, page.details.birth, page.details.address, page.banner.practice?.name ?? null],
        );
        for (const part of ['flags', 'conditions', 'segments', 'identifiers', 'sharing', 'cases', 'merges'] as const)
          deepStrictEqual(ids(found[part] as { id: unknown }[]), ids(page[part]), part);
        deepStrictEqual(found.household.length, page.household?.members.length ?? 0);
        deepStrictEqual(ids(found.roles as { id: unknown }[]), ids(page.cases.flatMap(({ roles }) => roles)));
        deepStrictEqual(found.next[0]?.id ?? null, page.nextContact?.id ?? null);
        const shown = page.timeline.entries.filter(({ kind }) => kind === 'contact').map(({ id }) => id);
        deepStrictEqual(
          found.contacts.slice(0, shown.length).map(({ id }) => id),
          shown,
        );
      }
    },
  };
}

/** People with an open case in the worker's neighbourhood, as they stand in the caseload. */
function peopleWithCases({ desk }: World): string[] {
  const rows = desk.database
    .prepare(
      `SELECT person_id FROM caseload WHERE neighbourhood_id = ? AND status = 'open' ORDER BY sort_name, case_id`,
    )
    .all(desk.neighbourhoods[0]) as { person_id: string }[];
  return rows.map(({ person_id }) => person_id);
}
