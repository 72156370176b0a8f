import type { PersonPageView } from '../../../shared/contract/person-page.ts';
import { wordOf } from '../../../shared/domain/person-words.ts';
import type { StoredPerson } from '../store/people.ts';
import { fieldValue, personColumns, personFieldNames } from '../store/person-columns.ts';

/** The fields of a person, as they are answered. */
export type PersonDetails = Omit<PersonPageView['details'], 'heads' | 'neighbourhoodByHand'>;

/** The fields of a stored person. */
export function detailsOf(person: StoredPerson): PersonDetails {
  return Object.fromEntries(
    personFieldNames.map((field) => [field, fieldValue(field, person[personColumns[field].column])]),
  ) as PersonDetails;
}

/**
 * What somebody has to know before they speak, write or go: a phrase for each need, most limiting first. Ways of contact
 * that the person ruled out come before those they like.
 */
export function communicationNeeds(person: PersonDetails): string[] {
  const language = person.language === null ? '' : wordOf('language', person.language);
  const { contactWays: ways, informationNeeds: needs, adjustments } = person;
  return [
    person.interpreter ? (language ? `Interpreter needed: ${language}` : 'Interpreter needed') : '',
    ...(ways?.forbidden ?? []).map((code) => `Not by ${wordOf('contact-preference', code).toLowerCase()}`),
    ...(needs?.format ?? []).map((code) => `Needs: ${wordOf('information-format', code)}`),
    ...(needs?.contact ?? []).map((code) => `Needs contact by ${wordOf('contact-preference', code).toLowerCase()}`),
    needs?.note ?? '',
    ...(ways?.preferred ?? []).map((code) => `Prefers ${wordOf('contact-preference', code).toLowerCase()}`),
    ways?.note ?? '',
    ...(adjustments?.codes ?? []).map((code) => wordOf('reasonable-adjustment', code)),
    adjustments?.note ?? '',
  ].filter((phrase) => phrase !== '');
}
