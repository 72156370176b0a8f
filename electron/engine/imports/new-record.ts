import type { NewRow } from '../journal/record.ts';
import { nameColumn } from '../store/person-name.ts';
import type { ParsedPerson } from './parsed-person.ts';

/** Where a person of a list belongs. */
export interface ListPlace {
  readonly practiceId: string | null;
  readonly neighbourhoodId: string;
}

/** What the rows of one list have in common. */
export interface ListFacts {
  /** Named as the source of what the list says, and as the system of its own numbers. */
  readonly source: string;
  /** Day on which it came in, `YYYY-MM-DD`: figures that change over time are dated with it. */
  readonly receivedOn: string;
}

/** Entries beside a person's own row that a list adds. It never ends or removes one. */
export interface Additions {
  readonly conditions: ParsedPerson['conditions'];
  readonly flags: ParsedPerson['flags'];
  readonly identifiers: ParsedPerson['identifiers'];
  readonly relationships: ParsedPerson['relationships'];
}

/** A number was in the list, but nobody has asked the national service about it. */
const notTraced = '02';

/** The numbers by which other systems know the person; the list's own number under the name of its source. */
export function identifiersOf(person: ParsedPerson, source: string): ParsedPerson['identifiers'] {
  return person.localId === undefined
    ? person.identifiers
    : [{ system: source, value: person.localId }, ...person.identifiers];
}

/** A composite value as its column holds it, keys in the order of its schema; parts not given are left out. */
const json = (value: object): string => JSON.stringify(value);

/**
 * The columns of a person whom the list brings for the first time. What the reader made is valid already, so nothing is
 * parsed again: a register has tens of thousands.
 */
export function newPersonRow(person: ParsedPerson, place: ListPlace, facts: ListFacts): Omit<NewRow<'people'>, 'id'> {
  const { birth, address, residence, death, nhsNumber } = person;
  return {
    name: nameColumn(person.name),
    birth: birth ? json(birth) : null,
    nhs_number: nhsNumber ?? null,
    nhs_number_status: person.nhsNumberStatus ?? (nhsNumber === undefined ? null : notTraced),
    gender: person.gender ?? null,
    ethnic_category: person.ethnicCategory ?? null,
    language: person.language ?? null,
    interpreter: yesNo(person.interpreter),
    address: address ? json({ lines: address.lines, postcode: address.postcode }) : null,
    residence: residence ? json({ type: residence.type, careHome: residence.careHome }) : null,
    deprivation: person.deprivation ? deprivationColumn(person.deprivation, facts) : null,
    practice_id: place.practiceId,
    neighbourhood_id: place.neighbourhoodId,
    neighbourhood_by_hand: place.practiceId === null ? 1 : 0,
    phone: person.phone ?? null,
    mobile: person.mobile ?? null,
    email: person.email ?? null,
    death: death ? json({ date: death.date }) : null,
    frailty: person.frailty ? frailtyColumn(person.frailty, facts) : null,
    admissions: person.admissions ? admissionsColumn(person.admissions, facts) : null,
  };
}

const yesNo = (value: boolean | undefined): number | null => (value === undefined ? null : value ? 1 : 0);

/** Deprivation as this list gives it. */
export function deprivationColumn(
  { quintile, decile }: NonNullable<ParsedPerson['deprivation']>,
  { receivedOn, source }: ListFacts,
): string {
  return json({ quintile, decile, asOf: receivedOn, source });
}

/** Frailty as this list gives it. */
export function frailtyColumn(
  { efi, cfs }: NonNullable<ParsedPerson['frailty']>,
  { receivedOn, source }: ListFacts,
): string {
  return json({ efi, cfs, asOf: receivedOn, source });
}

/** Emergency admissions as this list gives them. */
export function admissionsColumn(
  { emergency12m }: NonNullable<ParsedPerson['admissions']>,
  { receivedOn, source }: ListFacts,
): string {
  return json({ emergency12m, asOf: receivedOn, source });
}

/** Everything that the list says beside the person's own row. */
export function additionsOf(person: ParsedPerson, facts: ListFacts): Additions {
  const { conditions, flags, relationships } = person;
  return { conditions, flags, relationships, identifiers: identifiersOf(person, facts.source) };
}
