import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import { fold } from '../../../shared/domain/folded-text.ts';
import type { PersonName } from '../../../shared/domain/name.ts';
import type { backgroundOf, Community } from './communities.ts';
import { communityNames } from './community-names.ts';
import { givenNamesOf, localFamilyNames } from './given-names.ts';
import type { Health } from './health.ts';
import type { Place, Street } from './places.ts';
import type { Random } from './random.ts';

/** Where somebody lives. */
export interface Home {
  readonly street: Street | null;
  readonly lines: readonly string[];
  readonly residence: CodeOf<'residence-type'>;
  /** Name of the care home, hostel or the like. */
  readonly establishment: string | null;
}

/** A synthetic person as the simulation knows them: more than any record says. */
export interface Person {
  /** Given when the record is made. */
  id: string;
  readonly place: Place;
  readonly home: Home;
  readonly practice: string;
  readonly name: PersonName;
  readonly sex: 'f' | 'm';
  readonly born: string;
  /** Whole years on the last day of the simulation. */
  readonly age: number;
  readonly community: Community;
  readonly background: ReturnType<typeof backgroundOf>;
  readonly landline: string | null;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly health: Health;
}

/** Who belongs together at one address. Ties say what the second is to the first. */
export interface Household {
  readonly label: string;
  readonly members: Person[];
  readonly ties: readonly (readonly [Person, CodeOf<'relationship-type'>, Person])[];
}

/** A family name that fits a community and a sex. */
export function familyName(community: Community, random: Random): string {
  const pool = communityNames(community.names)?.family ?? localFamilyNames;
  // A few common names and many rare ones, as in life.
  const first = pool[Math.floor(random.next() ** 1.6 * pool.length)] ?? 'Jones';
  if (community.names !== 'local' || !random.chance(0.02)) return first;
  const second = random.pick(pool);
  return second === first ? first : `${first}-${second}`;
}

/** A whole name that nobody else at that postcode has. */
export function personName(
  described: { community: Community; sex: 'f' | 'm'; birthYear: number; age: number },
  family: string,
  taken: Set<string>,
  random: Random,
): PersonName {
  const { community, sex, birthYear, age } = described;
  const pool = communityNames(community.names)?.[sex] ?? givenNamesOf(sex, birthYear);
  let given = random.pick(pool);
  for (let tries = 0; tries < 8 && taken.has(`${given} ${family}`); tries += 1) given = random.pick(pool);
  taken.add(`${given} ${family}`);
  const middle = community.names === 'local' && random.chance(0.45) ? random.pick(pool) : undefined;
  const preferred = community.names === 'local' && random.chance(0.08) ? shortForms[given] : undefined;
  return {
    family,
    given,
    ...(middle && middle !== given && { middle }),
    ...(age >= 16 && random.chance(0.8) && { prefix: titleOf(sex, age, random) }),
    ...(preferred && { preferred }),
  };
}

function titleOf(sex: 'f' | 'm', age: number, random: Random): string {
  if (age > 28 && random.chance(0.006)) return 'Dr';
  if (sex === 'm') return 'Mr';
  if (random.chance(0.3)) return 'Ms';
  return random.chance(age < 25 ? 0.05 : 0.7) ? 'Mrs' : 'Miss';
}

/** What people with these names often ask to be called. */
const shortForms: Readonly<Record<string, string>> = {
  Margaret: 'Peggy',
  Elizabeth: 'Betty',
  Catherine: 'Kitty',
  Kathleen: 'Kath',
  Patricia: 'Pat',
  Dorothy: 'Dot',
  Christine: 'Chris',
  Susan: 'Sue',
  Jacqueline: 'Jackie',
  Deborah: 'Debbie',
  Theresa: 'Tess',
  Teresa: 'Terri',
  Rebecca: 'Becky',
  Samantha: 'Sam',
  Victoria: 'Vicky',
  Florence: 'Flo',
  William: 'Billy',
  Robert: 'Bob',
  James: 'Jimmy',
  John: 'Jack',
  Joseph: 'Joey',
  Thomas: 'Tommy',
  Francis: 'Frank',
  Anthony: 'Tony',
  Edward: 'Ted',
  Ronald: 'Ron',
  Kenneth: 'Ken',
  Leonard: 'Len',
  Michael: 'Mick',
  Patrick: 'Paddy',
  Gerard: 'Ged',
  Stephen: 'Ste',
  Andrew: 'Andy',
  Christopher: 'Chris',
  Daniel: 'Danny',
  Matthew: 'Matty',
  Joshua: 'Josh',
  Benjamin: 'Ben',
  Samuel: 'Sam',
  Alexander: 'Alex',
  Raymond: 'Ray',
  Albert: 'Bert',
};

const three = (number: number) => String(number).padStart(3, '0');
/** A landline of the city from the range that Ofcom keeps for drama. */
export const dramaLandline = (random: Random): string => `0151 496 0${three(random.int(0, 999))}`;
/** A mobile number from the range that Ofcom keeps for drama. */
export const dramaMobile = (random: Random): string => `07700 900${three(random.int(0, 999))}`;

/** How somebody can be reached, by age. E-mail addresses are of a domain that nobody can own. */
export function reachOf(name: PersonName, age: number, random: Random) {
  const local = `${fold(name.given)}.${fold(name.family)}`.replace(/[^a-z.]/g, '');
  const adult = age >= 16;
  return {
    landline: random.chance(age >= 65 ? 0.75 : 0.2) ? dramaLandline(random) : null,
    mobile: adult && random.chance(age >= 80 ? 0.35 : age >= 65 ? 0.65 : 0.9) ? dramaMobile(random) : null,
    email: adult && random.chance(age >= 75 ? 0.12 : 0.45) ? `${local}${random.int(1, 99)}@example.org` : null,
  };
}
