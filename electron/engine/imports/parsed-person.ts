import { z } from 'zod';
import { isoDateSchema } from '../../../shared/domain/british-date.ts';
import { codeSchema } from '../../../shared/domain/code-lists.ts';
import { nameSchema } from '../../../shared/domain/name.ts';
import { line, optionalLine } from '../../../shared/domain/plain-text.ts';

const dated = { on: isoDateSchema.optional() };

/**
 * What one row of a list, or one FHIR Patient, says of a person. Absent means "not said", never "remove".
 * Codes are codes of our lists; whatever could not be understood stays as text in `unmapped`.
 */
export const parsedPersonSchema = z.strictObject({
  name: nameSchema,
  nhsNumber: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  nhsNumberStatus: codeSchema('nhs-number-status').optional(),
  /** Number in the system that the list comes from; unique only together with that system. */
  localId: line(100).optional(),
  /** Identifiers that name their system by URI. */
  identifiers: z.array(z.strictObject({ system: line(300), value: line(100) })),
  birth: z
    .union([z.strictObject({ date: isoDateSchema }), z.strictObject({ year: z.int().min(1850).max(2200) })])
    .optional(),
  gender: codeSchema('gender').optional(),
  ethnicCategory: codeSchema('ethnic-category').optional(),
  language: codeSchema('language').optional(),
  interpreter: z.boolean().optional(),
  address: z
    .strictObject({ lines: z.array(optionalLine(200)).max(10), postcode: z.string().max(8).optional() })
    .optional(),
  phone: line(40).optional(),
  mobile: line(40).optional(),
  email: z.email().max(254).optional(),
  practiceCode: z
    .string()
    .regex(/^[A-Z]\d{5}$/)
    .optional(),
  deprivation: z
    .strictObject({ decile: z.int().min(1).max(10).optional(), quintile: z.int().min(1).max(5) })
    .optional(),
  residenceType: codeSchema('residence-type').optional(),
  conditions: z.array(z.strictObject({ code: codeSchema('condition'), ...dated })),
  flags: z.array(z.strictObject({ code: codeSchema('flag'), ...dated })),
  /** Electronic frailty index, 0 to 1, as the GP system computed it. */
  efi: z.number().min(0).max(1).optional(),
  /** Clinical Frailty Scale. */
  frailtyScale: z.int().min(1).max(9).optional(),
  frailtyCategory: z.enum(['fit', 'mild', 'moderate', 'severe']).optional(),
  /** In the twelve months before the list was made. */
  emergencyAdmissions: z.int().min(0).max(366).optional(),
  death: z.strictObject({ date: isoDateSchema.optional() }).optional(),
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
