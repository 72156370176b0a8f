import { type CodeOf, codeEntry } from '../../../shared/domain/code-lists.ts';
import type { Random } from './random.ts';

/** Whatever is, or will be, known of somebody's health and circumstances. */
export interface Health {
  readonly conditions: readonly CodeOf<'condition'>[];
  readonly flags: readonly CodeOf<'flag'>[];
  /** Electronic frailty index; null under 65. */
  readonly efi: number | null;
  /** Clinical Frailty Scale, where somebody assessed it. */
  readonly cfs: number | null;
  readonly admissions: number;
  /** Roughly the points of the need tier. */
  readonly need: number;
  /** Chance of missing an appointment. */
  readonly misses: number;
}

/** Share of people with a condition by age: under 16, 16 to 39, 40 to 59, 60 to 74, 75 and over. */
const prevalence: Readonly<Record<CodeOf<'condition'>, readonly [number, number, number, number, number]>> = {
  copd: [0, 0.002, 0.03, 0.09, 0.12],
  asthma: [0.08, 0.08, 0.08, 0.09, 0.09],
  diabetes: [0.002, 0.015, 0.08, 0.17, 0.18],
  'heart-failure': [0, 0.0005, 0.006, 0.03, 0.1],
  'atrial-fibrillation': [0, 0.001, 0.008, 0.05, 0.15],
  'coronary-heart-disease': [0, 0.0005, 0.025, 0.1, 0.18],
  stroke: [0, 0.001, 0.012, 0.05, 0.12],
  'peripheral-arterial-disease': [0, 0, 0.005, 0.02, 0.03],
  hypertension: [0, 0.01, 0.15, 0.4, 0.55],
  'chronic-kidney-disease': [0, 0.002, 0.01, 0.08, 0.25],
  'chronic-liver-disease': [0, 0.001, 0.012, 0.01, 0.004],
  'inflammatory-bowel-disease': [0.001, 0.007, 0.009, 0.009, 0.006],
  cancer: [0.0005, 0.003, 0.025, 0.08, 0.13],
  dementia: [0, 0, 0.001, 0.012, 0.13],
  parkinsons: [0, 0, 0.001, 0.006, 0.018],
  'multiple-sclerosis': [0, 0.001, 0.004, 0.004, 0.002],
  epilepsy: [0.005, 0.008, 0.01, 0.011, 0.012],
  'rheumatoid-arthritis': [0, 0.002, 0.008, 0.016, 0.02],
  osteoarthritis: [0, 0.005, 0.07, 0.2, 0.3],
  osteoporosis: [0, 0, 0.005, 0.04, 0.1],
  'chronic-pain': [0.002, 0.03, 0.09, 0.1, 0.1],
  obesity: [0.03, 0.09, 0.15, 0.15, 0.08],
  'thyroid-disease': [0.001, 0.015, 0.04, 0.07, 0.09],
  'visual-impairment': [0.002, 0.003, 0.006, 0.02, 0.1],
  'hearing-impairment': [0.004, 0.006, 0.02, 0.08, 0.25],
  depression: [0.01, 0.14, 0.18, 0.12, 0.09],
  anxiety: [0.02, 0.1, 0.1, 0.07, 0.05],
  'severe-mental-illness': [0, 0.009, 0.017, 0.014, 0.009],
  'personality-disorder': [0, 0.007, 0.006, 0.003, 0.001],
  'eating-disorder': [0.001, 0.006, 0.002, 0, 0],
  'post-traumatic-stress': [0.001, 0.012, 0.012, 0.006, 0.002],
  'alcohol-dependence': [0, 0.01, 0.03, 0.02, 0.006],
  'drug-dependence': [0, 0.013, 0.02, 0.006, 0.001],
  'learning-disability': [0.006, 0.007, 0.006, 0.005, 0.003],
  autism: [0.018, 0.01, 0.004, 0.002, 0.001],
  adhd: [0.03, 0.02, 0.008, 0.002, 0],
  falls: [0, 0, 0.005, 0.03, 0.15],
  incontinence: [0, 0.003, 0.01, 0.04, 0.12],
  'pressure-ulcer': [0, 0, 0.001, 0.003, 0.012],
};

const shares = Object.entries(prevalence) as [CodeOf<'condition'>, readonly number[]][];
const longTerm = new Set(shares.map(([code]) => code).filter((code) => codeEntry('condition', code).longTerm === true));

/** What raises or lowers somebody's risks. */
export interface Circumstances {
  readonly age: number;
  readonly sex: 'f' | 'm';
  /** 1 most deprived to 5. */
  readonly quintile: number;
  readonly careHome: boolean;
  readonly homeless: boolean;
  readonly alone: boolean;
  readonly refuge: boolean;
  readonly burden: number;
}

