import { z } from 'zod';
import type { InputOf } from '../../../shared/contract/index.ts';
import { ageBands } from '../../../shared/contract/people.ts';
import { codeSchema } from '../../../shared/domain/code-lists.ts';
import { idSchema } from '../../../shared/ids.ts';
import type { Sort } from '../../components/column.ts';

/**
 * The view of the list that the address holds. What was typed into the search box is not part of it: names and
 * numbers of people must not end up in the history of a browser.
 */
export const peopleView = z.object({
  sort: z.enum(['name', 'name-desc', 'youngest', 'oldest']).optional().catch(undefined),
  neighbourhood: idSchema.optional().catch(undefined),
  practice: idSchema.optional().catch(undefined),
  flag: codeSchema('flag').optional().catch(undefined),
  segment: codeSchema('segment').optional().catch(undefined),
  age: z.enum(ageBands).optional().catch(undefined),
  cases: z.enum(['open', 'none']).optional().catch(undefined),
  deaths: z.enum(['living', 'died']).optional().catch(undefined),
});
export type PeopleView = z.output<typeof peopleView>;

export type PeopleListInput = Omit<InputOf<'people.list'>, 'offset' | 'limit'>;

/** What the engine is asked for a view and the words in the search box. */
export function listInputOf(view: PeopleView, text: string): PeopleListInput {
  const { sort, neighbourhood, practice, flag, segment, age, cases, deaths } = view;
  return {
    ...(sort && { sort }),
    ...(neighbourhood && { neighbourhoodIds: [neighbourhood] }),
    ...(practice && { practiceId: practice }),
    ...(flag && { flag }),
    ...(segment && { segment }),
    ...(age && { ageBand: age }),
    ...(cases && { openCase: cases === 'open' }),
    ...(deaths && { deceased: deaths === 'died' }),
    ...(text.trim() !== '' && { search: text.trim() }),
  };
}

/** Whether the view leaves anybody out. */
export function isFiltered({ sort: _, ...filters }: PeopleView): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** The order of a view as the table shows it. */
export function sortOf({ sort = 'name' }: PeopleView): Sort {
  return sort === 'name' || sort === 'name-desc'
    ? { by: 'name', down: sort === 'name-desc' }
    : { by: 'age', down: sort === 'oldest' };
}

/** The order asked for in the table, as the address holds it; by name is left out. */
export function sortNamed({ by, down }: Sort): PeopleView['sort'] {
  if (by === 'age') return down ? 'oldest' : 'youngest';
  return down ? 'name-desc' : undefined;
}

/** A view as it is saved; the same view is the same text. */
export function viewText(view: PeopleView): string {
  const given = Object.entries(view).filter(([, value]) => value !== undefined);
  return JSON.stringify(Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The view that a saved text holds; what this version does not know of it is left out. */
export function viewOf(saved: string): PeopleView {
  try {
    return peopleView.catch({}).parse(JSON.parse(saved));
  } catch {
    return {};
  }
}
