import { z } from 'zod';
import type { PersonPageView } from '../../../../shared/contract/person-page.ts';
import { type PersonField, type PersonPatch, personPatchSchema } from '../../../../shared/domain/person-fields.ts';

type Details = PersonPageView['details'];

/** How much of the birth is known. */
export type BirthKnown = 'date' | 'year' | 'none';

/** The fields of a person as forms hold them: text that is '' where nothing is recorded. */
export interface PersonValues {
  name: { family: string; given: string; middle: string; prefix: string; preferred: string };
  birth: { known: BirthKnown; date: string; year: number | null; estimated: boolean };
  nhsNumber: string;
  nhsNumberStatus: string;
  gender: string;
  ethnicCategory: string;
  language: string;
  /** 'yes', 'no', or '' while nobody asked. */
  interpreter: string;
  religion: string;
  sexualOrientation: string;
  /** Lines as typed, one per line. */
  address: { lines: string; postcode: string; since: string };
  residence: { type: string; careHome: string; since: string };
  deprivation: { quintile: string; asOf: string; source: string };
  practiceId: string;
  /** '' is the practice's. */
  neighbourhoodId: string;
  residenceNeighbourhoodId: string;
  phone: string;
  mobile: string;
  email: string;
  contactWays: { preferred: string[]; forbidden: string[]; note: string };
  informationNeeds: { contact: string[]; format: string[]; note: string };
  adjustments: { codes: string[]; consent: string; note: string };
  death: { died: boolean; date: string; place: string; preferredPlaceMet: string };
  frailty: { efi: number | null; cfs: string; asOf: string; source: string };
  admissions: { emergency12m: number | null; asOf: string; source: string };
  whatMatters: string;
}

const yesNo = (value: boolean | null | undefined): string => (value == null ? '' : value ? 'yes' : 'no');
const textOf = (value: unknown): string => (value == null ? '' : String(value));

/** What is recorded of a person, as forms hold it; of nobody, an empty form. */
export function valuesOf(person: Details | null): PersonValues {
  const {
    name,
    birth,
    address,
    residence,
    deprivation,
    contactWays,
    informationNeeds,
    adjustments,
    death,
    frailty,
    admissions,
  } = person ?? ({} as Partial<Details>);
  return {
    name: {
      family: name?.family ?? '',
      given: name?.given ?? '',
      middle: name?.middle ?? '',
      prefix: name?.prefix ?? '',
      preferred: name?.preferred ?? '',
    },
    birth: {
      known: birth?.year !== undefined ? 'year' : birth === null && person !== null ? 'none' : 'date',
      date: birth?.date ?? '',
      year: birth?.year ?? null,
      estimated: birth?.estimated ?? false,
    },
    nhsNumber: textOf(person?.nhsNumber),
    nhsNumberStatus: textOf(person?.nhsNumberStatus),
    gender: textOf(person?.gender),
    ethnicCategory: textOf(person?.ethnicCategory),
    language: textOf(person?.language),
    interpreter: yesNo(person?.interpreter),
    religion: textOf(person?.religion),
    sexualOrientation: textOf(person?.sexualOrientation),
    address: {
      lines: address?.lines.join('\n') ?? '',
      postcode: address?.postcode ?? '',
      since: address?.since ?? '',
    },
    residence: { type: residence?.type ?? '', careHome: residence?.careHome ?? '', since: residence?.since ?? '' },
    deprivation: {
      quintile: textOf(deprivation?.quintile),
      asOf: deprivation?.asOf ?? '',
      source: deprivation?.source ?? '',
    },
    practiceId: textOf(person?.practiceId),
    neighbourhoodId: person?.neighbourhoodByHand === true ? person.neighbourhoodId : '',
    residenceNeighbourhoodId: textOf(person?.residenceNeighbourhoodId),
    phone: textOf(person?.phone),
    mobile: textOf(person?.mobile),
    email: textOf(person?.email),
    contactWays: {
      preferred: contactWays?.preferred ?? [],
      forbidden: contactWays?.forbidden ?? [],
      note: contactWays?.note ?? '',
    },
    informationNeeds: {
      contact: informationNeeds?.contact ?? [],
      format: informationNeeds?.format ?? [],
      note: informationNeeds?.note ?? '',
    },
    adjustments: {
      codes: adjustments?.codes ?? [],
      consent: yesNo(adjustments?.consent),
      note: adjustments?.note ?? '',
    },
    death: {
      died: death != null,
      date: death?.date ?? '',
      place: death?.place ?? '',
      preferredPlaceMet: yesNo(death?.preferredPlaceMet),
    },
    frailty: {
      efi: frailty?.efi ?? null,
      cfs: textOf(frailty?.cfs),
      asOf: frailty?.asOf ?? '',
      source: frailty?.source ?? '',
    },
    admissions: {
      emergency12m: admissions?.emergency12m ?? null,
      asOf: admissions?.asOf ?? '',
      source: admissions?.source ?? '',
    },
    whatMatters: textOf(person?.whatMatters),
  };
}

/** '' → absent. */
const filled = <K extends string, V>(key: K, value: V): { [P in K]?: V } =>
  value === '' || value === null ? {} : ({ [key]: value } as { [P in K]?: V });
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
const answered = (answer: string): boolean | null => (answer === '' ? null : answer === 'yes');
const dated = (of: { asOf: string; source: string }) => ({
  ...filled('asOf', of.asOf),
  ...filled('source', of.source),
});

