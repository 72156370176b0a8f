import { deepStrictEqual, ok } from 'node:assert/strict';
import type { InputOf } from '../../../shared/contract/index.ts';
import { type CaseloadView, caseloadFloor } from '../floor/caseload.ts';
import type { Job } from '../measure.ts';
import { caseloadPeer } from '../peer/caseload.ts';
import type { World } from '../world.ts';

const due = "ifnull(next_due_on, '9999-12-31')";
const views = [
  {
    input: { tiers: ['high', 'very-high'], sort: 'due' },
    where: "tier IN ('high', 'very-high')",
    order: due,
  },
  {
    input: { missedTwice: true, sort: 'name' },
    where: 'missed_in_row >= 2',
    order: 'sort_name',
  },
  { input: { flags: ['housebound'], sort: 'due' }, where: `instr(flags, '"housebound"') > 0`, order: due },
] as const satisfies readonly (CaseloadView & { input: InputOf<'cases.caseload'> })[];

/** The caseload page of the team with its prompts, filtered and sorted: the first fifty, and how many there are. */
export function caseloadJob(world: World): Job {
  const floor = caseloadFloor(world.desk, views);
  const { peer } = world;
  const inPeer = peer && caseloadPeer(peer, world.desk.neighbourhoods[0] ?? '');
  const input = (at: number): InputOf<'cases.caseload'> => ({ ...(views[at % views.length] ?? views[0]).input });
  return {
    job: 'caseload page with prompts, filtered and sorted',
    limitFloor: 2,
    limitPeer: 50,
    calls: 30,
    engine: (at) => world.host.call('cases.caseload', input(at)),
    floor: (at) => floor(at),
    peer: inPeer && ((at) => inPeer(at % views.length)),
    agree: async () => {
      for (let at = 0; at < views.length; at += 1) {
        const answer = await world.ask('cases.caseload', input(at));
        ok(answer.rows.length > 10);
        deepStrictEqual(floor(at), answer);
        const found = await inPeer?.(at);
        if (found) deepStrictEqual([found.total, found.rows.length], [answer.total, answer.rows.length]);
      }
    },
  };
}
