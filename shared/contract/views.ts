import { z } from 'zod';
import { line } from '../domain/plain-text.ts';
import { idSchema } from '../ids.ts';
import { command, query } from './endpoint.ts';

const page = z.string().regex(/^[a-z-]{1,40}$/, 'is not a page');
/** Choices of pages only: what other parts remember under their own names is not theirs to change. */
const preferenceName = z.string().regex(/^ui\.[a-z0-9.-]{1,57}$/, 'is not a preference of a page');

/** What a worker keeps on this device: views of a page, and choices such as the columns of a table. */
export const views = {
  'views.list': query({
    summary: 'The own saved views of a page, by name.',
    input: z.object({ page }),
    output: z.object({ views: z.array(z.object({ id: idSchema, name: z.string(), search: z.string() })) }),
    access: 'signed-in',
    topics: ['views'],
  }),
  'views.save': command({
    summary: 'Saves a view of a page: its name and the part of the address that holds it.',
    input: z.object({
      page,
      name: line(60),
      /** The address after the question mark. */
      search: z.string().max(4000),
      /** Puts it in the place of the view of that name. */
      replace: z.boolean().default(false),
    }),
    output: z.object({ viewId: idSchema }),
    access: 'signed-in',
    audit: { action: 'view-saved' },
    topics: ['views'],
  }),
  'views.rename': command({
    summary: 'Gives an own saved view another name.',
    input: z.object({ viewId: idSchema, name: line(60) }),
    output: z.object({}),
    access: 'signed-in',
    audit: { action: 'view-renamed', object: ({ viewId }) => viewId },
    topics: ['views'],
  }),
  'views.remove': command({
    summary: 'Removes an own saved view.',
    input: z.object({ viewId: idSchema }),
    output: z.object({}),
    access: 'signed-in',
    audit: { action: 'view-removed', object: ({ viewId }) => viewId },
    topics: ['views'],
  }),
  'preferences.get': query({
    summary: 'Choices that the worker made on this device; those never made are left out.',
    input: z.object({ names: z.array(preferenceName).min(1).max(20) }),
    output: z.object({ values: z.record(z.string(), z.json()) }),
    access: 'signed-in',
    topics: ['views'],
  }),
  'preferences.set': command({
    summary: 'Remembers a choice on this device.',
    input: z.object({
      name: preferenceName,
      value: z.json().refine((value) => JSON.stringify(value).length <= 10_000, 'Is too long to be remembered'),
    }),
    output: z.object({}),
    access: 'signed-in',
    audit: { action: 'preference-set' },
    topics: ['views'],
  }),
};
