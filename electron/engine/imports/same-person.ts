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

/**
 * Why a row of a list is likely somebody: sentences, none when a person need not be asked. Two different NHS numbers are
 * two people unless everything else speaks against it: a register is full of fathers and sons at one address.
 */
export function likelyReasons(a: MatchablePerson, b: MatchablePerson): string[] {
  const reasons = matchReasons(a, b);
  const differing = a.nhsNumber && b.nhsNumber && a.nhsNumber !== b.nhsNumber;
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
