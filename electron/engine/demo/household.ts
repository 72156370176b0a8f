import { addDays, addYears } from '../../../shared/domain/british-date.ts';
import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import { backgroundOf, type Community } from './communities.ts';
import { healthOf } from './health.ts';
import { type HomeKind, homeOf } from './home.ts';
import { familyName, type Household, type Person, personName, reachOf } from './person.ts';
import type { Place } from './places.ts';
import { type Random, weightsOf } from './random.ts';

type Kind =
  | 'single'
  | 'older-single'
  | 'couple'
  | 'older-couple'
  | 'family'
  | 'lone-parent'
  | 'grown-children'
  | 'three-generations'
  | 'shared'
  | 'care-home'
  | 'homeless';

/** How households are made up: parts in a thousand before the neighbourhood's own traits. */
const kindsOf = (place: Place) =>
  weightsOf<Kind>([
    ['single', 260],
    ['older-single', 150 * place.older],
    ['couple', 150],
    ['older-couple', 110 * place.older],
    ['family', 125 * place.families],
    ['lone-parent', 62 * place.families],
    ['grown-children', 85],
    ['three-generations', 18],
    ['shared', 30 * place.students],
    ['care-home', 14 * place.older],
    ['homeless', 5 * Math.max(1, place.students / 2) * place.burden ** 2],
  ]);

interface Slot {
  readonly age: number;
  readonly sex: 'f' | 'm';
  /** Shares the family name of the household. */
  readonly family: boolean;
}
type Tie = readonly [of: number, kind: CodeOf<'relationship-type'>, is: number];

/** Makes the households of a neighbourhood, one at a time, until its people are complete. */
export function* householdsOf(place: Place, today: string, random: Random): Generator<Household> {
  const kinds = kindsOf(place);
  for (let left = place.population; left > 0; ) {
    const household = householdOf(place, random.draw(kinds), left, today, random);
    left -= household.members.length;
    yield household;
  }
}

function householdOf(place: Place, kind: Kind, most: number, today: string, random: Random): Household {
  const community = random.draw(place.communities);
  const made = compose(kind, random);
  const slots = made.slots.slice(0, most);
  const oldest = slots.reduce((age, slot) => Math.max(age, slot.age), 0);
  const home = homeOf(place, homeKind(kind, oldest), random);
  const family = familyName(community, random);
  const practice = random.draw(place.practices);
  const alone = slots.length === 1 && home.establishment === null && kind !== 'homeless';
  const members = slots.map((slot) =>
    member(slot, { place, home, family, community, practice, alone, today, homeless: kind === 'homeless' }, random),
  );
  const ties = made.ties.flatMap(([of, tie, is]) => {
    const [one, other] = [members[of], members[is]];
    return one && other ? [[one, tie, other] as const] : [];
  });
  return { label: `${family}, ${home.lines[0] ?? place.name}`, members, ties };
}

function homeKind(kind: Kind, oldest: number): HomeKind {
  if (kind === 'care-home' || kind === 'homeless' || kind === 'shared') return kind;
  return oldest >= 75 ? 'older' : 'ordinary';
}

interface Surroundings {
  readonly place: Place;
  readonly home: Person['home'];
  readonly family: string;
  readonly community: Community;
  readonly practice: string;
  readonly alone: boolean;
  readonly homeless: boolean;
  readonly today: string;
}

function member(slot: Slot, around: Surroundings, random: Random): Person {
  const { place, home, community, today } = around;
  const { age, sex } = slot;
  const born = addDays(addYears(today, -age), -random.int(1, 364));
  const family = slot.family ? around.family : familyName(community, random);
  const taken = home.street?.taken ?? new Set<string>();
  const name = personName({ community, sex, birthYear: Number(born.slice(0, 4)), age }, family, taken, random);
  const quintile = home.street?.quintile ?? 1;
  const refuge = community.names === 'persian' || community.names === 'arabic' || community.names === 'eastern';
  const careHome = home.residence === 'CH03' || home.residence === 'SH03';
  return {
    id: '',
    place,
    home,
    practice: random.chance(0.93) ? around.practice : random.draw(place.practices),
    name,
    sex,
    born,
    age,
    community,
    background: backgroundOf(community, age, random),
    ...reachOf(name, age, random),
    health: healthOf(
      { age, sex, quintile, careHome, homeless: around.homeless, alone: around.alone, refuge, burden: place.burden },
      random,
    ),
  };
}

