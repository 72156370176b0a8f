import { blockingKeys, type MatchablePerson } from '../derived/person-matching.ts';
import type { ReadHandle } from '../store/handles.ts';
import { identifierKey, peopleByIdentifiers, peopleByMatchKeys, peopleByNumbers } from '../store/import-people.ts';
import { matchablePeople } from '../store/people.ts';
import { nameOf } from '../store/person-name.ts';
import { identifiersOf } from './new-record.ts';
import type { ParsedPerson } from './parsed-person.ts';
import { agrees, likelyReasons, matchableOf, sharers } from './same-person.ts';

/** Somebody on record who may be the person of a row. */
export interface OnRecord {
  readonly personId: string;
  /** Sentences without personal data. */
  readonly reasons: readonly string[];
}

/** What the record knows of a row: certainly one person, perhaps somebody, or nobody. */
export type Finding =
  | { readonly kind: 'known'; readonly personId: string }
  | { readonly kind: 'perhaps'; readonly candidates: readonly OnRecord[]; readonly keys: readonly string[] }
  | { readonly kind: 'new'; readonly keys: readonly string[] };

/** More candidates than a person can look at help nobody. */
const mostCandidates = 10;

/**
 * Looks for the people of many rows at once: by NHS number, by the other system's number, then by likeness through the
 * match keys. A number decides only when it leads to one record and name or birth date agree with it.
 */
export function findOnRecord(read: ReadHandle, people: readonly ParsedPerson[], source: string): Finding[] {
  const numbers = peopleByNumbers(
    read,
    people.flatMap(({ nhsNumber }) => nhsNumber ?? []),
  );
  const identifiers = peopleByIdentifiers(
    read,
    people.flatMap((person) => identifiersOf(person, source).map(({ system, value }) => [system, value] as const)),
  );
  const byNumbers = people.map((person) => withNumbers(person, source, numbers, identifiers));
  const keys = people.map((person, at) => (byNumbers[at]?.size ? [] : blockingKeys(matchableOf(person))));
  const byKeys = peopleByMatchKeys(read, keys.flat());
  const ids = new Set([
    ...byNumbers.flatMap((found) => [...found.keys()]),
    ...[...byKeys.values()].flatMap((found) => [...found]),
  ]);
  const stored = matchableByIds(read, [...ids]);
  return people.map((person, at) => {
    const own = matchableOf(person);
    const found = byNumbers[at] ?? new Map<string, string>();
    const [first] = found.keys();
    const known = first === undefined ? undefined : stored.get(first);
    if (first !== undefined && known && found.size === 1 && agrees(own, known)) {
      const differ = own.nhsNumber && known.nhsNumber && own.nhsNumber !== known.nhsNumber;
      if (!differ) return { kind: 'known', personId: first };
    }
    if (found.size > 0) {
      const doubt = found.size > 1 ? '' : ', but other details differ';
      const candidates = [...found].map(([personId, reason]) => ({ personId, reasons: [`${reason}${doubt}.`] }));
      return { kind: 'perhaps', candidates, keys: blockingKeys(own) };
    }
    const ownKeys = keys[at] ?? [];
    const candidates = alikeOf(own, ownKeys, byKeys, stored);
    return candidates.length > 0 ? { kind: 'perhaps', candidates, keys: ownKeys } : { kind: 'new', keys: ownKeys };
  });
}

/** Records that share a number with the row, with which number. */
function withNumbers(
  person: ParsedPerson,
  source: string,
  numbers: ReadonlyMap<string, ReadonlySet<string>>,
  identifiers: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const id of numbers.get(person.nhsNumber ?? '') ?? []) found.set(id, 'Same NHS number');
  for (const { system, value } of identifiersOf(person, source))
    for (const id of identifiers.get(identifierKey(system, value)) ?? [])
      if (!found.has(id)) found.set(id, 'Same number in the other system');
  return found;
}

function alikeOf(
  own: MatchablePerson,
  keys: readonly string[],
  byKeys: ReadonlyMap<string, ReadonlySet<string>>,
  stored: ReadonlyMap<string, MatchablePerson>,
): OnRecord[] {
  return [...sharers(keys, (key) => byKeys.get(key) ?? [])]
    .flatMap(([personId, sorts]) => {
      const known = stored.get(personId);
      const reasons = known ? likelyReasons(own, known, sorts) : [];
      return reasons.length > 0 ? [{ personId, reasons }] : [];
    })
    .sort((a, b) => b.reasons.length - a.reasons.length || (a.personId < b.personId ? -1 : 1))
    .slice(0, mostCandidates);
}

function matchableByIds(read: ReadHandle, ids: readonly string[]): Map<string, MatchablePerson> {
  return new Map(
    matchablePeople(read, ids).map((row) => [
      row.id,
      {
        name: nameOf(row.name),
        birthDate: row.birth_date,
        nhsNumber: row.nhs_number,
        postcode: row.postcode,
      },
    ]),
  );
}
