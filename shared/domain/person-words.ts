import { formatDate, isoDateSchema } from './british-date.ts';
import { type CodeListName, type CodeOf, codeLabel, isCode } from './code-lists.ts';
import { fullName, type PersonName } from './name.ts';
import { formatNhsNumber } from './nhs-number.ts';
import type { PersonField } from './person-fields.ts';

/** What each field of a person is called. */
export const personFieldLabels: Readonly<Record<PersonField, string>> = {
  name: 'Name',
  birth: 'Born',
  nhsNumber: 'NHS number',
  nhsNumberStatus: 'NHS number trace status',
  gender: 'Gender',
  ethnicCategory: 'Ethnic category',
  language: 'Language',
  interpreter: 'Interpreter needed',
  religion: 'Religion',
  sexualOrientation: 'Sexual orientation',
  address: 'Address',
  residence: 'Where the person lives',
  deprivation: 'Deprivation',
  practiceId: 'GP practice',
  neighbourhoodId: 'Neighbourhood',
  residenceNeighbourhoodId: 'Neighbourhood of residence',
  phone: 'Telephone',
  mobile: 'Mobile',
  email: 'E-mail',
  contactWays: 'Ways of contact',
  informationNeeds: 'Information needs',
  adjustments: 'Reasonable adjustments',
  death: 'Death',
  frailty: 'Frailty',
  admissions: 'Emergency admissions',
  whatMatters: 'What matters to me',
};

/** The label of a code; what the list does not know is shown as it is. */
export function wordOf(list: CodeListName, code: unknown): string {
  return isCode(list, code) ? codeLabel(list, code as CodeOf<typeof list>) : String(code);
}

const yesNo = (value: unknown): string => (value ? 'Yes' : 'No');
const dated = (date: unknown): string =>
  isoDateSchema.safeParse(date).success ? formatDate(String(date)) : String(date ?? '');
const joined = (...parts: (string | false | null | undefined)[]): string => parts.filter(Boolean).join(', ');
const listed = (list: CodeListName, codes: unknown): string =>
  Array.isArray(codes) ? codes.map((code) => wordOf(list, code)).join(', ') : '';

/** What is stored in a composite field. It may come from another version, so nothing of it is taken for granted. */
type Parts = Readonly<Record<string, unknown>>;

const sourced = ({ asOf, source }: Parts): string =>
  [asOf ? `as of ${dated(asOf)}` : '', source ? `from ${String(source)}` : ''].filter(Boolean).join(' ');

const words: Readonly<Partial<Record<PersonField, (value: Parts) => string>>> = {
  name: (name) => {
    const preferred = name.preferred ? ` (called ${String(name.preferred)})` : '';
    return `${fullName(name as unknown as PersonName)}${preferred}`;
  },
  birth: ({ date, year, estimated }) => `${date ? dated(date) : String(year ?? '')}${estimated ? ' (estimated)' : ''}`,
  address: ({ lines, postcode, since }) =>
    joined(
      ...(Array.isArray(lines) ? lines.map(String) : []),
      String(postcode ?? ''),
      since ? `since ${dated(since)}` : '',
    ),
  residence: ({ type, careHome, since }) =>
    joined(wordOf('residence-type', type), String(careHome ?? ''), since ? `since ${dated(since)}` : ''),
  deprivation: (value) => joined(`Quintile ${String(value.quintile)}`, sourced(value)),
  contactWays: ({ preferred, forbidden, note }) =>
    [
      listed('contact-preference', preferred) && `Preferred: ${listed('contact-preference', preferred)}`,
      listed('contact-preference', forbidden) && `Not: ${listed('contact-preference', forbidden)}`,
      note,
    ]
      .filter(Boolean)
      .join('. '),
  informationNeeds: ({ contact, format, note }) =>
    [listed('contact-preference', contact), listed('information-format', format), note].filter(Boolean).join('. '),
  adjustments: ({ codes, consent, note }) =>
    [
      listed('reasonable-adjustment', codes),
      consent === undefined ? '' : consent ? 'May be shared' : 'Not to be shared',
      note,
    ]
      .filter(Boolean)
      .join('. '),
  death: ({ date, place, preferredPlaceMet }) =>
    joined(
      date ? dated(date) : 'Date not known',
      place ? wordOf('death-location', place) : '',
      preferredPlaceMet === undefined
        ? ''
        : preferredPlaceMet
          ? 'in the preferred place'
          : 'not in the preferred place',
    ),
  frailty: (value) =>
    joined(
      value.efi === undefined ? '' : `Frailty index ${String(value.efi)}`,
      value.cfs === undefined ? '' : `Clinical Frailty Scale ${String(value.cfs)}`,
      sourced(value),
    ),
  admissions: (value) => joined(`${String(value.emergency12m)} in 12 months`, sourced(value)),
};

const lists: Readonly<Partial<Record<PersonField, CodeListName>>> = {
  nhsNumberStatus: 'nhs-number-status',
  gender: 'gender',
  ethnicCategory: 'ethnic-category',
  language: 'language',
  religion: 'religion',
  sexualOrientation: 'sexual-orientation',
};

/**
 * The value of a field as people read it, in one line; null when nothing is recorded.
 * @param places gives the name of a practice or neighbourhood from its id
 */
export function personFieldWords(field: PersonField, value: unknown, places: (id: string) => string): string | null {
  if (value === null || value === undefined) return null;
  const list = lists[field];
  if (list) return wordOf(list, value);
  if (field === 'nhsNumber') return formatNhsNumber(String(value));
  if (field === 'practiceId' || field === 'neighbourhoodId' || field === 'residenceNeighbourhoodId')
    return places(String(value));
  if (field === 'interpreter') return yesNo(value);
  const say = words[field];
  return say && typeof value === 'object' ? say(value as Parts) : String(value);
}
