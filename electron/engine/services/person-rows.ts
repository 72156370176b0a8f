import type { PersonRow } from '../../../shared/contract/person-view.ts';
import { displayAge } from '../../../shared/domain/age.ts';
import type { QueryContext } from '../context.ts';
import { relationTo } from '../relationship.ts';
import { parseJson } from '../store/person-columns.ts';
import { nameOf } from '../store/person-name.ts';
import { caseLinesOf, flagCodesOf, peopleOf, type StoredPersonRow } from '../store/person-rows.ts';
import { orderedFlagCodes, visibleFlags } from './restricted.ts';

type Birth = NonNullable<PersonRow['birth']>;

/**
 * Rows of lists for people, in the order of the ids; ids that are not on this device are passed over. Of people to whom
 * the worker stands in no relation only name, age and neighbourhood are told: enough to see that somebody is on record
 * and who looks after them, and to break the glass if need be, and nothing that could be collected.
 */
export function personRows(context: QueryContext, ids: readonly string[]): PersonRow[] {
  if (ids.length === 0) return [];
  const { read, session, today, now } = context;
  const people = peopleOf(read, ids);
  const known = (person: StoredPersonRow) =>
    session.neighbourhoods.includes(person.neighbourhood_id) ||
    (person.practice_id !== null && session.practices.includes(person.practice_id)) ||
    (relationTo(read, session, person.id, now) ?? null) !== null;
  const open = new Set(people.filter(known).map(({ id }) => id));
  const ofOpen = [...open];
  const cases = Map.groupBy(caseLinesOf(read, ofOpen), ({ person_id }) => person_id);
  const flags = Map.groupBy(visibleFlags(session, flagCodesOf(read, ofOpen, today)), ({ person_id }) => person_id);
  return people.map((person) => {
    if (!open.has(person.id)) return limitedRow(person, today);
    const first = cases.get(person.id)?.[0];
    return {
      ...limitedRow(person, today),
      limited: false,
      birth: parseJson<Birth>(person.birth),
      nhsNumber: person.nhs_number,
      nhsNumberStatus: person.nhs_number_status,
      address: addressLine(person.address),
      practice: person.practice_id === null ? null : { id: person.practice_id, name: person.practice ?? '' },
      case: first
        ? {
            id: first.case_id,
            status: first.status,
            coordinator:
              first.coordinator_id === null ? null : { id: first.coordinator_id, name: first.coordinator ?? '' },
          }
        : null,
      flags: orderedFlagCodes(flags.get(person.id) ?? []),
    };
  });
}

function limitedRow(person: StoredPersonRow, today: string): PersonRow {
  return {
    id: person.id,
    limited: true,
    name: nameOf(person.name),
    age: ageWords(person.birth, person.death, today),
    neighbourhood: { id: person.neighbourhood_id, name: person.neighbourhood ?? '' },
    birth: null,
    nhsNumber: null,
    nhsNumberStatus: null,
    address: null,
    practice: null,
    case: null,
    deceased: person.death !== null,
    flags: [],
  };
}

/** Age in words from the stored birth and death. */
export function ageWords(birth: string | null, death: string | null, today: string): string | null {
  const born = parseJson<Birth>(birth);
  const died = parseJson<{ date?: string }>(death);
  if (!born) return null;
  if (died && died.date === undefined) return null;
  return displayAge(born.date ?? born.year ?? null, today, died?.date ?? null);
}

/** A stored address in one line, postcode last. */
export function addressLine(address: string | null): string | null {
  const parsed = parseJson<{ lines?: string[]; postcode?: string }>(address);
  const parts = [...(parsed?.lines ?? []), parsed?.postcode ?? ''].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : null;
}
