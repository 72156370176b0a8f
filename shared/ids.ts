import { z } from 'zod';

/** A row's id: a ULID (26 characters, Crockford base 32, sorts by time of creation), or a short fixed id of reference data such as `n07` or a practice's ODS code. */
export const idSchema = z.string().regex(/^[0-9A-Za-z-]{1,40}$/, 'is not an id');

/**
 * Which change of each field the author was shown: field → change id, with `*` for every field not named
 * (the change that created the row). An edit sends it back, so that it replaces only what its author saw.
 */
export const headsSchema = z.record(z.string(), z.string());
export type Heads = z.infer<typeof headsSchema>;
