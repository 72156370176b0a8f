import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { Home } from './person.ts';
import type { Place } from './places.ts';
import { type Random, weights } from './random.ts';

export type HomeKind = 'ordinary' | 'older' | 'shared' | 'care-home' | 'homeless';

const city = 'Liverpool';
const tenure = {
  poorer: weights({ MA04: 30, MA05: 22, MA06: 26, MA01: 20, MA02: 2 }),
  better: weights({ MA01: 62, MA06: 22, MA05: 8, MA04: 6, MA03: 2 }),
  older: weights({ MA01: 52, MA04: 20, MA05: 12, SH01: 11, SH02: 4, MA02: 1 }),
  without: weights({ HM03: 40, HM04: 22, HM05: 24, HM00: 9, HM01: 5 }),
};
const careHomes = [
  'Larkhill House',
  'The Limes',
  'Estuary View',
  'Marigold Court',
  'Silverbirch Lodge',
  'Oakapple House',
  'Seaholly Lodge',
  'The Beeches',
];
const hostels = ['Harbour House', 'Beacon Hostel', 'Ropewalk Lodge', 'Anchor House'];

/** A home for one household. */
export function homeOf(place: Place, kind: HomeKind, random: Random): Home {
  const street = random.pick(place.streets);
  const address = (
    lines: string[],
    residence: CodeOf<'residence-type'>,
    establishment: string | null = null,
  ): Home => ({
    street,
    lines: [...lines, city],
    residence,
    establishment,
  });
  if (kind === 'care-home') {
    // A place has few care homes, each at one address.
    const at = random.int(0, Math.min(careHomes.length, 1 + Math.ceil(place.population / 8000)) - 1);
    const name = careHomes[at] ?? 'The Limes';
    const own = place.streets[at] ?? street;
    return {
      street: own,
      lines: [name, `${at * 20 + 2} ${own.name}`, city],
      residence: at % 2 === 0 ? 'CH03' : 'SH03',
      establishment: name,
    };
  }
  if (kind === 'homeless') {
    const residence = random.draw(tenure.without);
    if (residence === 'HM00' || residence === 'HM01')
      return { street: null, lines: [], residence, establishment: null };
    if (residence !== 'HM03') return address([houseNumber(street.flats, random, street.name)], residence);
    const name = random.pick(hostels);
    return address([name, `${random.int(1, 60)} ${street.name}`], residence, name);
  }
  const house = houseNumber(street.flats, random, street.name);
  if (kind === 'shared') return address([house], 'MA06');
  const table = kind === 'older' ? tenure.older : street.quintile <= 2 ? tenure.poorer : tenure.better;
  return address([house], random.draw(table));
}

function houseNumber(flats: boolean, random: Random, street: string): string {
  const number = random.int(1, 148);
  return flats ? `Flat ${random.int(1, 12)}, ${number} ${street}` : `${number} ${street}`;
}
