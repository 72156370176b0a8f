import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';
import nicknames from '../../../resources/nicknames.json' with { type: 'json' };
import { fold } from '../../../shared/domain/folded-text.ts';
import type { PersonName } from '../../../shared/domain/name.ts';
import { isPseudoPostcode } from '../../../shared/domain/postcode.ts';

/** What two records are compared by. */
export interface MatchablePerson {
  readonly name: PersonName;
  /** Ten digits. */
  readonly nhsNumber?: string | null | undefined;
  /** `YYYY-MM-DD`; a year alone is no evidence. */
  readonly birthDate?: string | null | undefined;
  /** Normalised. */
  readonly postcode?: string | null | undefined;
}

export type MatchRule =
  | 'nhs-number'
  | 'birth-date-and-name'
  | 'birth-date-and-swapped-name'
  | 'swapped-birth-date-and-name'
  | 'name-and-postcode';

/** Why two records may be of one person; the sentence holds no personal data. */
export interface MatchReason {
  readonly rule: MatchRule;
  readonly sentence: string;
}

/** How alike a name part must be, 0 to 1. Two slips in a name of seven letters still pass, one in a name of three does not. */
const ALIKE = 0.7;
/** Names that only sound alike, one short for the other, or one part of a double name. */
const SOUNDS_ALIKE = 0.85;
const INITIAL = 0.8;
/** Enough of the sound for a long name, so that a slip near its end is no matter. */
const CODE_LENGTH = 6;

/** Given name or short form → the formal names that it can stand for. */
const formalNames = new Map<string, string[]>();
for (const [formal = '', ...forms] of nicknames.groups) {
  for (const form of [formal, ...forms]) formalNames.set(form, [...(formalNames.get(form) ?? []), formal]);
}

/** Sounds worked out before: a register has few names, each many times. */
const sounds = new Map<string, string>();
const MOST_SOUNDS = 50_000;

/** How a name sounds (Double Metaphone, primary code). A name that has no English sound keeps its folded letters. */
export function phoneticKey(name: string): string {
  const folded = fold(name);
  const known = sounds.get(folded);
  if (known !== undefined) return known;
  const sound = /^[a-z]+$/.test(folded) ? doubleMetaphone(folded)[0] : '';
  const key = (sound || folded).slice(0, CODE_LENGTH);
  if (sounds.size >= MOST_SOUNDS) sounds.clear();
  sounds.set(folded, key);
  return key;
}

/** 0 (nothing in common) to 1 (equal but for case, accents and marks): the mean of family and given name. */
export function nameSimilarity(a: PersonName, b: PersonName): number {
  return (familySimilarity(a.family, b.family) + givenSimilarity(a, b)) / 2;
}

function familySimilarity(a: string, b: string): number {
  return Math.max(wordSimilarity(a, b), isPartOf(a, b) || isPartOf(b, a) ? SOUNDS_ALIKE : 0);
}

/** Whether every piece of one name stands in the other: `Smith` in `Smith-Jones`. */
function isPartOf(a: string, b: string): boolean {
  const whole = pieceList(b);
  const pieces = pieceList(a);
  return pieces.length > 0 && pieces.every((piece) => whole.includes(piece));
}

function pieceList(name: string): string[] {
  return name
    .split(/[\s-]+/u)
    .map(fold)
    .filter(Boolean);
}

function givenSimilarity(a: PersonName, b: PersonName): number {
  let best = 0;
  for (const one of givenNames(a))
    for (const other of givenNames(b)) best = Math.max(best, givenWordSimilarity(one, other));
  return best;
}

function givenNames(name: PersonName): string[] {
  return name.preferred ? [name.given, name.preferred] : [name.given];
}

function givenWordSimilarity(a: string, b: string): number {
  const [one, other] = [fold(a), fold(b)];
  if (one !== '' && other !== '' && (one.length === 1 || other.length === 1) && one[0] === other[0]) {
    return one === other ? 1 : INITIAL;
  }
  const formal = formsOf(other);
  const nickname = formsOf(one).some((name) => formal.includes(name)) ? SOUNDS_ALIKE : 0;
  return Math.max(wordSimilarity(a, b), nickname);
}

/** The formal names a given name can stand for, itself if it is none of the table's. */
function formsOf(folded: string): string[] {
  return formalNames.get(folded) ?? [folded];
}

function wordSimilarity(a: string, b: string): number {
  const [one, other] = [fold(a), fold(b)];
  if (one === other) return 1;
  if (one === '' || other === '') return 0;
  const spelling = 1 - slips(one, other) / Math.max(one.length, other.length);
  return Math.max(spelling, phoneticKey(a) === phoneticKey(b) ? SOUNDS_ALIKE : 0);
}

