import { z } from 'zod';
import type { PersonField } from '../domain/person-fields.ts';
import { idSchema } from '../ids.ts';

/**
 * Parts of answers about people that several endpoints share. What is stored may come from a newer version or another
 * country's rules, so answers only check its shape: a code is any text, and is shown as itself when no list knows it.
 */

export const nameView = z.object({
  family: z.string(),
  given: z.string(),
  middle: z.string().optional(),
  prefix: z.string().optional(),
  preferred: z.string().optional(),
});

const text = z.string().optional();
const codes = z.array(z.string());

/** The fields of `personFields`, as they are answered. */
export const personFieldViews = {
  name: nameView,
  birth: z.object({ date: text, year: z.number().optional(), estimated: z.boolean().optional() }).nullable(),
  nhsNumber: z.string().nullable(),
  nhsNumberStatus: z.string().nullable(),
  gender: z.string().nullable(),
  ethnicCategory: z.string().nullable(),
  language: z.string().nullable(),
  interpreter: z.boolean().nullable(),
  religion: z.string().nullable(),
  sexualOrientation: z.string().nullable(),
  address: z.object({ lines: z.array(z.string()), postcode: text, since: text }).nullable(),
  residence: z.object({ type: z.string(), careHome: text, since: text }).nullable(),
  deprivation: z.object({ quintile: z.number(), decile: z.number().optional(), asOf: text, source: text }).nullable(),
  practiceId: z.string().nullable(),
  neighbourhoodId: z.string(),
  residenceNeighbourhoodId: z.string().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  email: z.string().nullable(),
  contactWays: z.object({ preferred: codes, forbidden: codes, note: text }).nullable(),
  informationNeeds: z.object({ contact: codes, format: codes, note: text }).nullable(),
  adjustments: z.object({ codes, consent: z.boolean().optional(), note: text }).nullable(),
  death: z.object({ date: text, place: text, preferredPlaceMet: z.boolean().optional() }).nullable(),
  frailty: z.object({ efi: z.number().optional(), cfs: z.number().optional(), asOf: text, source: text }).nullable(),
  admissions: z.object({ emergency12m: z.number(), asOf: text, source: text }).nullable(),
  whatMatters: z.string().nullable(),
} satisfies Record<PersonField, z.ZodType>;
export const placeView = z.object({ id: idSchema, name: z.string() });
/** A worker as others see them: every entry shows its organisation (R2). */
export const workerView = z.object({ id: idSchema, name: z.string(), job: z.string(), organisation: z.string() });
export type WorkerView = z.infer<typeof workerView>;

export const caseBrief = z.object({
  id: idSchema,
  status: z.string(),
  coordinator: placeView.nullable(),
});

/**
 * One person in a list. `limited` is true for somebody who is neither in one of the worker's neighbourhoods or practices
 * nor known to them through a case: then only name, age and neighbourhood are told.
 */
export const personRow = z.object({
  id: idSchema,
  limited: z.boolean(),
  name: nameView,
  /** In words: `67 years`, `died aged 80`; null when it is not known. */
  age: z.string().nullable(),
  neighbourhood: placeView,
  birth: personFieldViews.birth,
  nhsNumber: z.string().nullable(),
  nhsNumberStatus: z.string().nullable(),
  /** One line, postcode last. */
  address: z.string().nullable(),
  practice: placeView.nullable(),
  case: caseBrief.nullable(),
  deceased: z.boolean(),
  /** Codes of the flags that this worker may see, most pressing first. */
  flags: z.array(z.string()),
});
export type PersonRow = z.infer<typeof personRow>;

/** Somebody who may be the same person, and why. */
export const duplicateCandidate = z.object({
  person: personRow,
  reasons: z.array(z.object({ rule: z.string(), sentence: z.string() })),
});
export type DuplicateCandidate = z.infer<typeof duplicateCandidate>;

/** A file made for the person at the keyboard; the host saves it where they say. */
export const fileSchema = z.object({
  name: z.string(),
  mime: z.string(),
  bytes: z.instanceof(Uint8Array),
});
