import { fold } from '../../../shared/domain/folded-text.ts';
import type { PersonName } from '../../../shared/domain/name.ts';
import { identifierKey, type RecordState } from '../store/import-people.ts';
import { type PersonColumns, parseJson } from '../store/person-columns.ts';
import { nameColumn, nameOf } from '../store/person-name.ts';
import {
  type Additions,
  additionsOf,
  admissionsColumn,
  deprivationColumn,
  frailtyColumn,
  type ListFacts,
  type ListPlace,
} from './new-record.ts';
import type { ParsedPerson } from './parsed-person.ts';

/** What a row of a list changes in a record. Empty when it says nothing new. */
export interface ListChanges {
  readonly columns: PersonColumns;
  readonly additions: Additions;
  /** Sentences about what was left as it is, without values. */
  readonly notes: readonly string[];
}

/** Whether there is nothing to change. */
export function isNothingNew({ columns, additions }: ListChanges): boolean {
  return Object.keys(columns).length === 0 && Object.values(additions).every((entries) => entries.length === 0);
}

/**
 * Compares a row of a list with a record. What the row does not say stays, capitals, accents and punctuation aside equal
 * names and addresses are equal, and less exact values never replace exact ones.
 * @param place where the practice of the row belongs; null when the row names none that is known
 */
export function listChanges(
  person: ParsedPerson,
  record: RecordState,
  place: ListPlace | null,
  facts: ListFacts,
): ListChanges {
  const now = record.person;
  const columns: PersonColumns = {};
  const notes: string[] = [];
  const name = changedName(nameOf(now.name), person.name);
  if (name) columns.name = nameColumn(name);
  changeBirth(person, now.birth, columns, notes);
  changeNumber(person, now, columns);
  if (person.gender !== undefined && person.gender !== now.gender) columns.gender = person.gender;
  if (person.ethnicCategory !== undefined && person.ethnicCategory !== now.ethnic_category)
    columns.ethnic_category = person.ethnicCategory;
  if (person.language !== undefined && person.language !== now.language) columns.language = person.language;
  if (person.interpreter !== undefined && person.interpreter !== (now.interpreter === 1))
    columns.interpreter = person.interpreter ? 1 : 0;
  if (person.interpreter === false && now.interpreter === null) columns.interpreter = 0;
  if (person.phone !== undefined && person.phone !== now.phone) columns.phone = person.phone;
  if (person.mobile !== undefined && person.mobile !== now.mobile) columns.mobile = person.mobile;
  if (person.email !== undefined && person.email.toLowerCase() !== now.email?.toLowerCase())
    columns.email = person.email;
  changeHome(person, now, columns);
  changeDeath(person, now.death, columns, notes);
  changeFigures(person, now, columns, facts);
  changePlace(place, now, columns);
  return { columns, additions: newEntries(person, record, facts), notes };
}

/** The name with what the list has differently, or null. An initial is the same as the name that it stands for. */
function changedName(now: PersonName, said: PersonName): PersonName | null {
  const changed: Partial<Record<keyof PersonName, string>> = {};
  for (const part of ['family', 'given', 'middle', 'prefix', 'preferred'] as const) {
    const [before, after] = [fold(now[part] ?? ''), fold(said[part] ?? '')];
    const isInitial = after.length === 1 && before.startsWith(after) && part !== 'family';
    if (after !== '' && after !== before && !isInitial) changed[part] = said[part] ?? '';
  }
  return Object.keys(changed).length > 0 ? { ...now, ...changed } : null;
}

type Known = RecordState['person'];

function changeBirth(person: ParsedPerson, stored: string | null, columns: PersonColumns, notes: string[]): void {
  const { birth } = person;
  if (!birth) return;
  const now = parseJson<{ date?: string; year?: number }>(stored);
  if ('date' in birth) {
    if (birth.date !== now?.date) columns.birth = JSON.stringify(birth);
  } else if (now?.date === undefined) {
    if (birth.year !== now?.year) columns.birth = JSON.stringify(birth);
  } else if (Number(now.date.slice(0, 4)) !== birth.year) {
    notes.push('The year of birth is not that of the birth date on record, which was left as it is');
  }
}

