import { createHash } from 'node:crypto';
import { generateMersenne53Randomizer } from '@faker-js/faker';

/** Values with how often each comes, ready to be drawn from. */
export interface Weights<T> {
  readonly values: readonly T[];
  /** Sums of the weights up to and with each value. */
  readonly sums: readonly number[];
}

/** Random choices that are the same for the same seed. */
export interface Random {
  /** 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Up to `count` different members of a list, in its order. */
  some<T>(list: readonly T[], count: number): T[];
  draw<T>(weights: Weights<T>): T;
  /** Roughly bell-shaped about `mean`, never more than three times `spread` away. */
  around(mean: number, spread: number): number;
  /** Another, independent source: drawing from it changes nothing here. */
  fork(label: string): Random;
}

/** Prepares a table of weights: `weights({ A: 77, B: 2 })`. */
export function weights<K extends string>(table: Readonly<Record<K, number>>): Weights<K> {
  return weightsOf(Object.entries(table) as [K, number][]);
}

/** Prepares weights of any values; those without weight are left out. */
export function weightsOf<T>(entries: readonly (readonly [T, number])[]): Weights<T> {
  let sum = 0;
  const kept = entries.filter(([, weight]) => weight > 0);
  return {
    values: kept.map(([value]) => value),
    sums: kept.map(([, weight]) => {
      sum += weight;
      return sum;
    }),
  };
}

/** Random choices from a seed. */
export function randomFrom(seed: string): Random {
  const mersenne = generateMersenne53Randomizer(createHash('sha256').update(seed).digest().readUInt32BE(0));
  const next = () => mersenne.next();
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
    some: <T>(list: readonly T[], count: number) => {
      let left = Math.min(count, list.length);
      return list.filter((_, at) => {
        const take = next() * (list.length - at) < left;
        if (take) left -= 1;
        return take;
      });
    },
    draw: <T>({ values, sums }: Weights<T>) => {
      const at = next() * (sums.at(-1) ?? 0);
      return values[sums.findIndex((sum) => at < sum)] as T;
    },
    around: (mean, spread) => mean + (next() + next() + next() + next() - 2) * 1.5 * spread,
    fork: (label) => randomFrom(`${seed}/${label}`),
  };
}
