import { z } from 'zod';
import { isoDateSchema } from '../../../../../shared/domain/british-date.ts';
import { note, optionalLine } from '../../../../../shared/domain/plain-text.ts';

/** A date that may be left out: '' in the form. */
export const dateOrNone = z.union([z.literal(''), isoDateSchema]).transform((date) => (date === '' ? undefined : date));

/** A note that may be left out. */
export const noteOrNone = (max: number) => note(max).transform((text) => (text === '' ? undefined : text));

/** A line that may be left out. */
export const lineOrNone = (max: number) => optionalLine(max).transform((text) => (text === '' ? undefined : text));
