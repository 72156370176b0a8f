import { argon2Sync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subkey, zero } from '../../electron/engine/keys/derived-keys.ts';
import {
  acceptable,
  calibrate,
  checkStrength,
  derive,
  floorParams,
  usualParams,
} from '../../electron/engine/keys/passphrase.ts';
import { failure } from './keys-profile.ts';

const salt = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

test('the key is argon2id of the passphrase, so that another implementation can open the file', () => {
  // Node's own argon2 comes from OpenSSL; the product's from the RustCrypto project.
  const { memoryKiB: memory, passes, lanes: parallelism } = floorParams;
  for (const passphrase of ['kettle marmot violin', 'łódź żółw kawałek', '']) {
    const other = argon2Sync('argon2id', {
      message: passphrase,
      nonce: salt,
      memory,
      passes,
      parallelism,
      tagLength: 32,
    });
    expect(derive(passphrase, salt, floorParams, null)).toEqual(other);
  }
});

test('spellings that look alike are one passphrase; any other difference is another key', () => {
  const key = (passphrase: string, device: Buffer | null = null) =>
    derive(passphrase, salt, floorParams, device).toString('hex');
  expect(key('café kettle')).toBe(key('cafe\u0301 kettle'));
  const device = randomBytes(32);
  const keys = [
    key('café kettle'),
    key('Café kettle'),
    key('café kettle', device),
    key('café kettle', randomBytes(32)),
  ];
  expect(new Set(keys).size).toBe(4);
  expect(key('café kettle', device)).toBe(keys[2]);
});

test('a cost under the floor, or beyond reason, is refused', () => {
  for (const change of [
    { memoryKiB: 19 * 1024 - 1 },
    { passes: 1 },
    { lanes: 0 },
    { memoryKiB: 2 ** 31 },
    { passes: 65 },
  ]) {
    expect(failure(() => derive('kettle', salt, { ...floorParams, ...change }, null)).code).toBe('corrupted');
  }
});

test('calibration ends between 250 and 500 ms on any machine that can, and never under the floor', () => {
  // ns per KiB and pass: from a machine 30 times faster than this year's laptops to one 30 times slower.
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (speed, start) => {
        const took = (params: typeof floorParams) => start + (params.memoryKiB * params.passes * speed) / 1000;
        const params = calibrate(took);
        expect(acceptable(params)).toBe(true);
        const atCeiling = params.passes === 64;
        const atFloor = params.memoryKiB === floorParams.memoryKiB && params.passes === floorParams.passes;
        if (!atFloor) expect(took(params)).toBeLessThanOrEqual(500);
        if (!atCeiling) expect(took(params)).toBeGreaterThanOrEqual(250);
        if (took(usualParams) >= 250 && took(usualParams) <= 500) expect(params).toEqual(usualParams);
      },
    ),
  );
});

test('calibration on this machine gives a cost that works', () => {
  const params = calibrate();
  expect(acceptable(params)).toBe(true);
  expect(derive('kettle', salt, params, null)).toHaveLength(32);
});

test.each([
  ['aaaaaaaaaaaaaaaaaaaa', 'repeats'],
  ['xkqxkqxkqxkqxkqxkq', 'repeats'],
  ['abcdefghijklmnopqrst', 'alphabet'],
  ['98765432109876543210', 'digits'],
  ['qwertyuiopasdfghjkl', 'keyboard'],
  ['P@ssw0rdP@ssw0rd2024', 'guessed first'],
  ['Liverpool Football 2024!', 'guessed first'],
  ['correct horse battery staple', 'guessed first'],
  ['S u m m e r 2 0 2 5 !!!!', 'guessed first'],
])('%s is refused: %s', (passphrase, reason) => {
  expect(checkStrength(passphrase, { minimum: 15 }).join(' ')).toContain(reason);
});

test('length is counted as people see it and judged by the host’s minimum', () => {
  expect(checkStrength('kettle marmot', { minimum: 12 })).toEqual([]);
  expect(checkStrength('kettle marmot', { minimum: 15 })).toEqual(['Use at least 15 characters; this has 13.']);
  expect(checkStrength('', { minimum: 12 })[0]).toBe('Use at least 12 characters; this has 0.');
  expect(checkStrength('kettle marmot violin sky', { minimum: 15 })).toEqual([]);
  expect(checkStrength('łódź żółw kawałek jutro', { minimum: 15 })).toEqual([]);
});

test('the worker’s own name does not count', () => {
  expect(checkStrength('Guinevere Ashworth', { minimum: 15 })).toEqual([]);
  expect(checkStrength('Guinevere Ashworth', { minimum: 15, avoid: ['Guinevere Ashworth'] })).not.toEqual([]);
});

test('random passphrases of the least length are accepted, any text gets an answer', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  let refused = 0;
  for (let round = 0; round < 1000; round += 1) {
    const passphrase = [...randomBytes(15)].map((byte) => letters[byte % 26]).join('');
    if (checkStrength(passphrase, { minimum: 15 }).length > 0) refused += 1;
  }
  expect(refused).toBeLessThan(5);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      for (const reason of checkStrength(text, { minimum: 12 })) expect(reason).toMatch(/\.$/);
    }),
  );
});

test('every use has its own key, and a zeroed key is gone', () => {
  const databaseKey = randomBytes(32);
  const keys = (['audit', 'backup', 'search', 'keyring'] as const).map((label) => subkey(databaseKey, label));
  expect(new Set([databaseKey, ...keys].map((key) => key.toString('hex'))).size).toBe(5);
  expect(subkey(databaseKey, 'audit')).toEqual(keys[0]);
  zero(databaseKey, null, ...keys);
  for (const key of [databaseKey, ...keys]) expect(key).toEqual(Buffer.alloc(32));
});
