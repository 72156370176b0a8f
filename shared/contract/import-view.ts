import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { nameView, personRow, placeView } from './person-view.ts';

/** Shapes of the answers about imports. */

/** `received`: read in, not yet gone through. `preview`: gone through, waiting to be confirmed. */
export const importStates = ['received', 'preview', 'committed', 'undone'] as const;
/**
 * What will happen to a row: a new person, new values for somebody on record, nothing new, perhaps somebody on record
 * (a person decides), cannot be read, left out.
 */
export const importOutcomes = ['create', 'update', 'same', 'duplicate', 'error', 'skip'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export const importCounts = z.object({
  ...(Object.fromEntries(importOutcomes.map((outcome) => [outcome, z.int()])) as Record<ImportOutcome, z.ZodInt>),
  /** Possible duplicates that nobody has decided about yet. */
  undecided: z.int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** How many rows a confirmation takes in, decisions counted in. Whatever is undecided, wrong or left out stays out. */
export const importEffect = z.object({ create: z.int(), update: z.int(), same: z.int(), left: z.int() });
export type ImportEffect = z.infer<typeof importEffect>;

export const importColumn = z.object({
  /** Position in the list, from 0. */
  index: z.int(),
  header: z.string(),
  samples: z.array(z.string()),
  /** A `ColumnTarget`; null: the column is left out. */
  target: z.string().nullable(),
  confidence: z.enum(['remembered', 'exact', 'close', 'none', 'chosen']),
});

export const importBrief = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(['csv', 'fhir']),
  state: z.enum(importStates),
  receivedAt: z.string(),
  worker: placeView.nullable(),
  counts: importCounts,
  /** When and by whom it was confirmed, and what it did. */
  committed: z.object({ at: z.string(), worker: placeView.nullable(), effect: importEffect }).nullable(),
  undone: z.object({ at: z.string(), worker: placeView.nullable(), reason: z.string() }).nullable(),
});
export type ImportBrief = z.infer<typeof importBrief>;

export const importView = importBrief.extend({
  bytes: z.int(),
  encoding: z.string(),
  /** Of a table; null for FHIR. */
  delimiter: z.string().nullable(),
  /** Lines above the heading that were passed over. */
  preamble: z.int(),
  columns: z.array(importColumn),
  /** Whether the columns were set in an earlier import of a list with the same headings. */
  remembered: z.boolean(),
  /** Under which name the list's own numbers are kept, and what is named as the source of what it says. */
  source: z.string(),
  /** Neighbourhood of people whose practice the list does not name; null: such rows are errors. */
  neighbourhoodId: idSchema.nullable(),
  /** Neighbourhoods into which this worker may import. */
  neighbourhoods: z.array(placeView),
  /** What was passed over in the file as a whole, in sentences. */
  notices: z.array(z.string()),
  /** What confirming would do now. */
  effect: importEffect,
});
export type ImportView = z.infer<typeof importView>;

/** What is wrong or odd about a cell; never what the cell holds. */
export const importProblem = z.object({
  severity: z.enum(['error', 'warning']),
  field: z.string().nullable(),
  column: z.string().nullable(),
  message: z.string(),
});

/** One row of the preview. */
export const importRow = z.object({
  /** Line of the file, or which resource of a FHIR file. */
  line: z.int(),
  outcome: z.enum(importOutcomes),
  decision: z.enum(['create', 'link', 'skip']).nullable(),
  /** What the file says, in words; null when the row could not be read. */
  person: z
    .object({
      name: nameView,
      born: z.string().nullable(),
      nhsNumber: z.string().nullable(),
      address: z.string().nullable(),
      practice: z.string().nullable(),
    })
    .nullable(),
  /** Whom on record the row is about, where that is settled. Limited for somebody of another team. */
  record: personRow.nullable(),
  /** An earlier row of the file that it was decided to repeat. */
  ofLine: z.int().nullable(),
  /** What would change, field by field, in words. `before` is null where nothing was recorded. */
  changes: z.array(z.object({ label: z.string(), before: z.string().nullable(), after: z.string() })),
  /** Who it may be: somebody on record, or an earlier row of the file. */
  candidates: z.array(
    z.object({
      personId: idSchema.nullable(),
      line: z.int().nullable(),
      person: personRow.nullable(),
      /** Of an earlier row: what it says. */
      row: z.object({ name: nameView, born: z.string().nullable(), nhsNumber: z.string().nullable() }).nullable(),
      reasons: z.array(z.string()),
    }),
  ),
  problems: z.array(importProblem),
});
export type ImportRow = z.infer<typeof importRow>;