function changeNumber(person: ParsedPerson, now: Known, columns: PersonColumns): void {
  const { nhsNumber, nhsNumberStatus } = person;
  if (nhsNumber !== undefined && nhsNumber !== now.nhs_number) {
    columns.nhs_number = nhsNumber;
    const status = nhsNumberStatus ?? '02';
    if (status !== now.nhs_number_status) columns.nhs_number_status = status;
  } else if (nhsNumberStatus !== undefined && nhsNumberStatus !== now.nhs_number_status) {
    // A number that the national service has confirmed stays confirmed.
    if (now.nhs_number_status !== '01') columns.nhs_number_status = nhsNumberStatus;
  }
}

function changeHome(person: ParsedPerson, now: Known, columns: PersonColumns): void {
  const { address, residence } = person;
  if (address) {
    const stored = parseJson<{ lines?: string[]; postcode?: string }>(now.address);
    const isSame =
      isSamePlace(address.lines, stored?.lines ?? [], address.postcode === undefined) &&
      (address.postcode === undefined || address.postcode === stored?.postcode);
    if (!isSame || !stored) columns.address = JSON.stringify({ lines: address.lines, postcode: address.postcode });
  }
  if (residence && residence.type !== parseJson<{ type?: string }>(now.residence)?.type)
    columns.residence = JSON.stringify({ type: residence.type, careHome: residence.careHome });
}

/** Without a postcode a list may give the same address with more or fewer lines at its end. */
function isSamePlace(said: readonly string[], known: readonly string[], isLoose: boolean): boolean {
  const [a, b] = [fold(said.join(' ')), fold(known.join(' '))];
  if (a === '' || a === b) return true;
  return isLoose && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

function changeDeath(person: ParsedPerson, stored: string | null, columns: PersonColumns, notes: string[]): void {
  if (!person.death) return;
  const now = parseJson<{ date?: string }>(stored);
  const { date } = person.death;
  if (!now) columns.death = JSON.stringify({ date });
  else if (date !== undefined && date !== now.date) {
    columns.death = JSON.stringify({ ...now, date });
    if (now.date !== undefined) notes.push('The list has another date of death than the record');
  }
}

/** Figures that change over time are dated: equal ones are not written again for a newer date. */
function changeFigures(person: ParsedPerson, now: Known, columns: PersonColumns, facts: ListFacts): void {
  const { deprivation, frailty, admissions } = person;
  if (deprivation) {
    const stored = parseJson<{ quintile?: number; decile?: number }>(now.deprivation);
    const isSame =
      deprivation.quintile === stored?.quintile &&
      (deprivation.decile === undefined || deprivation.decile === stored.decile);
    if (!isSame) columns.deprivation = deprivationColumn(deprivation, facts);
  }
  if (frailty) {
    const stored = parseJson<{ efi?: number; cfs?: number }>(now.frailty) ?? {};
    const { efi = stored.efi, cfs = stored.cfs } = frailty;
    if (efi !== stored.efi || cfs !== stored.cfs) columns.frailty = frailtyColumn({ efi, cfs }, facts);
  }
  const known = parseJson<{ emergency12m?: number }>(now.admissions)?.emergency12m;
  if (admissions && admissions.emergency12m !== known) columns.admissions = admissionsColumn(admissions, facts);
}

/** Another practice moves the person, unless the neighbourhood was set by hand. */
function changePlace(place: ListPlace | null, now: Known, columns: PersonColumns): void {
  if (!place || place.practiceId === null || place.practiceId === now.practice_id) return;
  columns.practice_id = place.practiceId;
  if (now.neighbourhood_by_hand === 1 && now.practice_id !== null) return;
  if (place.neighbourhoodId !== now.neighbourhood_id) columns.neighbourhood_id = place.neighbourhoodId;
  if (now.neighbourhood_by_hand === 1) columns.neighbourhood_by_hand = 0;
}

function newEntries(person: ParsedPerson, record: RecordState, facts: ListFacts): Additions {
  const said = additionsOf(person, facts);
  return {
    conditions: said.conditions.filter(({ code }) => !record.conditions.has(code)),
    flags: said.flags.filter(({ code }) => !record.flags.has(code)),
    identifiers: said.identifiers.filter(({ system, value }) => !record.identifiers.has(identifierKey(system, value))),
    relationships: said.relationships.filter(({ kind, name }) => !record.relationships.has(`${kind}\n${name}`)),
  };
}
