import { z } from 'zod';
import { planContentSchema } from '../domain/frozen-plan.ts';
import { printLayouts } from '../domain/held-record.ts';
import { idSchema } from '../ids.ts';
import { caseloadFilter, caseloadOrder } from './caseload.ts';
import { query } from './endpoint.ts';
import { nameView, personFieldViews } from './person-view.ts';
import { versionView } from './plan-view.ts';

/** Parts of a handover sheet, in the order in which somebody at night needs them. */
export const handoverParts = [
  'risks',
  'communication',
  'contingency',
  'decisions',
  'conditions',
  'matters',
  'people',
  'access',
  'contacts',
  'open',
] as const;
export type HandoverPart = (typeof handoverParts)[number];

const handoverLine = z.object({
  /** What it is, in bold. */
  lead: z.string(),
  words: z.string().nullable(),
  /** Since when or as of when it holds, in words with its date; null where no date is recorded. */
  when: z.string().nullable(),
});
export type HandoverLine = z.infer<typeof handoverLine>;

/** What a stranger has to know about one person at night, without the flags that the reader may not know of. */
export const handoverSheet = z.object({
  personId: idSchema,
  name: nameView,
  nhsNumber: z.string().nullable(),
  birth: personFieldViews.birth,
  age: z.string().nullable(),
  gender: z.string().nullable(),
  death: personFieldViews.death,
  /** Whether what is on record may go to other organisations, in words. */
  sharing: z.object({ state: z.enum(['agreed', 'refused', 'mixed', 'not-asked']), sentence: z.string() }),
  /** Every part, also those of which nothing is recorded. */
  parts: z.array(z.object({ part: z.enum(handoverParts), lines: z.array(handoverLine) })),
});
export type HandoverSheet = z.infer<typeof handoverSheet>;

/** Who made a document and when: a printed page cannot be called back, so it says how old it is. */
const made = { madeAt: z.string(), madeBy: z.string() };

const helper = z.object({
  role: z.string(),
  name: z.string(),
  organisation: z.string().nullable(),
  phone: z.string().nullable(),
});

/** What the person keeps at home: the plan, and what stands around it. Flags are no part of it. */
const heldRecord = z.object({
  ...made,
  person: handoverSheet.pick({ personId: true, name: true, nhsNumber: true, birth: true, age: true }),
  /** The layout that the person asked for. */
  layout: z.enum(printLayouts),
  /** Codes of the formats in which the person needs information. */
  formats: z.array(z.string()),
  /** The version that is printed: the one that holds, before there is one the draft; null where no plan was begun. */
  version: versionView.nullable(),
  plan: planContentSchema.nullable(),
  facts: z.object({
    communication: z.array(z.string()),
    conditions: z.array(z.string()),
    coordinator: helper.nullable(),
    helpers: z.array(helper),
    next: z.object({ at: z.string(), how: z.string(), who: z.string() }).nullable(),
  }),
});

/** Sheets in one printed document. */
export const mostSheets = 100;

/**
 * Documents for paper. They are asked for once and not again when something changes: what is printed is what was shown,
 * and its audit line is on record before it is shown.
 */
export const prints = {
  'prints.handover': query({
    summary: 'One page about a person for whoever is called out at night.',
    input: z.object({ personId: idSchema }),
    output: z.object({ ...made, sheet: handoverSheet }),
    access: 'people.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'handover-printed', object: ({ personId }) => personId },
  }),
  'prints.plan': query({
    summary: 'The care plan as the person keeps it, with who helps them and how to reach them.',
    input: z.object({ personId: idSchema }),
    output: heldRecord,
    access: 'plans.read',
    about: ({ personId }) => [{ person: personId }],
    audit: { action: 'plan-printed', object: ({ personId }) => personId },
  }),
  'prints.handoverList': query({
    summary: 'Handover pages of the chosen cases, or of all in a view, in its order; one for each person.',
    input: caseloadFilter.extend({ ...caseloadOrder, caseIds: z.array(idSchema).min(1).max(mostSheets).optional() }),
    output: z.object({
      ...made,
      sheets: z.array(handoverSheet),
      /** People of the view who did not fit into one document. */
      left: z.int(),
    }),
    confirm: true,
    access: 'lists.export',
    audit: {
      action: 'handover-list-printed',
      each: (_, output) => (output?.sheets ?? []).map(({ personId }) => personId),
    },
  }),
};
