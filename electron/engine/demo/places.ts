import neighbourhoodData from '../../../resources/places/neighbourhoods.json' with { type: 'json' };
import practiceData from '../../../resources/places/practices.json' with { type: 'json' };
import { type Community, communitiesOf } from './communities.ts';
import { type Random, type Weights, weights, weightsOf } from './random.ts';

/** A street with one postcode, as it will stand in addresses. */
export interface Street {
  readonly name: string;
  readonly postcode: string;
  /** Quintile of deprivation of the area, 1 most deprived. */
  readonly quintile: number;
  readonly flats: boolean;
  /** Full names that live here already: no two of a kind behind one postcode. */
  readonly taken: Set<string>;
}

/** What is particular about a neighbourhood. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly population: number;
  readonly practices: Weights<string>;
  readonly streets: readonly Street[];
  readonly communities: Weights<Community>;
  /** How often students share a house, families and older people come, against the city as a whole (1). */
  readonly students: number;
  readonly families: number;
  readonly older: number;
  readonly burden: number;
}

type Traits = readonly [diversity: number, students: number, families: number, older: number, deprivation: string];

/** After the 2021 census and the 2019 index of deprivation, in broad strokes. Deprivation: weights of quintiles 1 to 5. */
const traits: Readonly<Record<string, Traits>> = {
  n01: [0.4, 0.2, 1.1, 1.2, '45 25 18 8 4'],
  n02: [0.8, 0.5, 1.1, 0.8, '88 9 3 0 0'],
  n03: [0.6, 0.5, 1, 0.9, '80 15 5 0 0'],
  n04: [0.5, 0.1, 1.3, 1, '82 12 4 2 0'],
  n05: [1.9, 6, 0.3, 0.4, '38 25 20 12 5'],
  n06: [2.3, 2.5, 0.9, 0.6, '78 16 6 0 0'],
  n07: [0.6, 0.4, 1, 1.2, '40 28 20 9 3'],
  n08: [0.9, 1.6, 0.9, 1, '42 30 18 8 2'],
  n09: [2.6, 1.6, 1, 0.8, '76 16 6 2 0'],
  n10: [0.5, 0.2, 1.1, 1.5, '18 20 24 22 16'],
  n11: [0.5, 0.9, 1, 1.5, '6 12 24 30 28'],
  n12: [0.4, 0.1, 1.2, 1.1, '66 20 9 4 1'],
};

/** First words of invented street names. */
const streetWords =
  'Albacore Amberjack Barnacle Barleymow Beechcombe Bellwether Bittern Blackthorn Bluefin Brambling Brigantine Bulrush Cadence Cinder Cloverfield Cobblegate Cormorant Cowrie Crossjack Cutwater Damask Dogwatch Dovecote Eiderdown Elmcroft Estuary Fairlead Farthing Fernhollow Fishergate Flaxfield Foremast Foxholm Gannet Gatepost Goldcrest Greenshank Guillemot Hawser Haymaker Heatherbell Hollowmere Inglenook Ironbridge Jackstay Kelpfield Kestrelmere Kingcup Kittiwake Larkhill Leeward Limekiln Lockkeeper Longshore Lugger Marigold Marlinspike Meadowpipit Millrace Moorhen Netherfold Nightjar Oakapple Oarsman Orchardlea Osprey Oxbow Pennant Petrel Pilotage Pipistrel Puffin Quarterdeck Quayfield Rammerstone Razorbill Reedling Rigger Ropewalk Roundhouse Saddler Saltpan Sandgate Seaholly Shearwater Shipwright Silverweed Skerry Slipway Smithfold Spindrift Starboard Stonechat Sundial Tallow Teasel Thistledown Tidewater Tollgate Trawler Turnstone Underhill Wagtail Waxwing Weatherglass Wheelwright Whinchat Whitecap Windlass Wintergreen Yardarm Yellowfin'.split(
    ' ',
  );
const streetEnds = weights({
  Road: 34,
  Street: 34,
  Avenue: 14,
  Close: 8,
  Grove: 5,
  Terrace: 3,
  Drive: 5,
  Court: 4,
  Walk: 2,
});
const inwardLetters = 'ABDEFGHJLNPQRSTUWXYZ';

/** Quintiles by the weights of a string such as `45 25 18 8 4`. */
const quintiles = (text: string): Weights<number> =>
  weightsOf(text.split(' ').map((weight, at) => [at + 1, Number(weight)] as const));

/**
 * The neighbourhoods that are simulated, with streets enough for their people.
 * @param people how many of them live in each, by id; a neighbourhood that is not named is left out
 * @param burden how much older and sicker they are than the city's people (1)
 */
export function placesOf(people: Readonly<Record<string, number>>, burden: number, random: Random): Place[] {
  const usedPostcodes = new Set<string>();
  return neighbourhoodData.neighbourhoods
    .filter(({ id }) => people[id])
    .map(({ id, name, postcodeDistricts }) => {
      const source = random.fork(`place ${id}`);
      const [diversity, students, families, older, deprivation] = traits[id] ?? [1, 1, 1, 1, '50 20 15 10 5'];
      const population = people[id] ?? 0;
      const shares = quintiles(deprivation);
      const streets = streetNames(Math.max(24, Math.ceil(population / 45)), source).map((street): Street => {
        const flats = street.endsWith('Court') || source.chance(0.06);
        const postcode = newPostcode(source.pick(postcodeDistricts), usedPostcodes, source);
        return { name: street, postcode, quintile: source.draw(shares), flats, taken: new Set() };
      });
      const practices = weightsOf(
        practiceData.practices
          .filter(({ neighbourhood }) => neighbourhood === id)
          .map(({ code, listSize }) => [code, listSize] as const),
      );
      return {
        id,
        name,
        population,
        practices,
        streets,
        communities: communitiesOf(diversity),
        students,
        families,
        older: older * burden,
        burden,
      };
    });
}

function streetNames(count: number, random: Random): string[] {
  const names = new Set<string>();
  for (let tries = 0; names.size < count; tries += 1) {
    const name = `${random.pick(streetWords)} ${random.draw(streetEnds)}`;
    // Once the plain names are used up, as in a big place, streets get a second word.
    names.add(tries > count * 3 ? `${random.pick(streetWords)} ${name}` : name);
  }
  return [...names];
}

function newPostcode(district: string, used: Set<string>, random: Random): string {
  for (;;) {
    const letters = [0, 1].map(() => inwardLetters[random.int(0, inwardLetters.length - 1)]).join('');
    const postcode = `${district} ${random.int(0, 9)}${letters}`;
    if (used.has(postcode)) continue;
    used.add(postcode);
    return postcode;
  }
}