/** Letters lost, added or changed; two letters exchanged are one slip. */
function slips(a: string, b: string): number {
  const count = distance(a, b);
  return count === 2 && [...a].sort().join('') === [...b].sort().join('') ? 1 : count;
}

/** The sounds of a name by which it meets others, in any order: its family name, and the formal names behind its given ones. */
function soundsOf(name: PersonName): Set<string> {
  const sounds = new Set([phoneticKey(name.family)]);
  for (const given of givenNames(name)) for (const form of formsOf(fold(given))) sounds.add(phoneticKey(form));
  sounds.delete('');
  return sounds;
}

/** Family and formal given name, folded, whichever way round: equal for two writings of the same name. */
function sameNameKeys(name: PersonName): Set<string> {
  const keys = new Set<string>();
  for (const given of givenNames(name)) {
    for (const form of formsOf(fold(given))) keys.add([fold(name.family), form].sort().join('+'));
  }
  return keys;
}

/** Alike in both parts, and with at least one part that sounds the same, so that an index can bring the two together. */
function isSimilarName(a: PersonName, b: PersonName): boolean {
  return (
    !soundsOf(a).isDisjointFrom(soundsOf(b)) &&
    familySimilarity(a.family, b.family) >= ALIKE &&
    givenSimilarity(a, b) >= ALIKE
  );
}

function isSwappedName(a: PersonName, b: PersonName): boolean {
  if (a.given === '' || b.given === '' || soundsOf(a).isDisjointFrom(soundsOf(b))) return false;
  return partSimilarity(a.family, b.given) >= ALIKE && partSimilarity(a.given, b.family) >= ALIKE;
}

/** Similarity of two parts of which nobody knows which is the family name. */
function partSimilarity(a: string, b: string): number {
  return Math.max(familySimilarity(a, b), givenWordSimilarity(a, b));
}

/** One form for a date and for the date with its day and month exchanged. */
function unorderedDate(date: string): string {
  const [year, ...rest] = date.split('-');
  return [year, ...rest.sort()].join('-');
}

/** Postcode that says where somebody lives, or null. */
function homePostcode(person: MatchablePerson): string | null {
  return person.postcode && !isPseudoPostcode(person.postcode) ? person.postcode : null;
}

/**
 * The reasons to suspect that two records are of one person, strongest first; none when there is nothing to ask.
 * Rules: same NHS number; same birth date (or day and month exchanged) and similar name (by sound, spelling, short form,
 * or with given and family name exchanged); same name and postcode. A person decides; nothing is merged by this alone.
 */
export function matchReasons(a: MatchablePerson, b: MatchablePerson): MatchReason[] {
  const reasons: MatchReason[] = [];
  const differing = a.nhsNumber && b.nhsNumber && a.nhsNumber !== b.nhsNumber;
  const add = (rule: MatchRule, words: string) => {
    reasons.push({ rule, sentence: differing ? `${words}, but different NHS numbers.` : `${words}.` });
  };
  if (a.nhsNumber && a.nhsNumber === b.nhsNumber) add('nhs-number', 'Same NHS number');
  if (a.birthDate && b.birthDate && unorderedDate(a.birthDate) === unorderedDate(b.birthDate)) {
    const sameDay = a.birthDate === b.birthDate;
    if (isSimilarName(a.name, b.name)) {
      if (sameDay) add('birth-date-and-name', 'Same birth date and a similar name');
      else add('swapped-birth-date-and-name', 'Similar name, and birth dates with day and month exchanged');
    } else if (sameDay && isSwappedName(a.name, b.name)) {
      add('birth-date-and-swapped-name', 'Same birth date, and given and family name exchanged');
    }
  }
  const home = homePostcode(a);
  if (home && home === homePostcode(b) && !sameNameKeys(a.name).isDisjointFrom(sameNameKeys(b.name))) {
    add('name-and-postcode', 'Same name and postcode');
  }
  return reasons;
}

/**
 * Keys for an index: any two records with a match reason share at least one, so candidates are found by equality alone.
 * `nhs:…`, `born:<date, day and month in order>+<sound>`, `home:<postcode>+<name>`.
 */
export function blockingKeys(person: MatchablePerson): string[] {
  const keys: string[] = [];
  if (person.nhsNumber) keys.push(`nhs:${person.nhsNumber}`);
  if (person.birthDate) {
    const born = unorderedDate(person.birthDate);
    for (const sound of soundsOf(person.name)) keys.push(`born:${born}+${sound}`);
  }
  const home = homePostcode(person);
  if (home) for (const name of sameNameKeys(person.name)) keys.push(`home:${home}+${name}`);
  return keys;
}
