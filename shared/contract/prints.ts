import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { caseloadFilter, caseloadOrder } from './caseload.ts';
import { query } from './endpoint.ts';
import { nameView, personFieldViews } from './person-view.ts';

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

/** Sheets in one printed document. */
export const mostSheets = 100;

/** Who made a document and when: a printed page cannot be called back, so it says how old it is. */
const made = { madeAt: z.string(), madeBy: z.string() };

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
