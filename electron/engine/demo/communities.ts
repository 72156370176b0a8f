import type { CodeOf } from '../../../shared/domain/code-lists.ts';
import type { NamePool } from './community-names.ts';
import { type Random, type Weights, weights, weightsOf } from './random.ts';

/** People of one background: how they are counted, named, and what they speak and believe. */
export interface Community {
  readonly names: NamePool;
  readonly ethnic: Weights<CodeOf<'ethnic-category'>>;
  /** Languages other than English; empty when English is the only one. */
  readonly languages: Weights<CodeOf<'language'>>;
  /** Share of adults whose main language is one of them, and of these who need an interpreter. */
  readonly otherLanguage: number;
  readonly interpreter: number;
  readonly religion: Weights<CodeOf<'religion'>>;
}

const mostlyChristian = weights({ C: 62, L: 33, M: 4, K: 1 });
const muslim = weights({ G: 95, L: 2, M: 3 });

interface Description {
  /** Parts in a thousand of the city's people, after the 2021 census of Liverpool. */
  readonly share: number;
  readonly names: NamePool;
  readonly ethnic: Partial<Record<CodeOf<'ethnic-category'>, number>>;
  readonly languages?: Partial<Record<CodeOf<'language'>, number>>;
  readonly otherLanguage?: number;
  readonly interpreter?: number;
  readonly religion: Weights<CodeOf<'religion'>>;
}

const descriptions: readonly Description[] = [
  {
    share: 762,
    names: 'local',
    ethnic: { A: 98, B: 1, C: 1 },
    religion: weights({ C: 58, L: 37, M: 4, B: 0.3, F: 0.5, K: 0.4 }),
  },
  { share: 17, names: 'irish', ethnic: { B: 86, A: 14 }, religion: mostlyChristian },
  {
    share: 14,
    names: 'polish',
    ethnic: { C: 1 },
    languages: { pl: 1 },
    otherLanguage: 0.8,
    interpreter: 0.25,
    religion: mostlyChristian,
  },
  {
    share: 10,
    names: 'romanian',
    ethnic: { C: 1 },
    languages: { ro: 92, rom: 8 },
    otherLanguage: 0.85,
    interpreter: 0.4,
    religion: mostlyChristian,
  },
  {
    share: 12,
    names: 'eastern',
    ethnic: { C: 1 },
    languages: { sk: 20, cs: 15, uk: 25, ru: 12, lt: 12, bg: 8, hu: 8 },
    otherLanguage: 0.8,
    interpreter: 0.4,
    religion: mostlyChristian,
  },
  {
    share: 21,
    names: 'chinese',
    ethnic: { R: 94, G: 3, L: 3 },
    languages: { yue: 60, zh: 40 },
    otherLanguage: 0.55,
    interpreter: 0.45,
    religion: weights({ L: 66, B: 16, C: 15, M: 3 }),
  },
  {
    share: 13,
    names: 'indian',
    ethnic: { H: 96, F: 4 },
    languages: { ml: 30, hi: 25, pa: 20, gu: 15, ta: 10 },
    otherLanguage: 0.4,
    interpreter: 0.2,
    religion: weights({ D: 47, I: 14, C: 30, L: 6, M: 3 }),
  },
  {
    share: 9,
    names: 'pakistani',
    ethnic: { J: 96, F: 4 },
    languages: { ur: 60, pa: 40 },
    otherLanguage: 0.4,
    interpreter: 0.35,
    religion: muslim,
  },
  {
    share: 7,
    names: 'bangladeshi',
    ethnic: { K: 98, F: 2 },
    languages: { bn: 1 },
    otherLanguage: 0.45,
    interpreter: 0.4,
    religion: muslim,
  },
  {
    share: 24,
    names: 'arabic',
    ethnic: { S: 92, G: 8 },
    languages: { ar: 1 },
    otherLanguage: 0.6,
    interpreter: 0.45,
    religion: muslim,
  },
  {
    share: 13,
    names: 'somali',
    ethnic: { N: 96, E: 4 },
    languages: { so: 1 },
    otherLanguage: 0.55,
    interpreter: 0.45,
    religion: muslim,
  },
  {
    share: 23,
    names: 'west-african',
    ethnic: { N: 92, E: 5, P: 3 },
    languages: { en: 60, yo: 14, ig: 10, fr: 10, ha: 6 },
    otherLanguage: 0.35,
    interpreter: 0.12,
    religion: weights({ C: 82, G: 13, L: 3, M: 2 }),
  },
  { share: 10, names: 'caribbean', ethnic: { M: 52, D: 40, P: 8 }, religion: mostlyChristian },
  { share: 16, names: 'local', ethnic: { D: 30, E: 30, F: 22, G: 18 }, religion: mostlyChristian },
  {
    share: 15,
    names: 'persian',
    ethnic: { S: 55, L: 45 },
    languages: { fa: 45, ku: 25, prs: 20, ps: 10 },
    otherLanguage: 0.75,
    interpreter: 0.55,
    religion: weights({ G: 72, L: 14, C: 10, M: 4 }),
  },
];

const none: Weights<CodeOf<'language'>> = { values: [], sums: [] };

const communities: readonly { share: number; community: Community }[] = descriptions.map((description) => ({
  share: description.share,
  community: {
    names: description.names,
    ethnic: weights(description.ethnic as Record<CodeOf<'ethnic-category'>, number>),
    languages: description.languages ? weights(description.languages as Record<CodeOf<'language'>, number>) : none,
    otherLanguage: description.otherLanguage ?? 0,
    interpreter: description.interpreter ?? 0,
    religion: description.religion,
  },
}));

/**
 * The communities of a neighbourhood as they are drawn from.
 * @param diversity how often communities other than the largest come, against the city as a whole (1)
 */
export function communitiesOf(diversity: number): Weights<Community> {
  return weightsOf(communities.map(({ share, community }, at) => [community, at === 0 ? share : share * diversity]));
}

/** Background of one member of a household, as far as anybody wrote it down. Codes that are absent were not recorded. */
export function backgroundOf(community: Community, age: number, random: Random) {
  const spoken = community.languages.values.length > 0 && age >= 3 && random.chance(community.otherLanguage);
  const language = spoken ? random.draw(community.languages) : ('en' as const);
  const recorded = random.next();
  return {
    ethnic: recorded < 0.06 ? null : recorded < 0.085 ? ('Z' as const) : random.draw(community.ethnic),
    language: language === 'en' && random.chance(0.35) ? null : language,
    interpreter: language !== 'en' && age >= 16 && random.chance(community.interpreter * (age > 60 ? 1.5 : 1)),
    religion: random.chance(0.45) ? random.draw(community.religion) : null,
  };
}
