import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { isoDateSchema } from './british-date.ts';
import { codeSchema } from './code-lists.ts';
import { nameSchema } from './name.ts';
import { nhsNumberSchema } from './nhs-number.ts';
import { normalisePhone } from './phone.ts';
import { line, note, optionalLine } from './plain-text.ts';
import { postcodeSchema } from './postcode.ts';

/**
 * The fields of a person. What belongs together is one field (J5) and is stored as the JSON of its schema, keys in the
 * schema's order, so that equal values are equal text. A field that is null is not recorded.
 */

const source = optionalLine(120).optional();
const asOf = isoDateSchema.optional();

/** A birth: the whole date, or only the year. `estimated` says that it was worked out, not told. */
export const birthSchema = z.union([
  z.object({ date: isoDateSchema, estimated: z.boolean().optional() }),
  z.object({ year: z.int().min(1850).max(2200), estimated: z.boolean().optional() }),
]);
export type Birth = z.infer<typeof birthSchema>;

/** Address lines without the postcode; `since` is when the person moved in. */
export const addressSchema = z.object({
  lines: z.array(optionalLine(200)).max(10),
  postcode: postcodeSchema.optional(),
  since: isoDateSchema.optional(),
});
export type Address = z.infer<typeof addressSchema>;

export const residenceSchema = z.object({
  type: codeSchema('residence-type'),
  /** Which care home. */
  careHome: optionalLine(200).optional(),
  since: isoDateSchema.optional(),
});

/** Index of multiple deprivation as supplied: quintile 1 is the most deprived fifth. */
export const deprivationSchema = z.object({
  quintile: z.int().min(1).max(5),
  decile: z.int().min(1).max(10).optional(),
  asOf,
  source,
});

export const contactWaysSchema = z.object({
  preferred: z.array(codeSchema('contact-preference')).max(9),
  forbidden: z.array(codeSchema('contact-preference')).max(9),
  note: note(1000).optional(),
});

/** Accessible Information Standard (DCB1605): ways of contact and formats that the person needs, not merely likes. */
export const informationNeedsSchema = z.object({
  contact: z.array(codeSchema('contact-preference')).max(9),
  format: z.array(codeSchema('information-format')).max(11),
  note: note(1000).optional(),
});

/** Reasonable adjustments; `consent` is whether the person agreed that they are shared with other services. */
export const adjustmentsSchema = z.object({
  codes: z.array(codeSchema('reasonable-adjustment')).max(25),
  consent: z.boolean().optional(),
  note: note(1000).optional(),
});

export const deathSchema = z.object({
  /** Absent when only the fact is known. */
  date: isoDateSchema.optional(),
  place: codeSchema('death-location').optional(),
  preferredPlaceMet: z.boolean().optional(),
});

/** Electronic frailty index 0 to 1 (imported, never computed) and Clinical Frailty Scale 1 to 9. */
export const frailtySchema = z.object({
  efi: z.number().min(0).max(1).optional(),
  cfs: z.int().min(1).max(9).optional(),
  asOf,
  source,
});

/** Emergency hospital admissions in the twelve months before `asOf`. */
export const admissionsSchema = z.object({
  emergency12m: z.int().min(0).max(366),
  asOf,
  source,
});

/** A need tier set by hand; it holds through the day `until`. */
export const tierOverrideSchema = z.object({
  tier: codeSchema('need-tier'),
  reason: line(500),
  until: isoDateSchema,
  by: idSchema,
  at: z.string(),
});

const phone = line(40)
  .refine((text) => normalisePhone(text) !== null, 'Enter a telephone number, such as 0151 496 0123')
  .overwrite((text) => normalisePhone(text) ?? text);

/** Every field that an edit form may change, by the name that the contract and the interface use. */
export const personFields = {
  name: nameSchema,
  birth: birthSchema.nullable(),
  nhsNumber: nhsNumberSchema.nullable(),
  nhsNumberStatus: codeSchema('nhs-number-status').nullable(),
  gender: codeSchema('gender').nullable(),
  ethnicCategory: codeSchema('ethnic-category').nullable(),
  language: codeSchema('language').nullable(),
  interpreter: z.boolean().nullable(),
  religion: codeSchema('religion').nullable(),
  sexualOrientation: codeSchema('sexual-orientation').nullable(),
  address: addressSchema.nullable(),
  residence: residenceSchema.nullable(),
  deprivation: deprivationSchema.nullable(),
  practiceId: idSchema.nullable(),
  /** Sets the neighbourhood by hand; null gives it back to the practice. */
  neighbourhoodId: idSchema.nullable(),
  residenceNeighbourhoodId: idSchema.nullable(),
  phone: phone.nullable(),
  mobile: phone.nullable(),
  email: z.email('Enter an e-mail address, such as name@example.com').max(254).nullable(),
  contactWays: contactWaysSchema.nullable(),
  informationNeeds: informationNeedsSchema.nullable(),
  adjustments: adjustmentsSchema.nullable(),
  death: deathSchema.nullable(),
  frailty: frailtySchema.nullable(),
  admissions: admissionsSchema.nullable(),
  whatMatters: note(10_000).nullable(),
};
export type PersonField = keyof typeof personFields;

/** Changes to a person: only the fields named change; null removes what was recorded. */
export const personPatchSchema = z.strictObject(personFields).partial();
export type PersonPatch = z.infer<typeof personPatchSchema>;

/** A new person: a name, and either a practice or a neighbourhood. */
export const newPersonSchema = personPatchSchema
  .required({ name: true })
  .refine((person) => Boolean(person.practiceId ?? person.neighbourhoodId), {
    path: ['practiceId'],
    message: 'Choose a practice or a neighbourhood',
  });
export type NewPerson = z.infer<typeof newPersonSchema>;
