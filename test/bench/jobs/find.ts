import { deepStrictEqual, ok } from 'node:assert/strict';
import { parsePersonQuery } from '../../../shared/domain/person-query.ts';
import { findFloor } from '../floor/find.ts';
import type { Job } from '../measure.ts';
import { findPeer } from '../peer/find.ts';
import type { World } from '../world.ts';

const calls = 40;

/** Find a person while typing: the beginnings of two names, or an NHS number; the first twenty. */
export function findJob(world: World): Job {
  const typed = typings(world);
  const text = (at: number) => typed[at % typed.length] ?? '';
  const floor = findFloor(world.desk);
  const { peer } = world;
  const inPeer = peer && findPeer(peer);
  return {
    job: 'find a person while typing',
    limitFloor: 2,
    limitPeer: 50,
    calls,
    engine: (at) => world.host.call('people.search', { text: text(at) }),
    floor: (at) => floor(text(at)),
    peer: inPeer && ((at) => inPeer(parsePersonQuery(text(at), world.desk.today))),
    agree: async () => {
      for (let at = 0; at < typed.length; at += 1) {
        const { rows } = await world.ask('people.search', { text: text(at) });
        ok(rows.length > 0);
        deepStrictEqual(floor(text(at)).rows, rows);
        const found = await inPeer?.(parsePersonQuery(text(at), world.desk.today));
        // The peer ranks otherwise when more than twenty fit.
        if (found && rows.length < 20)
          deepStrictEqual(found.map(({ _id }) => _id).sort(), rows.map(({ id }) => id).sort());
      }
    },
  };
}

/** What is typed: for people spread over the register three letters of the family and two of the given name, or the number. */
function typings({ desk }: World): string[] {
  const [place = ''] = desk.neighbourhoods;
  const people = desk.database
    .prepare(
      `SELECT name ->> 'family' AS family, name ->> 'given' AS given, nhs_number FROM people
       WHERE neighbourhood_id = ? AND merged_into IS NULL AND voided IS NULL AND nhs_number IS NOT NULL AND number % 1009 = 0`,
    )
    .all(place) as { family: string; given: string; nhs_number: string }[];
  return people
    .slice(0, calls)
    .map(({ family, given, nhs_number }, at) =>
      at % 4 === 3 ? nhs_number : `${family.slice(0, 3)} ${given.slice(0, 2)}`,
    );
}
