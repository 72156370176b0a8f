import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changePassphrase,
  issueRecoveryCode,
  readKeyring,
  saveKeyring,
  unlockWithRecoveryCode,
} from '../../electron/engine/keys/keyring.ts';
import { floorParams } from '../../electron/engine/keys/passphrase.ts';
import { newRecoveryCode, parseRecoveryCode } from '../../electron/engine/keys/recovery-code.ts';
import { failure, newProfile, passphraseOf } from './keys-profile.ts';

const symbols = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

test('a code is nine groups of three and carries at least 128 bits', () => {
  const codes = Array.from({ length: 2000 }, newRecoveryCode);
  for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{3}-){8}[0-9A-HJKMNP-TV-Z]{3}$/);
  expect(new Set(codes).size).toBe(codes.length);
  // Each place takes every symbol: 26 × 5 bits, less at most log2(37/32) for the check symbol.
  for (let place = 0; place < 26; place += 1) {
    const seen = new Set(codes.map((code) => code.replaceAll('-', '')[place]));
    expect(seen.size).toBe(32);
  }
});

test('a code may be typed in any of the usual ways', () => {
  fc.assert(
    fc.property(fc.constant(null).map(newRecoveryCode), (code) => {
      const secret = parseRecoveryCode(code);
      expect(secret).toHaveLength(26);
      expect(parseRecoveryCode(code.toLowerCase())).toBe(secret);
      expect(parseRecoveryCode(code.replaceAll('-', ''))).toBe(secret);
      expect(parseRecoveryCode(`  ${code.replaceAll('-', ' – ')}\n`)).toBe(secret);
      expect(parseRecoveryCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(secret);
      expect(parseRecoveryCode(code.replaceAll('1', 'I'))).toBe(secret);
    }),
  );
});

test('every wrong character and every swap of neighbours is found before a key is tried', () => {
  for (let round = 0; round < 20; round += 1) {
    const code = newRecoveryCode().replaceAll('-', '');
    for (let at = 0; at < code.length; at += 1) {
      for (const symbol of symbols) {
        if (symbol === code[at]) continue;
        const typed = code.slice(0, at) + symbol + code.slice(at + 1);
        expect(failure(() => parseRecoveryCode(typed)).code).toBe('bad-input');
      }
      const [here, next] = [code.charAt(at), code.charAt(at + 1)];
      if (next === '' || here === next) continue;
      const typed = code.slice(0, at) + next + here + code.slice(at + 2);
      expect(failure(() => parseRecoveryCode(typed)).code).toBe('bad-input');
    }
  }
});

test('what is wrong with a code is said without repeating it', () => {
  const code = newRecoveryCode();
  const short = failure(() => parseRecoveryCode(code.slice(0, -1)));
  expect(short.message).toBe('The recovery code has 9 groups of 3 characters; this has 26 of 27 characters.');
  expect(short.details).toEqual([{ path: ['recoveryCode'], message: short.message }]);
  const stray = failure(() => parseRecoveryCode(`${code.slice(0, 4)}?${code.slice(5)}`));
  expect(stray.message).toBe('Group 2 of the recovery code holds a character that no code has.');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(failure(() => parseRecoveryCode(text)).code).toBe('bad-input');
    }),
  );
});

test('the code opens the profile, whatever becomes of the passphrases', () => {
  const { folder, keyring: start, databaseKey } = newProfile();
  expect(failure(() => unlockWithRecoveryCode(start, newRecoveryCode())).code).toBe('not-found');
  const { keyring, code } = issueRecoveryCode(start, databaseKey);
  const changed = changePassphrase(
    keyring,
    'first',
    { passphrase: passphraseOf('first'), deviceSecret: null },
    { passphrase: 'gravel teapot orchid', params: floorParams, deviceSecret: null },
  );
  saveKeyring(folder, changed);
  expect(unlockWithRecoveryCode(readKeyring(folder), code)).toEqual(databaseKey);
  expect(JSON.stringify(changed)).not.toContain(code.replaceAll('-', ''));
});

test('another profile’s code, an older code and a moved recovery slot open nothing', () => {
  const one = newProfile();
  const other = newProfile();
  const first = issueRecoveryCode(one.keyring, one.databaseKey);
  const second = issueRecoveryCode(first.keyring, one.databaseKey);
  const foreign = issueRecoveryCode(other.keyring, other.databaseKey);
  expect(failure(() => unlockWithRecoveryCode(second.keyring, first.code)).code).toBe('wrong-passphrase');
  expect(failure(() => unlockWithRecoveryCode(second.keyring, foreign.code)).code).toBe('wrong-passphrase');
  expect(unlockWithRecoveryCode(second.keyring, second.code)).toEqual(one.databaseKey);
  const moved = { ...second.keyring, profileId: 'profile-2' };
  expect(failure(() => unlockWithRecoveryCode(moved, second.code)).code).toBe('wrong-passphrase');
});

test('a code whose box was exchanged for a worker’s is told to be damaged, not wrong', () => {
  const { keyring, databaseKey } = newProfile();
  const { keyring: issued, code } = issueRecoveryCode(keyring, databaseKey);
  if (issued.recovery === null) return expect.fail('a recovery slot');
  const { publicKey, ...rest } = issued.recovery;
  const damaged = {
    ...issued,
    recovery: { ...rest, publicKey, databaseKey: keyring.slots[0]?.databaseKey ?? rest.databaseKey },
  };
  expect(failure(() => unlockWithRecoveryCode(damaged, code)).code).toBe('corrupted');
});