/** Draws conditions, flags, frailty and admissions that go together. */
export function healthOf(person: Circumstances, random: Random): Health {
  const { age } = person;
  const band = age < 16 ? 0 : age < 40 ? 1 : age < 60 ? 2 : age < 75 ? 3 : 4;
  const luck = random.next();
  const factor =
    (1.35 - (person.quintile - 1) * 0.14) * (0.45 + luck * 1.1) * (person.careHome ? 1.5 : 1) * person.burden;
  const conditions = shares.filter(([code, table]) => random.next() < likely(code, table[band] ?? 0, factor, person));
  const codes = conditions.map(([code]) => code);
  const chronic = codes.filter((code) => longTerm.has(code)).length;
  const efi = age >= 65 ? frailtyIndex(age, chronic, person.careHome, random) : null;
  const flags = flagsOf(person, codes, efi, random);
  const cohort = ['homeless', 'severe-mental-illness', 'complex-alcohol'].filter((flag) =>
    flags.includes(flag as CodeOf<'flag'>),
  ).length;
  const burden = (efi ?? 0) * 3 + chronic * 0.12 + cohort * 0.5 + (codes.includes('alcohol-dependence') ? 0.4 : 0);
  let admissions = 0;
  while (admissions < 9 && random.chance(Math.min(0.6, burden * 0.28))) admissions += 1;
  const need =
    (efi === null || efi <= 0.12 ? 0 : efi <= 0.24 ? 1 : efi <= 0.36 ? 3 : 5) +
    Math.min(admissions, 3) * 2 +
    (chronic > 5 ? 3 : chronic > 3 ? 2 : chronic > 1 ? 1 : 0) +
    Math.min(cohort * 3, 5) +
    (person.quintile === 1 ? 0.5 : 0);
  const unsettled = cohort * 0.1 + (codes.includes('drug-dependence') ? 0.1 : 0);
  return {
    conditions: codes,
    flags,
    efi,
    cfs: efi !== null && efi > 0.2 && random.chance(0.4) ? Math.min(8, Math.round(2.5 + efi * 9)) : null,
    admissions,
    need,
    misses: Math.min(0.45, 0.02 + random.next() ** 4 * 0.25 + unsettled),
  };
}

function likely(code: CodeOf<'condition'>, share: number, factor: number, person: Circumstances): number {
  if (code === 'dementia' && person.careHome) return 0.6;
  const hard = code === 'alcohol-dependence' || code === 'drug-dependence' || code === 'severe-mental-illness';
  if (person.homeless && hard) return 0.38;
  return share * factor;
}

function frailtyIndex(age: number, chronic: number, careHome: boolean, random: Random): number {
  const index = 0.02 + chronic * 0.027 + (age - 65) * 0.0035 + (careHome ? 0.12 : 0) + random.around(0, 0.035);
  return Math.round(Math.min(0.62, Math.max(0.01, index)) * 100) / 100;
}

function flagsOf(
  person: Circumstances,
  conditions: readonly CodeOf<'condition'>[],
  efi: number | null,
  random: Random,
): CodeOf<'flag'>[] {
  const { age, sex } = person;
  const has = (code: CodeOf<'condition'>) => conditions.includes(code);
  const ending = age >= 65 && (has('cancer') || has('heart-failure') || has('copd') || has('dementia'));
  const shares: readonly [CodeOf<'flag'>, number][] = [
    ['homeless', person.homeless ? 1 : 0],
    ['severe-mental-illness', has('severe-mental-illness') ? 1 : 0],
    ['complex-alcohol', has('alcohol-dependence') ? 0.45 : 0],
    ['drug-treatment', has('drug-dependence') ? 0.55 : 0],
    ['end-of-life', ending ? 0.05 + (efi ?? 0) * 0.12 : 0],
    ['frail', (efi ?? 0) > 0.24 ? 0.8 : 0],
    ['learning-disability', has('learning-disability') ? 1 : 0],
    ['autism', has('autism') ? 0.9 : 0],
    ['child-looked-after', age < 18 ? 0.012 : 0],
    ['care-leaver', age >= 18 && age < 26 ? 0.012 : 0],
    ['pregnant', sex === 'f' && age >= 18 && age <= 42 ? 0.035 : 0],
    ['veteran', sex === 'm' && age >= 30 ? (age >= 85 ? 0.15 : 0.035) : 0],
    ['asylum-refugee', person.refuge ? 0.2 : 0],
    ['housebound', (efi ?? 0) > 0.3 && !person.careHome ? 0.4 : 0],
    ['lives-alone', person.alone ? 0.55 : 0],
  ];
  return shares.filter(([, share]) => share > 0 && random.next() < share).map(([code]) => code);
}
