import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { note, requiredNote } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { openTask, plannedContact } from './cases.ts';
import { command } from './endpoint.ts';

const many = z.array(idSchema).min(1).max(200);
const topics = ['cases', 'people', 'contacts', 'tasks', 'review'] as const;

const aboutCases = ({ caseIds }: { caseIds: string[] }) => caseIds.map((id) => ({ case: id }));
const aboutTransfers = ({ transferIds }: { transferIds: string[] }) => transferIds.map((id) => ({ transfer: id }));
const objectCases = ({ caseIds }: { caseIds: string[] }) => caseIds.join(',');
const objectTransfers = ({ transferIds }: { transferIds: string[] }) => transferIds.join(',');

/** A case that changed hands, with what went along. */
const handedOver = z.object({
  caseId: idSchema,
  transferId: idSchema,
  /** Planned contacts that are now the new coordinator's. */
  carried: z.array(plannedContact),
  /** Planned contacts whose time has passed: the former coordinator still writes them up. */
  left: z.array(plannedContact),
  /** Open tasks of the former coordinator that are now the new one's. */
  tasks: z.array(openTask),
});
export type HandedOver = z.output<typeof handedOver>;

/**
 * Handing over the coordinator's role. Each command is one transaction for all of its cases: either all of them or none.
 * Reasons stay with the transfer; they may hold personal data, which the audit trail must not.
 */
export const transfers = {
  'cases.proposeTransfer': command({
    summary: 'Asks a worker, or whoever covers, to take over cases as their coordinator.',
    input: z.object({
      caseIds: many,
      /** Null: whoever covers. */
      toWorkerId: idSchema.nullable(),
      reason: requiredNote(500),
      /** Leave cover: the day from which the cases are to go back. */
      returnOn: isoDateSchema.nullable().default(null),
    }),
    output: z.object({ transfers: z.array(z.object({ caseId: idSchema, transferId: idSchema })) }),
    access: 'cases.write',
    about: aboutCases,
    audit: { action: 'transfer-proposed', object: objectCases },
    topics,
  }),
  'cases.answerTransfer': command({
    summary: 'Accepts or declines cases that were handed over; accepting changes the coordinator in the same moment.',
    input: z
      .object({ transferIds: many, answer: z.enum(['accept', 'decline']), reason: note(500).default('') })
      .refine(({ answer, reason }) => answer === 'accept' || reason !== '', {
        path: ['reason'],
        message: 'Say why, so that somebody else can be asked',
      }),
    output: z.object({ cases: z.array(handedOver) }),
    access: 'cases.write',
    about: aboutTransfers,
    audit: { action: 'transfer-answered', object: objectTransfers, fields: ({ answer }) => [answer] },
    topics,
  }),
  'cases.withdrawTransfer': command({
    summary: 'Takes back handovers that were not answered yet.',
    input: z.object({ transferIds: many }),
    output: z.object({}),
    access: 'cases.write',
    about: aboutTransfers,
    audit: { action: 'transfer-withdrawn', object: objectTransfers },
    topics,
  }),
  'cases.imposeTransfer': command({
    summary: 'Hands cases over at once without asking; for team leads, with a reason.',
    input: z.object({
      caseIds: many,
      toWorkerId: idSchema,
      reason: requiredNote(500),
      returnOn: isoDateSchema.nullable().default(null),
    }),
    output: z.object({ cases: z.array(handedOver) }),
    access: 'cases.impose',
    about: aboutCases,
    audit: { action: 'transfer-imposed', object: objectCases },
    topics,
  }),
};
