import type * as fhir from 'fhir/r4.js';
import { z } from 'zod';

/**
 * The parts of FHIR R4 resources that are read, checked for shape only; other elements are let through unread.
 * Codes and dates stay text here, because a wrong one is a matter of its cell and not of the whole resource.
 */
const text = z.string().optional();
const period = z.object({ end: text }).optional();

const coding = z.object({ system: text, code: text, display: text });
const concept = z.object({ coding: z.array(coding).optional(), text });
const flatExtension = z.object({
  url: z.string(),
  valueCodeableConcept: concept.optional(),
  valueBoolean: z.boolean().optional(),
});
const extension = flatExtension.extend({ extension: z.array(flatExtension).optional() });
const extensions = z.array(extension).optional();

const identifier = z.object({ extension: extensions, use: text, system: text, value: text, period });
const humanName = z.object({
  use: text,
  text,
  family: text,
  given: z.array(z.string()).optional(),
  prefix: z.array(z.string()).optional(),
  period,
});
const contactPoint = z.object({ system: text, value: text, use: text, rank: z.number().optional(), period });
const address = z.object({
  use: text,
  text,
  line: z.array(z.string()).optional(),
  city: text,
  district: text,
  postalCode: text,
  period,
});
const reference = z.object({ reference: text, identifier: identifier.optional(), display: text });

export const patientShape = z.object({
  resourceType: z.literal('Patient'),
  meta: z.object({ security: z.array(coding).optional() }).optional(),
  extension: extensions,
  modifierExtension: z.array(z.unknown()).optional(),
  identifier: z.array(identifier).optional(),
  active: z.boolean().optional(),
  name: z.array(humanName).optional(),
  telecom: z.array(contactPoint).optional(),
  gender: text,
  birthDate: text,
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: text,
  address: z.array(address).optional(),
  contact: z
    .array(
      z.object({
        relationship: z.array(concept).optional(),
        name: humanName.optional(),
        telecom: z.array(contactPoint).optional(),
        period,
      }),
    )
    .optional(),
  communication: z
    .array(z.object({ extension: extensions, language: concept, preferred: z.boolean().optional() }))
    .optional(),
  generalPractitioner: z.array(reference).optional(),
  link: z.array(z.object({ type: z.string() })).optional(),
});

export type PatientShape = z.infer<typeof patientShape>;
export type NameShape = z.infer<typeof humanName>;
export type TelecomShape = z.infer<typeof contactPoint>;
export type AddressShape = z.infer<typeof address>;
export type ConceptShape = z.infer<typeof concept>;
export type ExtensionShape = z.infer<typeof extension>;

/** Bundle types whose entries are a list of resources. */
export const listBundles = ['transaction', 'batch', 'collection', 'searchset'] as const satisfies fhir.Bundle['type'][];

export const bundleShape = z.object({
  resourceType: z.literal('Bundle'),
  type: z.string(),
  link: z.array(z.object({ relation: z.string() })).optional(),
  entry: z.array(z.unknown()).optional(),
});

export const entryShape = z.object({
  resource: z.unknown().optional(),
  request: z.object({ method: z.string() }).optional(),
});

/** Resources that come with lists of Patients, by which a notice may name what was left out. */
export const knownResources = [
  'AllergyIntolerance',
  'Appointment',
  'Bundle',
  'CarePlan',
  'CareTeam',
  'Composition',
  'Condition',
  'Consent',
  'Device',
  'DiagnosticReport',
  'DocumentReference',
  'Encounter',
  'EpisodeOfCare',
  'Flag',
  'Goal',
  'Group',
  'HealthcareService',
  'Immunization',
  'List',
  'Location',
  'MedicationRequest',
  'MedicationStatement',
  'MessageHeader',
  'Observation',
  'OperationOutcome',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Procedure',
  'Provenance',
  'Questionnaire',
  'QuestionnaireResponse',
  'RelatedPerson',
  'RiskAssessment',
  'ServiceRequest',
  'Task',
] as const satisfies fhir.FhirResource['resourceType'][];
