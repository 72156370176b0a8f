import { hashRawSync } from '@node-rs/argon2';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { hkdf, keyLength, zero } from './derived-keys.ts';
import { predictableParts } from './predictable.ts';

/** Cost of one derivation by argon2id: memory in KiB, passes over it, and lanes (always 1 here). */
export const argonParamsSchema = z.strictObject({ memoryKiB: z.int(), passes: z.int(), lanes: z.int() });
export type ArgonParams = z.infer<typeof argonParamsSchema>;

/** The least cost that is ever accepted (OWASP's minimum for argon2id): 19 MiB, 2 passes. */
export const floorParams: ArgonParams = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 };
/** What calibration starts from: 64 MiB, 3 passes. */
export const usualParams: ArgonParams = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
/** The most that is accepted, so that an altered file cannot make a sign-in take all memory or never end. */
const ceiling: ArgonParams = { memoryKiB: 1024 * 1024, passes: 64, lanes: 1 };

/** Whether the cost lies between the floor and the ceiling. */
export function acceptable(params: ArgonParams): boolean {
  const within = (field: keyof ArgonParams) => params[field] >= floorParams[field] && params[field] <= ceiling[field];
  return within('memoryKiB') && within('passes') && within('lanes');
}

/**
 * The 32-byte key-encryption key of a passphrase. Spellings that look alike are one passphrase (NFKC).
 * @param salt 16 random bytes, one per slot
 * @param deviceSecret kept by the operating system; mixed in by HKDF so that the file alone is no use elsewhere
 * Throws `corrupted` when `params` lie under the floor.
 */
export function derive(passphrase: string, salt: Buffer, params: ArgonParams, deviceSecret: Buffer | null): Buffer {
  if (!acceptable(params)) {
    throw new AppError(
      'corrupted',
      'The sign-in file asks for less protection than allowed. Restore it from a backup.',
    );
  }
  const secret = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  // argon2id is the library's default algorithm; its enum exists for the compiler only.
  const hash = hashRawSync(secret, {
    memoryCost: params.memoryKiB,
    timeCost: params.passes,
    parallelism: params.lanes,
    outputLen: keyLength,
    salt,
  });
  zero(secret);
  if (deviceSecret === null) return hash;
  const mixed = hkdf(hash, deviceSecret, 'device-secret');
  zero(hash);
  return mixed;
}

/** Milliseconds of one derivation: the better of two, since a busy moment only ever makes it look slower. */
function measureDerivation(params: ArgonParams): number {
  const once = () => {
    const start = performance.now();
    zero(derive('calibration', Buffer.alloc(16), params, null));
    return performance.now() - start;
  };
  return Math.min(once(), once());
}

const wanted = { least: 250, aim: 350, most: 500 } as const;

/**
 * The cost at which one derivation takes 250–500 ms on this machine: more passes on a fast one; on a slow one fewer
 * passes, then less memory, but never under the floor, however long that takes.
 * @param measure milliseconds that one derivation of that cost takes
 */
export function calibrate(measure: (params: ArgonParams) => number = measureDerivation): ArgonParams {
  let params = usualParams;
  // Time is close to proportional to memory × passes, so a second or third look is enough.
  for (let round = 0; round < 3; round += 1) {
    const took = measure(params);
    if (took >= wanted.least && took <= wanted.most) return params;
    const work = (params.memoryKiB * params.passes * wanted.aim) / Math.max(took, 1);
    const passes = Math.round(work / usualParams.memoryKiB);
    params =
      passes >= floorParams.passes
        ? { ...usualParams, passes: Math.min(passes, ceiling.passes) }
        : {
            memoryKiB: Math.max(Math.round(work / floorParams.passes), floorParams.memoryKiB),
            passes: floorParams.passes,
            lanes: 1,
          };
  }
  return params;
}

/**
 * Why a new passphrase is too weak, one sentence each; empty when it is good enough. Length counts most
 * (NIST SP 800-63B): no rule asks for digits or symbols.
 * @param rule.minimum fewest characters: 12 with a device secret, 15 without
 * @param rule.avoid words an acquaintance would try, such as the worker's own name
 */
export function checkStrength(passphrase: string, rule: { minimum: number; avoid?: readonly string[] }): string[] {
  const text = passphrase.normalize('NFKC');
  const length = [...text].length;
  const reasons: string[] = [];
  if (length < rule.minimum) reasons.push(`Use at least ${rule.minimum} characters; this has ${length}.`);
  const found = predictableParts(text, rule.avoid ?? []);
  // Each predictable part is worth one character to somebody who guesses in a clever order.
  if (found.surprises < Math.ceil((rule.minimum * 2) / 3)) {
    if (found.repeats) reasons.push('It repeats the same characters. Use several different words instead.');
    if (found.sequences)
      reasons.push('It follows the alphabet, the digits or the keyboard. Use several different words instead.');
    if (found.common) reasons.push('It is made of words that are guessed first. Use several unrelated words instead.');
  }
  return reasons;
}
