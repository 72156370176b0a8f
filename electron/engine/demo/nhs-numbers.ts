import { nhsNumberCheckDigit } from '../../../shared/domain/nhs-number.ts';
import type { Random } from './random.ts';

/** Beginnings of the range that is never issued: 999 000 000 to 999 999 999. */
const range = 1_000_000;
/** Shares no factor with the range, so every beginning comes once before any comes again. */
const stride = 611_953;

/** Hands out valid NHS numbers from the range that is never issued, each once. About 909,000 can be had. */
export function nhsNumbers(random: Random): () => string {
  let at = random.int(0, range - 1);
  return () => {
    for (;;) {
      at = (at + stride) % range;
      const nine = `999${String(at).padStart(6, '0')}`;
      const check = nhsNumberCheckDigit(nine);
      if (check !== null) return `${nine}${check}`;
    }
  };
}
