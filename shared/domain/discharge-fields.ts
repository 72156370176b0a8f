import dischargeHeaders from '../../resources/discharge-headers.json' with { type: 'json' };
import { headingsOf, type ImportField, targetLabel } from './import-fields.ts';

const ofStay = dischargeHeaders.fields;
type StayField = keyof typeof ofStay;

/** By what a discharge list tells who somebody is: the fields of a list of people that fit. */
const ofPerson = ['nhsNumber', 'family', 'given', 'fullName', 'birthDate'] as const satisfies readonly ImportField[];
type PersonField = (typeof ofPerson)[number];

/** What a column of a discharge list can say. */
export type DischargeField = PersonField | StayField;

const stayFields = Object.keys(ofStay) as StayField[];

/** Every field, in the order in which a form shows them. */
export const dischargeFields: readonly DischargeField[] = [...ofPerson, ...stayFields];

const isPersonField = (field: DischargeField): field is PersonField => ofPerson.some((each) => each === field);

/** Whether a value, for instance from a stored mapping, is a field of this version. */
export const isDischargeField = (value: unknown): value is DischargeField =>
  dischargeFields.some((field) => field === value);

/** The words for a field: `Date of birth`, `Left on`. */
export const dischargeFieldLabel = (field: DischargeField): string =>
  isPersonField(field) ? targetLabel(field) : ofStay[field].label;

/** Headings that are known to mean a field, as hospitals write them. */
export const dischargeHeadings = (field: DischargeField): readonly string[] =>
  isPersonField(field) ? headingsOf(field) : [ofStay[field].label, ...ofStay[field].headers];
