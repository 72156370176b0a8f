import type { CodeListName, CodeOf } from '../../../shared/domain/code-lists.ts';
import type { ImportField } from '../../../shared/domain/import-fields.ts';
import { cleanLine, hasForbiddenCharacter, isVisible } from '../../../shared/domain/plain-text.ts';
import { readCodeCell, readPhones } from './cell-values.ts';
import type {
  AddressShape,
  ConceptShape,
  ExtensionShape,
  NameShape,
  PatientShape,
  TelecomShape,
} from './fhir-shapes.ts';
import type { PersonReading } from './parsed-person.ts';
import { readField } from './person-cells.ts';
import { fail, finishDraft, keep, newDraft, type PersonDraft, warn } from './person-draft.ts';

/** The system of NHS numbers, as UK Core has it and as older systems write it. */
const NHS_NUMBER = new Set([
  'https://fhir.nhs.uk/Id/nhs-number',
  'http://fhir.nhs.net/Id/nhs-number',
  'urn:oid:2.16.840.1.113883.2.1.4.1',
]);
const ODS_ORGANISATION = 'https://fhir.nhs.uk/Id/ods-organization-code';
const LONGEST_VALUE = 2_000;

/**
 * Reads a FHIR R4 Patient (base or UK Core) of the right shape.
 * @param place how messages name the resource, for example `entry[3].resource`
 * @param today `YYYY-MM-DD`: later dates are refused, names and addresses that ended before it are passed over
 */
export function readPatient(patient: PatientShape, place: string, today: string): PersonReading {
  const draft = newDraft();
  const at = (element: string): string => `${place}.${element}`;
  const give = (field: ImportField, element: string, value: string | undefined): void =>
    giveValue(draft, field, at(element), value, today);

  readStanding(draft, patient, at);
  readIdentifiers(draft, patient, at, give);
  readNames(draft, current(patient.name, today));
  give('gender', 'gender', patient.gender);
  give('birthDate', 'birthDate', patient.birthDate);
  if (patient.deceasedBoolean === true) draft.person.death = {};
  give('dateOfDeath', 'deceasedDateTime', patient.deceasedDateTime);
  readAddresses(draft, current(patient.address, today), at, give);
  readTelecom(current(patient.telecom, today), give, draft, at);
  readLanguages(patient, give, draft, at);
  give(
    'ethnicCategory',
    'extension',
    conceptText(extensionOf(patient.extension, 'EthnicCategory')?.valueCodeableConcept, 'ethnic-category'),
  );
  give(
    'residenceType',
    'extension',
    conceptText(extensionOf(patient.extension, 'ResidentialStatus')?.valueCodeableConcept, 'residence-type'),
  );
  for (const { identifier, display, reference } of patient.generalPractitioner ?? []) {
    const isCode = identifier?.system === ODS_ORGANISATION;
    give('practiceCode', 'generalPractitioner', isCode ? identifier?.value : (display ?? reference));
  }
  for (const contact of current(patient.contact, today)) readContact(draft, contact, at('contact'));
  return finishDraft(draft, 1);
}

/** Hands a value to the same reader as a cell of a list, so that both imports understand the same. */
function giveValue(
  draft: PersonDraft,
  field: ImportField,
  column: string,
  value: string | undefined,
  today: string,
): void {
  if (value === undefined || !isVisible(value)) return;
  const place = { field, column };
  if (value.length > LONGEST_VALUE) fail(draft, place, `The value is longer than ${LONGEST_VALUE} characters`);
  else if (hasForbiddenCharacter(value)) fail(draft, place, 'The value contains characters that cannot be saved');
  else readField[field]({ draft, place, text: cleanLine(value), raw: value, today });
}

type At = (element: string) => string;
type Give = (field: ImportField, element: string, value: string | undefined) => void;

/** What decides whether the record may be taken in at all. */
function readStanding(draft: PersonDraft, patient: PatientShape, at: At): void {
  const whole = { field: null, column: at('modifierExtension') };
  // FHIR R4 2.4.1.1: who does not understand a modifier extension must not process the resource.
  if (patient.modifierExtension?.length)
    fail(draft, whole, 'The record carries a modifier extension, which changes its meaning in a way not known here');
  if (patient.link?.some(({ type }) => type === 'replaced-by')) {
    fail(draft, { field: null, column: at('link') }, 'The sending system has replaced this record by another one');
  }
  if (patient.active === false) {
    warn(draft, { field: null, column: at('active') }, 'The sending system marks this record as no longer in use');
  }
  if (patient.meta?.security?.some(({ code }) => code === 'R' || code === 'V')) {
    warn(
      draft,
      { field: null, column: at('meta') },
      'The record is marked restricted: address and telephone must be protected',
    );
  }
}

