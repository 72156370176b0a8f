import { randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';

/** Crockford's base 32: no I, L, O or U, so that nothing printed can be misread. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 26 symbols carry 130 bits. */
const secretLength = 26;
const groupLength = 3;

/**
 * Crockford's check value: the number modulo 37. As 37 is prime and greater than 32, every single wrong character and
 * every swap of two neighbours is found.
 */
function checkValue(secret: string): number {
  let value = 0;
  for (const symbol of secret) value = (value * 32 + symbols.indexOf(symbol)) % 37;
  return value;
}

/** A new recovery code of 26 random symbols and one check symbol, in nine groups of three: `7ZK-0QX-…`. */
export function newRecoveryCode(): string {
  for (;;) {
    // 256 is a multiple of 32: every symbol is equally likely.
    const secret = [...randomBytes(secretLength)].map((byte) => symbols.charAt(byte % 32)).join('');
    // Check values from 32 up are written `* ~ $ = U`, which are hard to dictate and to find on a keyboard. Drawing
    // again costs a fifth of one of the 130 bits, so that more than 128 remain.
    const check = symbols[checkValue(secret)];
    if (check !== undefined) return (`${secret}${check}`.match(/.{3}/g) ?? []).join('-');
  }
}

const mistyped = (message: string) => new AppError('bad-input', message, [{ path: ['recoveryCode'], message }]);

/**
 * The 26 secret symbols of a code as somebody typed it: small letters, spaces, missing hyphens, and O for 0 or I and L
 * for 1 are all fine. Throws `bad-input` when a character is missing or mistyped, before any key is tried.
 */
export function parseRecoveryCode(typed: string): string {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (code.length !== secretLength + 1) {
    const groups = (secretLength + 1) / groupLength;
    throw mistyped(
      `The recovery code has ${groups} groups of ${groupLength} characters; this has ${code.length} of ${secretLength + 1} characters.`,
    );
  }
  const stray = [...code].findIndex((character) => !symbols.includes(character));
  if (stray >= 0)
    throw mistyped(
      `Group ${Math.floor(stray / groupLength) + 1} of the recovery code holds a character that no code has.`,
    );
  const secret = code.slice(0, secretLength);
  if (symbols[checkValue(secret)] !== code[secretLength]) {
    throw mistyped('The recovery code has a typing mistake. Compare each group with the printed code.');
  }
  return secret;
}
