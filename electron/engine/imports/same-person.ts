import { type MatchablePerson, matchReasons, nameSimilarity } from '../derived/person-matching.ts';
import type { ParsedPerson } from './parsed-person.ts';

/** As alike as two writings of one name are. */
const alike = 0.7;

/** What a row of a list is compared by. */
export function matchableOf({ name, nhsNumber, birth, address }: ParsedPerson): MatchablePerson {
  return {
    name,
    nhsNumber: nhsNumber ?? null,
    birthDate: birth && 'date' in birth ? birth.date : null,
    postcode: address?.postcode ?? null,
  };
}

/** Whoever shares a match key, with which sorts of key: `born`, `home`, `nhs`. */
export function sharers<T>(keys: readonly string[], having: (key: string) => Iterable<T>): Map<T, Set<string>> {
  const found = new Map<T, Set<string>>();
  for (const key of keys) {
    const sort = key.slice(0, key.indexOf(':'));
    for (const sharer of having(key)) {
      const sorts = found.get(sharer);
      if (sorts) sorts.add(sort);
      else found.set(sharer, new Set([sort]));
    }
  }
  return found;
}

/**
 * Why a row of a list is likely somebody: sentences, none when a person need not be asked. Two different NHS numbers are
 * two people unless both name with birth and name with home say otherwise: a register is full of fathers and sons at
 * one address, and of strangers born on one day.
 * @param sorts of match keys that the two share: what these rule out is not compared
 */
export function likelyReasons(a: MatchablePerson, b: MatchablePerson, sorts: ReadonlySet<string>): string[] {
  const differing = a.nhsNumber && b.nhsNumber && a.nhsNumber !== b.nhsNumber;
  if (differing && sorts.size < 2) return [];
  const reasons = matchReasons(a, b);
  return differing && reasons.length < 2 ? [] : reasons.map(({ sentence }) => sentence);
}

/**
 * Whether two records that share a number also agree otherwise. If neither birth date nor name fits, the number may have
 * been mistyped, and taking one person's record for another's is the worst that an import can do.
 */
export function agrees(a: MatchablePerson, b: MatchablePerson): boolean {
  if (a.birthDate && a.birthDate === b.birthDate) return true;
  const isNamed = nameSimilarity(a.name, b.name) >= alike;
  // A year alone, or nothing, is no contradiction where the name fits.
  return isNamed || (!a.birthDate && !b.birthDate);
}