function readIdentifiers(draft: PersonDraft, patient: PatientShape, at: At, give: Give): void {
  for (const [i, { system, value, use, extension }] of (patient.identifier ?? []).entries()) {
    if (value === undefined || use === 'old') continue;
    if (system !== undefined && NHS_NUMBER.has(system)) {
      const known = draft.person.nhsNumber;
      give('nhsNumber', `identifier[${i}]`, value);
      if (known !== undefined && draft.person.nhsNumber !== known) {
        fail(draft, { field: 'nhsNumber', column: at(`identifier[${i}]`) }, 'The record has two different NHS numbers');
      }
      const status = extensionOf(extension, 'NHSNumberVerificationStatus')?.valueCodeableConcept;
      give('nhsNumberStatus', `identifier[${i}].extension`, conceptText(status, 'nhs-number-status'));
    } else if (system === undefined) {
      keep(
        draft,
        { field: 'identifiers', column: at(`identifier[${i}]`) },
        value,
        'The identifier does not say of which system it is',
      );
    } else {
      draft.person.identifiers.push({ system, value });
    }
  }
}

function readNames(draft: PersonDraft, names: readonly NameShape[]): void {
  const usable = names.filter(({ use }) => !['old', 'maiden', 'anonymous', 'temp'].includes(use ?? ''));
  const byUse = (use: string | undefined): NameShape | undefined => usable.find((name) => name.use === use);
  const main = byUse('official') ?? byUse('usual') ?? byUse(undefined) ?? usable[0];
  if (!main) return;
  const [given = '', ...middle] = (main.given ?? []).map(cleanLine).filter(isVisible);
  const prefix = (main.prefix ?? []).join(' ');
  draft.person.name = {
    family: main.family ?? '',
    given: main.family === undefined && main.text !== undefined ? '' : given,
    ...(middle.length > 0 && { middle: middle.join(' ') }),
    ...(isVisible(prefix) && { prefix }),
  };
  if (main.family === undefined) draft.wholeName = cleanLine((main.text ?? '').slice(0, LONGEST_VALUE));
  const usual = byUse('usual');
  const called = byUse('nickname') ?? (usual === main ? undefined : usual);
  const preferred = called?.given?.[0] ?? (called?.family === undefined ? called?.text : undefined);
  if (preferred !== undefined && isVisible(preferred) && preferred !== given) draft.person.name.preferred = preferred;
}

function readAddresses(draft: PersonDraft, addresses: readonly AddressShape[], at: At, give: Give): void {
  const homes = addresses.filter(({ use }) => use !== 'old' && use !== 'billing');
  const main = homes.find(({ use }) => use === 'home') ?? homes.find(({ use }) => use === undefined) ?? homes[0];
  for (const address of homes) {
    const { line = [], city, district, postalCode } = address;
    const lines = [...line, city, district]
      .map((part) => cleanLine((part ?? '').slice(0, LONGEST_VALUE)))
      .filter(isVisible);
    if (address !== main) {
      const text = [...lines, postalCode].filter(Boolean).join(', ') || (address.text ?? '');
      keep(draft, { field: 'address', column: at('address') }, text, 'One more address than can be recorded');
    } else if (lines.length > 0) {
      draft.addressLines[1] = lines;
      give('postcode', 'address', postalCode);
    } else {
      give('address', 'address', address.text);
      give('postcode', 'address', postalCode);
    }
  }
}

/** Telephone numbers by rank, which FHIR counts from 1 as the most preferred; numbers without a rank come last. */
function readTelecom(telecom: readonly TelecomShape[], give: Give, draft: PersonDraft, at: At): void {
  const ranked = telecom.toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));
  for (const { system, use, value = '' } of ranked) {
    if (use === 'old' || value === '') continue;
    const place = { field: 'telecom', column: at('telecom') };
    const slot = system === 'email' ? 'email' : use === 'mobile' || system === 'sms' ? 'mobile' : 'phone';
    if (!['phone', 'sms', 'email', undefined].includes(system))
      keep(draft, place, value, 'Not a telephone number or e-mail address');
    else if (draft.person[slot] === undefined)
      give(({ email: 'email', mobile: 'phoneMobile', phone: 'phoneHome' } as const)[slot], 'telecom', value);
    else if (slot === 'email') keep(draft, place, value, 'More e-mail addresses than can be recorded');
    else {
      const numbers = readPhones(value);
      if (numbers === null) keep(draft, place, value, 'Not a telephone number');
      for (const number of numbers ?? []) draft.spareNumbers.push({ place, number });
    }
  }
}

