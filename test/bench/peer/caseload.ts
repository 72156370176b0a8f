import type { Peer } from './store.ts';

/** More than there are; without a limit Mango stops at 25. */
const everything = 1_000_000;
const unfinished = { $in: ['proposed', 'open', 'on-hold'] };

/** The views of the caseload job, asked by Mango along the index of their order. */
const views = [
  { order: 'due_on', selector: { tier: { $in: ['high', 'very-high'] } } },
  { order: 'sort_name', selector: { missed_in_row: { $gte: 2 } } },
  { order: 'due_on', selector: { flags: { $elemMatch: { $eq: 'housebound' } } } },
] as const;

/** The first fifty cases of a view with their people, and how many there are: Mango can only count what it fetches. */
export function caseloadPeer({ people, cases }: Peer, place: string) {
  return async (at: number) => {
    const { order, selector } = views[at] ?? views[0];
    const { docs } = await cases.find({
      selector: { neighbourhood_id: place, [order]: { $gt: null }, status: unfinished, ...selector },
      sort: [{ neighbourhood_id: 'asc' }, { [order]: 'asc' }],
      use_index: order,
      limit: everything,
    });
    const page = docs.slice(0, 50);
    const of = await people.allDocs({ keys: page.map(({ person_id }) => person_id), include_docs: true });
    return { total: docs.length, rows: page.map((line, place) => ({ line, person: of.rows[place]?.doc })) };
  };
}
