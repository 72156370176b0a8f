import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { procedure, query } from './endpoint.ts';

/** What is being written: `contact`, `group-contact`, … Each form has its own. */
const kind = z.string().regex(/^[a-z][a-z-]{0,39}$/, 'is not a kind of draft');
/** The id of what the draft is about, or `new`. */
const key = idSchema;
/** Characters of JSON: far more than any form holds, far less than would hurt. */
const longest = 200_000;
const body = z
  .record(z.string(), z.json())
  .refine((value) => JSON.stringify(value).length <= longest, 'This draft is too long to keep');

export const draftView = z.object({ body, updatedAt: z.string() });
export type Draft = z.output<typeof draftView>;

/**
 * Unfinished entries of the worker who is signed in. They stay on this device, inside the encrypted store, until they
 * are finished or discarded. Saving one is no deed on the record, so it leaves no audit line and no command behind.
 */
export const drafts = {
  'drafts.save': procedure({
    summary: 'Keeps an unfinished entry, replacing what was kept of it before.',
    input: z.object({ kind, key, body }),
    output: z.object({ updatedAt: z.string() }),
    access: 'signed-in',
    topics: ['drafts'],
  }),
  'drafts.open': query({
    summary: 'One unfinished entry, if there is one.',
    input: z.object({ kind, key }),
    output: z.object({ draft: draftView.nullable() }),
    access: 'signed-in',
    topics: ['drafts'],
  }),
  'drafts.list': query({
    summary: 'The unfinished entries of this worker, newest first.',
    input: z.object({ kind: kind.optional() }),
    output: z.object({ drafts: z.array(z.object({ kind: z.string(), key: z.string(), updatedAt: z.string() })) }),
    access: 'signed-in',
    topics: ['drafts'],
  }),
  'drafts.discard': procedure({
    summary: 'Throws an unfinished entry away.',
    input: z.object({ kind, key }),
    output: z.object({}),
    access: 'signed-in',
    topics: ['drafts'],
  }),
};
