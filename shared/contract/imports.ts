import { z } from 'zod';
import { isColumnTarget } from '../domain/import-fields.ts';
import { line, requiredNote } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { command, procedure, query } from './endpoint.ts';
import { importBrief, importEffect, importOutcomes, importRow, importView } from './import-view.ts';
import { fileSchema } from './person-view.ts';

/** What the jobs of imports are called, so that a page knows its own again. */
export const importJobs = {
  preview: 'Going through the list',
  commit: 'Importing the list',
  undo: 'Undoing the import',
} as const;

const importId = idSchema;
const about = { object: (input: { importId: string }) => input.importId };
const viewed = { action: 'import-viewed', ...about, burstSeconds: 30 };
const written = ['imports', 'people', 'cases', 'review'] as const;

const target = z.string().max(80).refine(isColumnTarget, 'is not a field of a person');
const lineNumber = z.int().min(1);

/** Largest file that one call carries, in bytes. */
export const largestImport = 200 * 1024 * 1024;

export const imports = {
  'imports.list': query({
    summary: 'All imports of this device, newest first.',
    input: z.object({}),
    output: z.object({ imports: z.array(importBrief) }),
    access: 'imports.run',
    audit: { action: 'imports-listed', burstSeconds: 30 },
    topics: ['imports'],
  }),
  'imports.receive': procedure({
    summary:
      'Takes in a file of people (CSV, FHIR R4 Bundle or NDJSON), keeps it encrypted, and proposes where its columns go. Nothing is imported.',
    input: z.object({
      name: line(200),
      bytes: z
        .instanceof(Uint8Array)
        .refine((bytes) => bytes.byteLength <= largestImport, 'The file is larger than 200 MB. Split the list.'),
    }),
    output: importView,
    access: 'imports.run',
    topics: ['imports'],
  }),
  'imports.open': query({
    summary: 'One import: where it stands, its columns, and what confirming it would do.',
    input: z.object({ importId }),
    output: importView,
    access: 'imports.run',
    audit: viewed,
    topics: ['imports'],
  }),
  'imports.preview': procedure({
    summary:
      'Goes through every row and says what would happen to it; earlier decisions about rows are dropped. Remembers the columns for lists with the same headings.',
    input: z.object({
      importId,
      /** One target or null per column, in the order of the columns; as proposed when left out. */
      mapping: z.array(target.nullable()).max(500).optional(),
      source: line(120).optional(),
      neighbourhoodId: idSchema.nullable().optional(),
    }),
    output: importView,
    access: 'imports.run',
    topics: ['imports'],
  }),
  'imports.rows': query({
    summary: 'A window of the rows of a preview.',
    input: z.object({
      importId,
      outcome: z.enum(importOutcomes).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ total: z.int(), rows: z.array(importRow) }),
    access: 'imports.run',
    audit: viewed,
    topics: ['imports'],
  }),
  'imports.decide': command({
    summary:
      'Decides about rows: link a possible duplicate to somebody, take it in as a new person, leave rows out, or take a decision back.',
    input: z.object({
      importId,
      rows: z.union([
        z.strictObject({ lines: z.array(lineNumber).min(1).max(1000) }),
        z.strictObject({ all: z.enum(['create', 'update', 'duplicate']) }),
      ]),
      decision: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('create') }),
        z.strictObject({ kind: z.literal('skip') }),
        z.strictObject({ kind: z.literal('none') }),
        /** The likeliest candidate when nobody is named. */
        z.strictObject({ kind: z.literal('link'), personId: idSchema.optional(), line: lineNumber.optional() }),
      ]),
    }),
    output: z.object({ decided: z.int(), effect: importEffect }),
    access: 'imports.run',
    audit: { action: 'import-decided', ...about, fields: (input) => [input.decision.kind] },
    topics: ['imports'],
  }),
  'imports.discard': command({
    summary: 'Forgets a file that was not imported, with its preview.',
    input: z.object({ importId }),
    output: z.object({}),
    access: 'imports.run',
    audit: { action: 'import-discarded', ...about },
    topics: ['imports'],
  }),
  'imports.commit': procedure({
    summary:
      'Imports what the preview shows, all of it or nothing, in one transaction. Repeated, it answers the same and does nothing.',
    input: z.object({ importId }),
    output: z.object({ effect: importEffect, at: z.string() }),
    access: 'imports.run',
    topics: written,
  }),
  'imports.undo': procedure({
    summary:
      'Takes an import back while nothing else has touched what it wrote; otherwise refused with the list of what was touched. Repeated, it answers the same.',
    input: z.object({ importId, reason: requiredNote(500) }),
    output: z.object({ voided: z.int(), restored: z.int() }),
    access: 'imports.run',
    topics: written,
  }),
  'imports.problems': query({
    summary: 'What was wrong or odd in which line and column, as a CSV file without any value of the list.',
    input: z.object({ importId }),
    output: z.object({ file: fileSchema, rows: z.int() }),
    access: 'imports.run',
    audit: { action: 'import-problems-exported', ...about },
    heavy: true,
  }),
};