/** How each field goes from its form into a patch. Checked by the person's own schema afterwards. */
const patched: { readonly [F in PersonField]: (values: PersonValues) => unknown } = {
  name: ({ name }) => name,
  birth: ({ birth: { known, date, year, estimated } }) =>
    known === 'none' || (known === 'date' && date === '')
      ? null
      : { ...(known === 'date' ? { date } : { year }), ...(estimated && { estimated }) },
  nhsNumber: ({ nhsNumber }) => orNull(nhsNumber),
  nhsNumberStatus: ({ nhsNumberStatus }) => orNull(nhsNumberStatus),
  gender: ({ gender }) => orNull(gender),
  ethnicCategory: ({ ethnicCategory }) => orNull(ethnicCategory),
  language: ({ language }) => orNull(language),
  interpreter: ({ interpreter }) => answered(interpreter),
  religion: ({ religion }) => orNull(religion),
  sexualOrientation: ({ sexualOrientation }) => orNull(sexualOrientation),
  address: ({ address: { lines, postcode, since } }) => {
    const rows = lines.split('\n').filter((row) => row.trim() !== '');
    if (rows.length === 0 && postcode.trim() === '') return null;
    return { lines: rows, ...filled('postcode', postcode.trim()), ...filled('since', since) };
  },
  residence: ({ residence: { type, careHome, since } }) =>
    type === '' ? null : { type, ...filled('careHome', careHome), ...filled('since', since) },
  deprivation: ({ deprivation }) =>
    deprivation.quintile === '' ? null : { quintile: Number(deprivation.quintile), ...dated(deprivation) },
  practiceId: ({ practiceId }) => orNull(practiceId),
  neighbourhoodId: ({ neighbourhoodId }) => orNull(neighbourhoodId),
  residenceNeighbourhoodId: ({ residenceNeighbourhoodId }) => orNull(residenceNeighbourhoodId),
  phone: ({ phone }) => orNull(phone),
  mobile: ({ mobile }) => orNull(mobile),
  email: ({ email }) => orNull(email.trim()),
  contactWays: ({ contactWays: { preferred, forbidden, note } }) =>
    preferred.length + forbidden.length === 0 && note.trim() === ''
      ? null
      : { preferred, forbidden, ...filled('note', note) },
  informationNeeds: ({ informationNeeds: { contact, format, note } }) =>
    contact.length + format.length === 0 && note.trim() === '' ? null : { contact, format, ...filled('note', note) },
  adjustments: ({ adjustments: { codes, consent, note } }) =>
    codes.length === 0 && note.trim() === ''
      ? null
      : { codes, ...filled('consent', answered(consent)), ...filled('note', note) },
  death: ({ death: { died, date, place, preferredPlaceMet } }) =>
    died
      ? {
          ...filled('date', date),
          ...filled('place', place),
          ...filled('preferredPlaceMet', answered(preferredPlaceMet)),
        }
      : null,
  frailty: ({ frailty }) =>
    frailty.efi === null && frailty.cfs === ''
      ? null
      : {
          ...filled('efi', frailty.efi),
          ...(frailty.cfs !== '' && { cfs: Number(frailty.cfs) }),
          ...dated(frailty),
        },
  admissions: ({ admissions }) =>
    admissions.emergency12m === null ? null : { emergency12m: admissions.emergency12m, ...dated(admissions) },
  whatMatters: ({ whatMatters }) => orNull(whatMatters),
};

/** Where in a form an issue of a field belongs, and what it is called there. */
function placed(
  path: readonly PropertyKey[],
  message: string,
  values: PersonValues,
): { path: PropertyKey[]; message: string } {
  const [field, part] = path;
  // A union of a date and a year says only that neither fits.
  if (field === 'birth')
    return values.birth.known === 'year'
      ? { path: ['birth', 'year'], message: 'Enter the year of birth with four digits' }
      : { path: ['birth', 'date'], message: 'Enter a real date of birth' };
  if (field === 'name' && part === 'family' && values.name.family.trim() === '')
    return { path: ['name', 'family'], message: 'Enter the family name, or the only name' };
  // Lines are one box.
  if (field === 'address' && part === 'lines') return { path: ['address', 'lines'], message };
  return { path: [...path], message };
}

/** A form over some fields of a person: what it holds becomes a patch of exactly these fields, or problems in place. */
export function patchSchemaOf<V extends PersonValues = PersonValues>(fields: readonly PersonField[]) {
  return z.custom<V>().transform((values, context): PersonPatch => {
    const raw = Object.fromEntries(fields.map((field) => [field, patched[field](values)]));
    const read = personPatchSchema.safeParse(raw);
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues)
      context.addIssue({ code: 'custom', ...placed(path, message, values) });
    return z.NEVER;
  });
}

/** Of a patch only the fields that differ from what was on record when the form was opened. */
export function changedFields(patch: PersonPatch, before: PersonPatch | undefined): PersonPatch {
  return Object.fromEntries(
    Object.entries(patch).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before?.[field as PersonField]),
    ),
  );
}
