import type { Doc } from 'pouchdb-node';
import { localDateOf } from '../../../shared/domain/british-date.ts';
import type { PromptCase, PromptFacts } from '../../../shared/domain/prompt-facts.ts';
import { shippedLimits } from '../../../shared/domain/prompt-limits.ts';
import { promptsOf } from '../../../shared/domain/prompts.ts';
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

const today = localDateOf(new Date().toISOString());

/** The prompts of a case document, by the same rules as on the other sides. */
function promptsIn(line: Doc) {
  const seen = line.last_contact_at;
  const facts = {
    ...(line.facts as PromptFacts),
    caseId: line._id,
    status: line.status,
    openedOn: line.opened_on,
    tier: line.tier,
    coordinatorId: line.coordinator_id ?? null,
    lastContactOn: seen === undefined ? null : localDateOf(String(seen)),
    missedInRow: line.missed_in_row,
    flags: line.flags,
  } as PromptCase;
  return promptsOf(facts, shippedLimits, today).map(({ id, sentence, severity }) => ({ id, sentence, severity }));
}

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
    return {
      total: docs.length,
      rows: page.map((line, place) => ({ line, person: of.rows[place]?.doc, prompts: promptsIn(line) })),
    };
  };
}