const either = (random: Random) => (random.chance(0.5) ? 'f' : 'm');
const other = (sex: 'f' | 'm') => (sex === 'f' ? 'm' : 'f');
const older = (random: Random) => Math.round(65 + random.next() ** 1.7 * 36);

/** Ages, sexes and ties of a household of a kind. Ties are places in the list. */
function compose(kind: Kind, random: Random): { slots: Slot[]; ties: Tie[] } {
  const one = (age: number, sex: 'f' | 'm' = either(random), family = true): Slot => ({ age, sex, family });
  switch (kind) {
    case 'single':
      return { slots: [one(random.int(19, 64))], ties: [] };
    case 'older-single':
      return { slots: [one(older(random), random.chance(0.64) ? 'f' : 'm')], ties: [] };
    case 'care-home':
      return { slots: [one(Math.round(random.around(85, 7)), random.chance(0.7) ? 'f' : 'm')], ties: [] };
    case 'homeless':
      return { slots: [one(random.int(19, 66), random.chance(0.2) ? 'f' : 'm')], ties: [] };
    case 'couple':
      return couple(random.int(22, 64), random);
    case 'older-couple':
      return couple(Math.min(93, older(random)), random);
    case 'shared':
      return {
        slots: Array.from({ length: random.int(2, 6) }, () => one(random.int(18, 29), either(random), false)),
        ties: [],
      };
    case 'family':
      return withChildren(couple(random.int(23, 50), random), 2, random);
    case 'lone-parent':
      return withChildren({ slots: [one(random.int(19, 48), random.chance(0.88) ? 'f' : 'm')], ties: [] }, 1, random);
    case 'grown-children': {
      const parents = random.chance(0.6)
        ? couple(random.int(46, 72), random)
        : { slots: [one(random.int(46, 80))], ties: [] };
      const youngest = Math.max(18, Math.min(...parents.slots.map(({ age }) => age)) - 38);
      const child = one(random.int(youngest, youngest + 12));
      return joined(parents, [child], 'child');
    }
    case 'three-generations': {
      const young = withChildren(couple(random.int(27, 45), random), 2, random);
      const grandparent = one(random.int(66, 90), random.chance(0.65) ? 'f' : 'm');
      const at = young.slots.length;
      return { slots: [...young.slots, grandparent], ties: [...young.ties, [0, 'parent', at], [at, 'child', 0]] };
    }
  }
}

function couple(age: number, random: Random): { slots: Slot[]; ties: Tie[] } {
  const sex = either(random);
  const same = random.chance(0.03);
  const partner = Math.max(18, age + random.int(-5, 5));
  const slots: Slot[] = [
    { age, sex, family: true },
    { age: partner, sex: same ? sex : other(sex), family: random.chance(age > 55 ? 0.95 : 0.65) },
  ];
  return {
    slots,
    ties: [
      [0, 'partner', 1],
      [1, 'partner', 0],
    ],
  };
}

/** Adds one to four children of ages that the younger parent can have. */
function withChildren(parents: { slots: Slot[]; ties: Tie[] }, adults: number, random: Random) {
  const youngest = Math.min(...parents.slots.slice(0, adults).map(({ age }) => age));
  const oldestChild = Math.max(0, Math.min(17, youngest - 17));
  const count = 1 + Math.floor(random.next() ** 1.8 * 4);
  const ages = Array.from({ length: count }, () => random.int(0, oldestChild));
  return joined(
    parents,
    ages.map((age): Slot => ({ age, sex: either(random), family: true })),
    'child',
  );
}

function joined(parents: { slots: Slot[]; ties: Tie[] }, children: Slot[], kind: 'child') {
  const first = parents.slots.length;
  const ties: Tie[] = children.flatMap((_, at) =>
    parents.slots.flatMap((__, parent): Tie[] => [
      [parent, kind, first + at],
      [first + at, 'parent', parent],
    ]),
  );
  return { slots: [...parents.slots, ...children], ties: [...parents.ties, ...ties] };
}