function readLanguages(patient: PatientShape, give: Give, draft: PersonDraft, at: At): void {
  const spoken = patient.communication ?? [];
  const main = spoken.find(({ preferred }) => preferred === true) ?? spoken[0];
  const uk = extensionOf(patient.extension, 'NHSCommunication');
  const language = main?.language ?? extensionOf(uk?.extension, 'language')?.valueCodeableConcept;
  give('language', 'communication', conceptText(language, 'language'));
  for (const { language: other } of spoken) {
    const text = other === language ? undefined : conceptText(other, 'language');
    if (text !== undefined)
      keep(draft, { field: 'language', column: at('communication') }, text, 'One more language than can be recorded');
  }
  const needed = [patient.extension, main?.extension, uk?.extension]
    .map((list) => extensionOf(list, 'interpreterRequired')?.valueBoolean)
    .find((value) => value !== undefined);
  if (needed !== undefined) draft.person.interpreter = needed;
}

type Contact = NonNullable<PatientShape['contact']>[number];

function readContact(draft: PersonDraft, { relationship = [], name, telecom = [] }: Contact, column: string): void {
  const place = { field: 'relationships', column };
  const shown = name?.text ?? [...(name?.given ?? []), name?.family].filter(Boolean).join(' ');
  const words = relationship.map((concept) => conceptText(concept, 'relationship-type') ?? '').filter(isVisible);
  if (!isVisible(shown)) {
    if (words.length > 0) keep(draft, place, words.join('; '), 'A contact without a name');
    return;
  }
  const kinds = words.flatMap((word) => readCodeCell('relationship-type', word) ?? []);
  const unknown = words.filter((word) => readCodeCell('relationship-type', word) === null);
  for (const word of unknown) keep(draft, place, word, 'Not a relationship on our list');
  // Next of kin and emergency contact are offices; who the contact is to the person says more.
  const offices: CodeOf<'relationship-type'>[] = ['next-of-kin', 'emergency-contact'];
  const kind = kinds.find((code) => !offices.includes(code)) ?? kinds[0] ?? 'other';
  const numbers = newDraft();
  for (const { system, value } of telecom) {
    if (system === 'phone' || system === 'sms') giveValue(numbers, 'phoneHome', column, value, '');
    if (numbers.person.phone !== undefined) break;
  }
  draft.person.unmapped.push(...numbers.person.unmapped);
  draft.issues.push(...numbers.issues);
  draft.person.relationships.push({
    kind,
    name: shown,
    ...(numbers.person.phone !== undefined && { phone: numbers.person.phone }),
    emergencyContact: kinds.includes('emergency-contact'),
  });
}

/** What a concept says: of its codes and words the first that the list knows, else its words for people to read. */
function conceptText(concept: ConceptShape | undefined, list: CodeListName): string | undefined {
  if (concept === undefined) return undefined;
  const codings = concept.coding ?? [];
  const said = [...codings.map(({ code }) => code), ...codings.map(({ display }) => display), concept.text];
  const words = said.filter((word) => word !== undefined).map((word) => word.slice(0, LONGEST_VALUE));
  return words.find((word) => readCodeCell(list, word) !== null) ?? words.at(-1);
}

/** The extension whose address ends in a name: UK Core, its predecessors and core FHIR use different beginnings. */
function extensionOf(extensions: readonly ExtensionShape[] | undefined, name: string): ExtensionShape | undefined {
  return extensions?.find(({ url }) => url.slice(0, 300).split(/[/-]/).includes(name));
}

/** Without those whose period ended before today. */
function current<T extends { period?: { end?: string | undefined } | undefined }>(
  items: readonly T[] | undefined,
  today: string,
): T[] {
  return (items ?? []).filter(({ period }) => period?.end === undefined || period.end.slice(0, 10) >= today);
}
