import { z } from 'zod';
import { isDischargeField } from '../domain/discharge-fields.ts';
import { line, requiredNote } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { dischargeBrief, dischargeEffect, dischargeListView } from './discharge-view.ts';
import { command, procedure, query } from './endpoint.ts';

const one = { listId: idSchema };
const about = { object: ({ listId }: { listId: string }) => listId };

/** Largest file, in bytes, and most rows of one list: months of discharges of a whole neighbourhood. */
export const largestDischargeList = 5 * 1024 * 1024;
export const mostDischarges = 1000;

const field = z.string().max(40).refine(isDischargeField, 'is not a field of a discharge list');

/**
 * Lists of discharges as hospitals send them. A list stays on this device, with the worker who loaded it. What a row would
 * do is worked out anew whenever it is looked at; only a worker’s confirmation records stays, as by hand.
 */
export const discharges = {
  'discharges.lists': query({
    summary: 'The discharge lists that this worker has loaded on this device, newest first.',
    input: z.object({}),
    output: z.object({ lists: z.array(dischargeBrief) }),
    access: 'stays.write',
    audit: { action: 'discharge-lists-read', burstSeconds: 30 },
    topics: ['stays'],
  }),
  'discharges.receive': procedure({
    summary: 'Takes in a discharge list (CSV) and finds out what its columns are. Nothing is recorded.',
    input: z.object({
      name: line(200),
      bytes: z
        .instanceof(Uint8Array)
        .refine(
          ({ byteLength }) => byteLength <= largestDischargeList,
          'The file is larger than 5 MB. Split the list.',
        ),
    }),
    output: z.object({ listId: idSchema }),
    access: 'stays.write',
    topics: ['stays'],
  }),
  'discharges.open': query({
    summary: 'A discharge list: whom each row is about, what confirming would do with it, or what it did.',
    input: z.object(one),
    output: dischargeListView,
    access: 'stays.write',
    audit: { action: 'discharge-list-read', ...about, burstSeconds: 30 },
    topics: ['stays', 'people', 'cases', 'team'],
  }),
  'discharges.map': command({
    summary: 'Says which field each column of a list fills; remembered for lists with the same headings.',
    input: z.object({ ...one, mapping: z.array(field.nullable()).max(500) }),
    output: z.object({}),
    access: 'stays.write',
    audit: { action: 'discharge-list-mapped', ...about },
    topics: ['stays'],
  }),
  'discharges.decide': command({
    summary: 'Chooses whom a row is about where more than one person fits, leaves it out, or takes the decision back.',
    input: z.object({
      ...one,
      line: z.int().min(1),
      decision: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('link'), personId: idSchema }),
        z.strictObject({ kind: z.literal('skip') }),
        z.strictObject({ kind: z.literal('none') }),
      ]),
    }),
    output: z.object({}),
    access: 'stays.write',
    audit: { action: 'discharge-row-decided', ...about, fields: ({ decision }) => [decision.kind] },
    topics: ['stays'],
  }),
  'discharges.commit': command({
    summary:
      'Records the stays that the list shows, all of them or none; refused when it would do something else than was shown.',
    input: z.object({ ...one, effect: dischargeEffect }),
    output: z.object({ effect: dischargeEffect }),
    access: 'stays.write',
    audit: { action: 'discharge-list-recorded', ...about },
    topics: ['stays', 'tasks', 'cases', 'people'],
  }),
  'discharges.undo': command({
    summary: 'Takes back what a list recorded, while nobody else has touched it.',
    input: z.object({ ...one, reason: requiredNote(500) }),
    output: z.object({ stays: z.int() }),
    access: 'stays.write',
    audit: { action: 'discharge-list-undone', ...about, reason: ({ reason }) => reason },
    topics: ['stays', 'tasks', 'cases', 'people'],
  }),
  'discharges.discard': command({
    summary: 'Forgets a list of which nothing was recorded.',
    input: z.object(one),
    output: z.object({}),
    access: 'stays.write',
    audit: { action: 'discharge-list-discarded', ...about },
    topics: ['stays'],
  }),
};
