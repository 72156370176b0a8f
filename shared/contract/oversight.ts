import { z } from 'zod';
import { isoDateSchema } from '../domain/british-date.ts';
import { idSchema } from '../ids.ts';
import { procedure, query } from './endpoint.ts';

export const auditLine = z.object({
  seq: z.int(),
  at: z.string(),
  device: z.string(),
  workerId: z.string().nullable(),
  worker: z.string().nullable(),
  action: z.string(),
  object: z.string().nullable(),
  fields: z.array(z.string()),
  reason: z.string().nullable(),
  outcome: z.string(),
  /** Covers this line and all before it: compared with a noted one, it shows whether the trail was rewritten. */
  code: z.string(),
});

export const oversight = {
  'audit.search': query({
    summary:
      'Lines of the audit trail, newest first: who did what to which object and when, never a value of a record.',
    input: z.object({
      workerId: idSchema.optional(),
      object: idSchema.optional(),
      action: z.string().max(60).optional(),
      outcome: z.enum(['done', 'refused', 'failed']).optional(),
      from: isoDateSchema.optional(),
      to: isoDateSchema.optional(),
      before: z.int().optional(),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({
      lines: z.array(auditLine),
      more: z.boolean(),
      /** The newest line's number and code: noted on paper, they show later whether the trail was cut short. */
      head: z.object({ seq: z.int(), mac: z.string() }),
      workers: z.array(z.object({ id: z.string(), name: z.string() })),
      actions: z.array(z.string()),
    }),
    access: 'audit.read',
    audit: { action: 'audit-read' },
    topics: ['audit'],
  }),
  'store.verify': query({
    summary:
      'Folds the journal and compares it with the record, checks the audit chain and every page of the database.',
    input: z.object({}),
    output: z.object({
      changes: z.int(),
      rows: z.int(),
      mismatches: z.array(z.object({ entity: z.string(), row: z.string(), fields: z.array(z.string()) })),
      auditLines: z.int(),
      auditBrokenAt: z.int().nullable(),
      damaged: z.boolean(),
      ok: z.boolean(),
      hashes: z.record(z.string(), z.string()),
    }),
    access: 'store.verify',
    audit: { action: 'verified' },
    heavy: true,
  }),
  'device.about': query({
    summary: 'What this device is called in the record and the audit trail, and since when it has a record.',
    input: z.object({}),
    output: z.object({ version: z.string(), device: z.string(), createdAt: z.string().nullable() }),
    access: 'signed-in',
    topics: ['session'],
  }),
  'jobs.cancel': procedure({
    summary: 'Asks a long job to stop; nothing of it is kept.',
    input: z.object({ id: idSchema }),
    output: z.object({ found: z.boolean() }),
    access: 'signed-in',
  }),
};
