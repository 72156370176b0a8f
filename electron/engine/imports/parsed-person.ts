import { z } from 'zod';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { codeSchema } from '../../../shared/domain/code-lists.ts';
import { nameSchema } from '../../../shared/domain/name.ts';
import {
  addressSchema,
  admissionsSchema,
  birthSchema,
  deathSchema,
  deprivationSchema,
  frailtySchema,
  residenceSchema,
} from '../../../shared/domain/person-fields.ts';
import { line } from '../../../shared/domain/plain-text.ts';

const dated = { on: isoDateSchema.optional() };

/**
 * What one row of a list, or one FHIR Patient, says of a person. Absent means "not said", never "remove".
 * Names and shapes of the first part are those of the fields of a person; `asOf` and `source` are for the importer to
 * add. Codes are codes of our lists; whatever could not be understood stays as text in `unmapped`.
 */
export const parsedPersonSchema = z.strictObject({
  name: nameSchema,
  birth: birthSchema.optional(),
  nhsNumber: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  nhsNumberStatus: codeSchema('nhs-number-status').optional(),
  gender: codeSchema('gender').optional(),
  ethnicCategory: codeSchema('ethnic-category').optional(),
  language: codeSchema('language').optional(),
  interpreter: z.boolean().optional(),
  address: addressSchema.optional(),
  residence: residenceSchema.optional(),
  deprivation: deprivationSchema.optional(),
  phone: line(40).optional(),
  mobile: line(40).optional(),
  email: z.email().max(254).optional(),
  death: deathSchema.optional(),
  /** As the GP system or a clinician recorded it, never computed here. */
  frailty: frailtySchema.optional(),
  admissions: admissionsSchema.optional(),

  /** ODS code of the practice. */
  practiceCode: z
    .string()
    .regex(/^[A-Z]\d{5}$/)
    .optional(),
  /** Number in the system that the list comes from; unique only together with that system. */
  localId: line(100).optional(),
  /** Identifiers that name their system by URI. */
  identifiers: z.array(z.strictObject({ system: line(300), value: line(100) })),
  conditions: z.array(z.strictObject({ code: codeSchema('condition'), ...dated })),
  flags: z.array(z.strictObject({ code: codeSchema('flag'), ...dated })),
  /** Category of the electronic frailty index, where the list gives no number. */
  frailtyCategory: z.enum(['fit', 'mild', 'moderate', 'severe']).optional(),
  /** Name of the coordinator in the other system. */
  coordinator: line(200).optional(),
  riskScore: z.number().min(0).optional(),
  relationships: z.array(
    z.strictObject({
      kind: codeSchema('relationship-type'),
      name: line(200),
      phone: line(40).optional(),
      emergencyContact: z.boolean(),
    }),
  ),
  /** What was given but not understood, by the field it was given for. */
  unmapped: z.array(z.strictObject({ field: line(100), text: line(500) })),
});

export type ParsedPerson = z.infer<typeof parsedPersonSchema>;

/** What is wrong or odd about one cell. The message never repeats what the cell holds. */
export interface Issue {
  /** An error keeps the row out; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** The field of the person, or null for the row as a whole. */
  readonly field: string | null;
  /** Heading of the column, or the place in the FHIR resource. */
  readonly column: string | null;
  readonly message: string;
}

/** One row or resource read. `person` is null exactly when `issues` holds an error. */
export interface PersonReading {
  /** Line of a CSV file, or which resource of a FHIR file, counted from 1; unique and rising within a file. */
  readonly line: number;
  readonly person: ParsedPerson | null;
  readonly issues: readonly Issue[];
}
