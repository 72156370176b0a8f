import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { nameView, personRow } from './person-view.ts';

/**
 * What happens to a row: a stay that is over is recorded, an open stay ends, nothing since it is on record, several people
 * fit or the number and the name disagree, nobody on record, somebody of another team, cannot be read or recorded, left out.
 */
export const dischargeOutcomes = ['discharge', 'new', 'same', 'choose', 'nobody', 'outside', 'error', 'skip'] as const;
export type DischargeOutcome = (typeof dischargeOutcomes)[number];

/** How many rows confirming records, finds on record, and leaves out. */
export const dischargeEffect = z.object({ discharge: z.int(), new: z.int(), same: z.int(), left: z.int() });
export type DischargeEffect = z.output<typeof dischargeEffect>;

export const dischargeBrief = z.object({
  id: idSchema,
  name: z.string(),
  /** `preview`: nothing of it is recorded yet. */
  state: z.enum(['preview', 'committed', 'undone']),
  receivedAt: z.string(),
  rows: z.int(),
  committed: z.object({ at: z.string(), effect: dischargeEffect }).nullable(),
  undone: z.object({ at: z.string(), reason: z.string() }).nullable(),
});
export type DischargeBrief = z.output<typeof dischargeBrief>;

export const dischargeRow = z.object({
  /** Line of the file. */
  line: z.int(),
  outcome: z.enum(dischargeOutcomes),
  decision: z.enum(['link', 'skip']).nullable(),
  /** What the list says; null when the line could not be read. */
  said: z
    .object({
      name: nameView.nullable(),
      birthDate: z.string().nullable(),
      nhsNumber: z.string().nullable(),
      kind: z.string(),
      provider: z.string(),
      ward: z.string(),
      reason: z.string(),
      mentalHealth: z.boolean(),
      admittedOn: z.string().nullable(),
      dischargedOn: z.string().nullable(),
      destination: z.string(),
    })
    .nullable(),
  /** Whom on record the row is about; null where that is not settled, or where this worker may not see it. */
  person: personRow.nullable(),
  /** The open stay that ends, or the one that is on record. */
  stay: z.object({ admittedOn: z.string(), provider: z.string(), ward: z.string() }).nullable(),
  /** What is to follow, and whose task it becomes. */
  followUp: z.object({ dueOn: z.string(), owner: z.string() }).nullable(),
  /** Who it may be. */
  candidates: z.array(z.object({ person: personRow, reasons: z.array(z.string()) })),
  notes: z.array(z.object({ severity: z.enum(['error', 'warning']), message: z.string() })),
});
export type DischargeRow = z.output<typeof dischargeRow>;

export const dischargeListView = dischargeBrief.extend({
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable(), samples: z.array(z.string()) })),
  /** What confirming would do, or did. */
  effect: dischargeEffect,
  list: z.array(dischargeRow),
});
export type DischargeListView = z.output<typeof dischargeListView>;
