import neighbourhoodData from '../../../resources/places/neighbourhoods.json' with { type: 'json' };

export type Size = (typeof sizes)[number];
export const sizes = ['demo', 'neighbourhood', 'city'] as const;

/** How much a profile holds. */
export interface SizePlan {
  /** People by neighbourhood. */
  readonly people: Readonly<Record<string, number>>;
  /** Cases that are open on the last day, by neighbourhood. */
  readonly openCases: Readonly<Record<string, number>>;
  /** Cases that were closed before, for each that is open. */
  readonly closedShare: number;
  /** Care contacts in all, roughly. */
  readonly contacts: number;
  /** Days of history. */
  readonly days: number;
  /** Cases of one coordinator, and others on the team of a neighbourhood. */
  readonly casesPerCoordinator: number;
  readonly otherStaff: number;
  readonly behaviouristsPerPlace: number;
  /** How much older and sicker people are than the city's: a small list holds those whom a team knows. */
  readonly burden: number;
}

/** Where the demonstration's coordinator works: Anfield & Everton. */
export const homePlace = 'n02';
/** Open cases of the demonstration's coordinator. */
export const homeCaseload = 50;

const ids = neighbourhoodData.neighbourhoods.map(({ id }) => id);
const each = (value: (id: string) => number): Record<string, number> =>
  Object.fromEntries(ids.map((id) => [id, value(id)]));
const populationOf = (id: string) => neighbourhoodData.neighbourhoods.find((place) => place.id === id)?.population ?? 0;
const people = each(populationOf);
const everybody = Object.values(people).reduce((sum, count) => sum + count, 0);

/** Shares a total among the neighbourhoods by their people, without losing one. */
function shared(total: number): Record<string, number> {
  let left = total;
  let weight = everybody;
  return each((id) => {
    const share = Math.round((left * (people[id] ?? 0)) / weight);
    left -= share;
    weight -= people[id] ?? 0;
    return share;
  });
}

/** Numbers as the design's table of scale gives them. */
export const sizePlans: Readonly<Record<Size, SizePlan>> = {
  demo: {
    people: each((id) => (id === homePlace ? 420 : 180)),
    openCases: each((id) => (id === homePlace ? 94 : 46)),
    closedShare: 0.5,
    contacts: 12_000,
    days: 365,
    casesPerCoordinator: 23,
    otherStaff: 1,
    behaviouristsPerPlace: 0.5,
    burden: 1.6,
  },
  neighbourhood: {
    people: { [homePlace]: 55_000 },
    openCases: { [homePlace]: 1100 },
    closedShare: 1.4,
    contacts: 225_000,
    days: 1096,
    casesPerCoordinator: 50,
    otherStaff: 30,
    behaviouristsPerPlace: 4,
    burden: 1,
  },
  city: {
    people,
    openCases: shared(13_000),
    closedShare: 1.4,
    contacts: 2_700_000,
    days: 1096,
    casesPerCoordinator: 50,
    otherStaff: 28,
    behaviouristsPerPlace: 4,
    burden: 1,
  },
};
