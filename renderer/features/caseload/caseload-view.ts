import { z } from 'zod';
import { caseloadSorts, dueFilters } from '../../../shared/contract/caseload.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { caseStatusSchema } from '../../../shared/domain/case-status.ts';
import { codeSchema } from '../../../shared/domain/code-lists.ts';
import { promptIds } from '../../../shared/domain/prompts.ts';
import { idSchema } from '../../../shared/ids.ts';

const several = <T extends z.ZodType>(each: T) => z.array(each).min(1).max(30).optional().catch(undefined);

/**
 * The view of the caseload that the address holds. What was typed into the search box is not part of it: names and
 * numbers of people must not end up in the history of a browser.
 */
export const caseloadView = z.object({
  /** Left out: a lead begins with the team, everybody else with their own cases. */
  who: z.enum(['mine', 'team']).optional().catch(undefined),
  sort: z.enum(caseloadSorts).optional().catch(undefined),
  down: z.boolean().optional().catch(undefined),
  tiers: several(codeSchema('need-tier')),
  statuses: several(caseStatusSchema),
  due: z.enum(dueFilters).optional().catch(undefined),
  unseen: z.int().min(1).max(3650).optional().catch(undefined),
  missed: z.literal(true).optional().catch(undefined),
  nobody: z.literal(true).optional().catch(undefined),
  handover: z.literal(true).optional().catch(undefined),
  flags: several(codeSchema('flag')),
  segments: several(codeSchema('segment')),
  prompts: several(z.enum(promptIds)),
  coordinators: several(idSchema),
  behaviourist: idSchema.optional().catch(undefined),
  practices: several(idSchema),
  neighbourhoods: several(idSchema),
});
export type CaseloadView = z.output<typeof caseloadView>;

export type CaseloadInput = Omit<InputOf<'cases.caseload'>, 'offset' | 'limit'>;

/** What the engine is asked for a view and the words in the search box. */
export function caseloadInputOf(view: CaseloadView, who: 'mine' | 'team', text: string): CaseloadInput {
  const { sort, down, tiers, statuses, due, unseen, missed, nobody, handover, flags, segments } = view;
  const { prompts } = view;
  const { coordinators, behaviourist, practices, neighbourhoods } = view;
  return {
    ...(sort && { sort }),
    ...(down && { down }),
    ...(who === 'mine' && { mine: true }),
    ...(tiers && { tiers }),
    ...(statuses && { statuses }),
    ...(due && { due }),
    ...(unseen && { notSeenDays: unseen }),
    ...(missed && { missedTwice: true }),
    ...(nobody && { noCoordinator: true }),
    ...(handover && { transferPending: true }),
    ...(flags && { flags }),
    ...(segments && { segments }),
    ...(prompts && { prompts }),
    ...(coordinators && { coordinatorIds: coordinators }),
    ...(behaviourist && { behaviouristId: behaviourist }),
    ...(practices && { practiceIds: practices }),
    ...(neighbourhoods && { neighbourhoodIds: neighbourhoods }),
    ...(text.trim() !== '' && { search: text.trim() }),
  };
}

/** Whether the view leaves out more than other people's cases and closed ones. */
export function isFiltered({ who: _, sort: __, down: ___, ...filters }: CaseloadView): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** Views that everybody has, in the order in which they are offered. */
export const builtInViews: readonly { readonly name: string; readonly view: CaseloadView }[] = [
  { name: 'Mine', view: { who: 'mine' } },
  { name: 'High need', view: { tiers: ['high', 'very-high'], sort: 'tier', down: true } },
  { name: 'Overdue', view: { due: 'overdue' } },
  { name: 'Not seen in 28 days', view: { unseen: 28, sort: 'last' } },
  { name: 'Missed twice', view: { missed: true } },
  { name: 'No coordinator', view: { who: 'team', nobody: true, sort: 'tier', down: true } },
  { name: 'Everybody’s', view: { who: 'team' } },
];

/** A view as text that is the same for the same view: what is saved, and how two views are compared. */
export function viewText(view: CaseloadView): string {
  const given = Object.entries(view).filter(([, value]) => value !== undefined);
  return JSON.stringify(Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The view that a saved text holds; what this version does not know of it is left out. */
export function viewOf(saved: string): CaseloadView {
  try {
    return caseloadView.catch({}).parse(JSON.parse(saved));
  } catch {
    return {};
  }
}
