import { z } from 'zod';
import { caseStatusSchema } from '../domain/case-status.ts';
import { codeSchema } from '../domain/code-lists.ts';
import { optionalLine } from '../domain/plain-text.ts';
import { promptIds } from '../domain/prompts.ts';
import { idSchema } from '../ids.ts';
import { query } from './endpoint.ts';
import { fileSchema, nameView, personFieldViews, placeView, workerView } from './person-view.ts';
import { promptBrief } from './prompt-view.ts';

export const caseloadSorts = ['due', 'tier', 'name', 'last', 'opened'] as const;
export type CaseloadSort = (typeof caseloadSorts)[number];
export const dueFilters = ['overdue', 'today', 'week'] as const;

const ids = z.array(idSchema).min(1).max(50);

/**
 * Which cases a view shows: every part that is there must hold; several values within a part are alternatives.
 * Without `mine` the cases of the worker's own neighbourhoods and practices.
 */
export const caseloadFilter = z.object({
  /** Cases on which the worker at the keyboard has a role. */
  mine: z.boolean().optional(),
  neighbourhoodIds: ids.optional(),
  coordinatorIds: ids.optional(),
  /** Cases that nobody coordinates. */
  noCoordinator: z.boolean().optional(),
  behaviouristId: idSchema.optional(),
  /** All but closed when left out. */
  statuses: z.array(caseStatusSchema).min(1).max(4).optional(),
  tiers: z.array(codeSchema('need-tier')).min(1).max(4).optional(),
  flags: z.array(codeSchema('flag')).min(1).max(30).optional(),
  segments: z.array(codeSchema('segment')).min(1).max(10).optional(),
  practiceIds: ids.optional(),
  /** No successful contact for at least so many days, or never. */
  notSeenDays: z.int().min(1).max(3650).optional(),
  /** Next contact: before today; today; tomorrow to seven days from today. */
  due: z.enum(dueFilters).optional(),
  /** The last two contacts or more were missed. */
  missedTwice: z.boolean().optional(),
  transferPending: z.boolean().optional(),
  /** Cases with any of these prompts today. */
  prompts: z.array(z.enum(promptIds)).min(1).max(promptIds.length).optional(),
  /** Beginnings of names, or a whole NHS number. */
  search: optionalLine(100).optional(),
});
export type CaseloadFilter = z.output<typeof caseloadFilter>;

/** How a list of cases is ordered. */
export const caseloadOrder = {
  sort: z.enum(caseloadSorts).default('due'),
  down: z.boolean().default(false),
};

/** Why the need tier is what it is. The points of the contributions add up to `points`. */
export const needView = z.object({
  tier: z.string(),
  points: z.number(),
  contributions: z.array(z.object({ id: z.string(), points: z.number(), sentence: z.string() })),
  /** A sentence for each fact that is not recorded. */
  missing: z.array(z.string()),
  /** The tier set by hand, while it holds; `computed` is what the points alone give. */
  override: z.object({ reason: z.string(), until: z.string(), computed: z.string() }).nullable(),
});
export type NeedView = z.output<typeof needView>;

/** Enough of a person to know them in a list of cases. */
export const casePerson = z.object({
  id: idSchema,
  name: nameView,
  birth: personFieldViews.birth,
  /** Date of death, or true when only the fact is known; null while alive as far as is known. */
  died: z.union([z.string(), z.literal(true)]).nullable(),
  nhsNumber: z.string().nullable(),
  /** First line and postcode. */
  address: z.string().nullable(),
});

/** One case in a list. */
export const caseloadRow = z.object({
  caseId: idSchema,
  person: casePerson,
  status: z.string(),
  openedOn: z.string(),
  neighbourhood: placeView,
  need: needView,
  lastContactAt: z.string().nullable(),
  nextPlannedAt: z.string().nullable(),
  /** When the next contact is due and, in a sentence, why then. */
  due: z.object({ on: z.string(), sentence: z.string(), basis: z.string() }).nullable(),
  missedInRow: z.int(),
  /** Codes of the flags that this worker may see, most pressing first. */
  flags: z.array(z.string()),
  segments: z.array(z.string()),
  /** For a closed case the last one. */
  coordinator: placeView.nullable(),
  behaviourist: placeView.nullable(),
  practice: placeView.nullable(),
  /** A handover that waits for an answer; `to` is null when whoever covers is asked. */
  transfer: z.object({ to: placeView.nullable() }).nullable(),
  /** The most pressing first; those that were decided upon are left out. */
  prompts: z.array(promptBrief),
});
export type CaseloadRow = z.output<typeof caseloadRow>;

/** Lists of cases. */
export const caseload = {
  'cases.caseload': query({
    summary: 'A window of the caseload, filtered and sorted, with the number of all that fit.',
    input: caseloadFilter.extend({
      ...caseloadOrder,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ total: z.int(), rows: z.array(caseloadRow) }),
    access: 'cases.read',
    audit: { action: 'caseload-read', burstSeconds: 30 },
    topics: [
      'cases',
      'people',
      'contacts',
      'tasks',
      'plans',
      'assessments',
      'pathways',
      'checks',
      'stays',
      'settings',
      'team',
    ],
  }),
  'cases.caseloadChoices': query({
    summary: 'What the filters of the caseload choose from: own neighbourhoods, their practices and workers.',
    input: z.object({}),
    output: z.object({
      neighbourhoods: z.array(placeView),
      practices: z.array(placeView),
      coordinators: z.array(workerView),
      behaviourists: z.array(workerView),
    }),
    access: 'cases.read',
    topics: ['team', 'cases'],
  }),
  'cases.exportCaseload': query({
    summary: 'The cases of a view, or the chosen ones of it, as a CSV file; the same data give the same bytes.',
    input: caseloadFilter.extend({ ...caseloadOrder, caseIds: z.array(idSchema).min(1).max(20_000).optional() }),
    output: z.object({ file: fileSchema, rows: z.int() }),
    confirm: true,
    access: 'lists.export',
    audit: { action: 'caseload-exported' },
    heavy: true,
  }),
};
