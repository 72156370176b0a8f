import { formatDate } from '../../../shared/domain/british-date.ts';
import { fold } from '../../../shared/domain/folded-text.ts';
import type { PersonName } from '../../../shared/domain/name.ts';
import { blockingKeys, type MatchablePerson, nameSimilarity } from '../derived/person-matching.ts';
import type { ReadHandle } from '../store/handles.ts';
import { peopleByMatchKeys, peopleByNumbers } from '../store/import-people.ts';
import { matchablePeople } from '../store/people.ts';
import { nameOf } from '../store/person-name.ts';
import type { SaidDischarge } from './discharge-row.ts';

/** Whom on record a row is about. Reasons are sentences that may be shown only of people whom the worker may see. */
export type DischargedPerson =
  | { readonly kind: 'known'; readonly personId: string }
  | { readonly kind: 'perhaps'; readonly candidates: readonly { personId: string; reasons: readonly string[] }[] }
  | { readonly kind: 'nobody' };

/** As alike as two writings of one name are. */
const alike = 0.7;

/**
 * Looks for the people of many rows at once. An NHS number decides only where the name or the birth date agrees with it
 * and neither speaks against it; without one, exactly the same name and birth date do, of one person alone.
 */
export function findDischarged(read: ReadHandle, rows: readonly SaidDischarge[]): DischargedPerson[] {
  const numbers = peopleByNumbers(
    read,
    rows.flatMap(({ nhsNumber }) => nhsNumber ?? []),
  );
  const keys = rows.map(({ name, birthDate }) => (name && birthDate ? blockingKeys({ name, birthDate }) : []));
  const byKeys = peopleByMatchKeys(read, keys.flat());
  const ids = new Set([...numbers.values(), ...byKeys.values()].flatMap((found) => [...found]));
  const stored = new Map(
    matchablePeople(read, [...ids]).map((row) => [
      row.id,
      { name: nameOf(row.name), birthDate: row.birth_date, nhsNumber: row.nhs_number, postcode: row.postcode },
    ]),
  );
  const known = (id: string) => {
    const person = stored.get(id);
    return person ? [{ id, person }] : [];
  };
  return rows.map((row, at) => {
    const numbered = [...(numbers.get(row.nhsNumber ?? '') ?? [])].flatMap(known);
    if (numbered.length > 0) return ofNumber(row, numbered);
    const sharing = new Set((keys[at] ?? []).flatMap((key) => [...(byKeys.get(key) ?? [])]));
    const same = [...sharing].flatMap(known).filter(({ person }) => isSame(row, person));
    const [first] = same;
    if (!first) return { kind: 'nobody' };
    const differs = row.nhsNumber !== null && first.person.nhsNumber !== null;
    if (same.length === 1 && !differs) return { kind: 'known', personId: first.id };
    const reason = same.length > 1 ? 'Same name and birth date as somebody else' : 'Same name and birth date';
    return {
      kind: 'perhaps',
      candidates: same.map(({ id, person }) => ({
        personId: id,
        reasons: [row.nhsNumber && person.nhsNumber ? `${reason}, but a different NHS number.` : `${reason}.`],
      })),
    };
  });
}

interface Known {
  readonly id: string;
  readonly person: MatchablePerson;
}

function ofNumber(row: SaidDischarge, found: readonly Known[]): DischargedPerson {
  const [only] = found;
  const doubts = found.map(({ person }) => doubtsAbout(row, person));
  if (only && found.length === 1 && doubts[0]?.length === 0) return { kind: 'known', personId: only.id };
  return {
    kind: 'perhaps',
    candidates: found.map(({ id }, at) => ({
      personId: id,
      reasons: [found.length > 1 ? 'Several records have this NHS number.' : 'Same NHS number.', ...(doubts[at] ?? [])],
    })),
  };
}

/** What speaks against the person of a number; also that nothing else speaks for them. */
function doubtsAbout({ name, birthDate }: SaidDischarge, person: MatchablePerson): string[] {
  const doubts: string[] = [];
  if (name && nameSimilarity(name, person.name) < alike) doubts.push('The name is another.');
  if (birthDate && person.birthDate && birthDate !== person.birthDate)
    doubts.push(`The list says born ${formatDate(birthDate)}.`);
  if (!name && !(birthDate && person.birthDate)) doubts.push('The list gives nothing else to check the number by.');
  return doubts;
}

/** Exactly the same name but for case, accents and marks, and the same birth date. */
function isSame({ name, birthDate }: SaidDischarge, person: MatchablePerson): boolean {
  return name !== null && birthDate === person.birthDate && sameName(name, person.name);
}

function sameName(said: PersonName, known: PersonName): boolean {
  const first = said.given.split(/\s/)[0] ?? '';
  const given = [known.given, known.preferred ?? '', `${known.given} ${known.middle ?? ''}`].map(fold).filter(Boolean);
  return fold(said.family) === fold(known.family) && (given.includes(fold(said.given)) || given.includes(fold(first)));
}
