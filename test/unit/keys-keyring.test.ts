import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  addSlot,
  changePassphrase,
  createKeyring,
  issueRecoveryCode,
  type Keyring,
  readKeyring,
  relabelSlot,
  removeSlot,
  resetPassphrase,
  saveKeyring,
  unlockSlot,
} from '../../electron/engine/keys/keyring.ts';
import { floorParams } from '../../electron/engine/keys/passphrase.ts';
import { failure, newFolder, newProfile, passphraseOf, workerNamed } from './keys-profile.ts';

const open = (keyring: Keyring, userId: string, passphrase = passphraseOf(userId)) =>
  unlockSlot(keyring, userId, passphrase, null);

test('a new profile is opened by its worker, from disk, and by no other passphrase', () => {
  const { folder, databaseKey } = newProfile();
  const keyring = readKeyring(folder);
  expect(databaseKey).toHaveLength(32);
  expect(open(keyring, 'first')).toEqual(databaseKey);
  for (const wrong of ['', 'first kettle marmot violin ', 'First kettle marmot violin', 'x'.repeat(1024)]) {
    expect(failure(() => open(keyring, 'first', wrong)).code).toBe('wrong-passphrase');
  }
  expect(failure(() => open(keyring, 'nobody')).code).toBe('not-found');
});

test('the file is for its owner only, holds no key in clear, and leaves nothing beside it', () => {
  const { folder, keyring, databaseKey } = newProfile();
  saveKeyring(folder, addSlot(keyring, databaseKey, workerNamed('second')));
  const path = join(folder, 'keyring.json');
  expect(readdirSync(folder)).toEqual(['keyring.json']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  const text = readFileSync(path, 'utf8');
  expect(text).not.toContain(databaseKey.toString('base64'));
  expect(text).not.toContain(databaseKey.toString('hex'));
  expect(text).not.toContain('kettle');
});

test('a leftover of a crash is neither written through nor kept', () => {
  const { folder, keyring } = newProfile();
  const elsewhere = join(newFolder(), 'elsewhere');
  writeFileSync(elsewhere, 'untouched');
  symlinkSync(elsewhere, join(folder, 'keyring.json.tmp'));
  saveKeyring(folder, keyring);
  expect(readFileSync(elsewhere, 'utf8')).toBe('untouched');
  expect(readdirSync(folder)).toEqual(['keyring.json']);
});

test('a second profile is never made over the first', () => {
  const { folder, databaseKey } = newProfile();
  expect(failure(() => newProfile({}, folder)).code).toBe('conflict');
  expect(open(readKeyring(folder), 'first')).toEqual(databaseKey);
});

test('two profiles never share a key, and two slots never share a salt or secret', () => {
  const one = newProfile();
  const other = newProfile();
  expect(one.databaseKey).not.toEqual(other.databaseKey);
  const keyring = addSlot(one.keyring, one.databaseKey, workerNamed('second', { passphrase: passphraseOf('first') }));
  const [first, second] = keyring.slots;
  expect(first?.salt).not.toBe(second?.salt);
  expect(first?.publicKey).not.toBe(second?.publicKey);
  expect(first?.privateKey.nonce).not.toBe(second?.privateKey.nonce);
});

test('workers come, change their passphrase and go; the others notice nothing', () => {
  const { folder, keyring: start, databaseKey } = newProfile();
  let keyring = addSlot(start, databaseKey, workerNamed('second'));
  expect(failure(() => addSlot(keyring, databaseKey, workerNamed('second'))).code).toBe('conflict');

  const next = { passphrase: 'gravel teapot orchid', params: { ...floorParams, passes: 3 }, deviceSecret: null };
  const current = { passphrase: passphraseOf('second'), deviceSecret: null };
  const wrong = { passphrase: 'not this one', deviceSecret: null };
  expect(failure(() => changePassphrase(keyring, 'second', wrong, next)).code).toBe('wrong-passphrase');
  keyring = changePassphrase(keyring, 'second', current, next);
  saveKeyring(folder, keyring);
  keyring = readKeyring(folder);
  expect(failure(() => open(keyring, 'second')).code).toBe('wrong-passphrase');
  expect(open(keyring, 'second', 'gravel teapot orchid')).toEqual(databaseKey);
  expect(open(keyring, 'first')).toEqual(databaseKey);
  expect(keyring.slots[1]).toMatchObject({ label: 'Worker second', params: { passes: 3 } });

  keyring = resetPassphrase(keyring, databaseKey, 'second', { ...next, passphrase: 'pebble lantern oboe' });
  expect(open(keyring, 'second', 'pebble lantern oboe')).toEqual(databaseKey);
  expect(failure(() => open(keyring, 'second', 'gravel teapot orchid')).code).toBe('wrong-passphrase');

  keyring = relabelSlot(keyring, 'second', { label: 'S. S.', role: 'Team lead' });
  expect(open(keyring, 'second', 'pebble lantern oboe')).toEqual(databaseKey);

  keyring = removeSlot(keyring, 'first');
  expect(failure(() => open(keyring, 'first')).code).toBe('not-found');
  expect(failure(() => removeSlot(keyring, 'second')).code).toBe('rule');
});

test('a slot tied to this computer does not open without its secret; one that is not, opens with or without', () => {
  const deviceSecret = randomBytes(32);
  const { keyring: start, databaseKey } = newProfile({ deviceSecret });
  const keyring = addSlot(start, databaseKey, workerNamed('second'));
  expect(unlockSlot(keyring, 'first', passphraseOf('first'), deviceSecret)).toEqual(databaseKey);
  expect(failure(() => unlockSlot(keyring, 'first', passphraseOf('first'), randomBytes(32))).code).toBe(
    'wrong-passphrase',
  );
  expect(failure(() => open(keyring, 'first')).code).toBe('profile-unusable');
  expect(unlockSlot(keyring, 'second', passphraseOf('second'), deviceSecret)).toEqual(databaseKey);
});

/** The keyring with one slot altered as somebody with a text editor would. */
const altered = (keyring: Keyring, userId: string, change: Partial<Keyring['slots'][number]>): Keyring => ({
  ...keyring,
  slots: keyring.slots.map((slot) => (slot.userId === userId ? { ...slot, ...change } : slot)),
});

test('a lowered cost is refused when read, a changed one does not open', () => {
  const { folder, keyring } = newProfile({ params: { ...floorParams, passes: 3 } });
  for (const params of [
    { memoryKiB: 8, passes: 1, lanes: 1 },
    { ...floorParams, passes: 1 },
    { ...floorParams, memoryKiB: 2 ** 31 },
    { ...floorParams, lanes: 4 },
  ]) {
    saveKeyring(folder, altered(keyring, 'first', { params }));
    expect(failure(() => readKeyring(folder)).code).toBe('corrupted');
  }
  saveKeyring(folder, altered(keyring, 'first', { params: floorParams }));
  expect(failure(() => open(readKeyring(folder), 'first')).code).toBe('wrong-passphrase');
});

test('slots and their parts cannot be moved between workers or profiles, nor the demonstration mark be set', () => {
  const { keyring: start, databaseKey } = newProfile();
  // The same passphrase everywhere: only what the seals vouch for tells the slots apart.
  const passphrase = passphraseOf('first');
  const keyring = addSlot(start, databaseKey, workerNamed('second', { passphrase }));
  const [first, second] = keyring.slots;
  if (!first || !second) return expect.fail('two slots');

  const swapped = {
    ...keyring,
    slots: [
      { ...first, userId: 'second' },
      { ...second, userId: 'first' },
    ],
  };
  for (const userId of ['first', 'second']) {
    expect(failure(() => open(swapped, userId, passphrase)).code).toBe('wrong-passphrase');
  }
  const borrowed = altered(keyring, 'second', { databaseKey: first.databaseKey });
  expect(failure(() => open(borrowed, 'second', passphrase)).code).toBe('corrupted');
  const otherBinding = altered(keyring, 'second', { binding: first.binding, publicKey: first.publicKey });
  expect(failure(() => open(otherBinding, 'second', passphrase)).code).toBe('wrong-passphrase');
  for (const change of [{ demo: true }, { profileId: 'profile-2' }]) {
    expect(failure(() => open({ ...keyring, ...change }, 'first', passphrase)).code).toBe('wrong-passphrase');
  }
  for (const change of [{ device: true }, { salt: second.salt }]) {
    const forged = altered(keyring, 'first', change);
    expect(failure(() => unlockSlot(forged, 'first', passphrase, randomBytes(32))).code).toBe('wrong-passphrase');
  }
});

test('any one altered character of the file is refused, or changes nothing but what the sign-in screen shows', () => {
  const { folder, keyring: bare, databaseKey } = newProfile();
  const { keyring } = issueRecoveryCode(bare, databaseKey);
  saveKeyring(folder, keyring);
  const path = join(folder, 'keyring.json');
  const text = readFileSync(path, 'utf8');
  const codes = new Map<string, number>();
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
      writeFileSync(path, text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1));
      try {
        const read = readKeyring(folder);
        const opened = open(read, 'first');
        // The binding is for the next change of the key, the recovery slot for the code: both have their own tests.
        const shown = { recovery: null, slots: [{ ...read.slots[0], label: '', role: '', binding: '' }] };
        const before = { recovery: null, slots: [{ ...keyring.slots[0], label: '', role: '', binding: '' }] };
        expect({ ...read, ...shown }).toEqual({ ...keyring, ...before });
        expect(opened).toEqual(databaseKey);
      } catch (problem) {
        const { code: refusal } = failure(() => {
          throw problem;
        });
        codes.set(refusal, (codes.get(refusal) ?? 0) + 1);
      }
    }),
    { numRuns: 150 },
  );
  // All the ways of refusing were met: the run was not all of one kind.
  expect([...codes.keys()]).toEqual(expect.arrayContaining(['unreadable-file', 'wrong-passphrase', 'corrupted']));
});

test.each([
  ['an empty file', ''],
  ['half a file', '{"format":"oneteam-keyring","version":1,"profi'],
  ['other JSON', '{"hello":"world"}'],
  ['a null', 'null'],
  ['bytes', '\u0000\uFFFD\u0001'],
])('%s is refused with what to do', (_, text) => {
  const folder = newFolder();
  writeFileSync(join(folder, 'keyring.json'), text);
  const { code, message } = failure(() => readKeyring(folder));
  expect(code).toBe('unreadable-file');
  expect(message).toContain('last backup');
  expect(message).not.toContain(folder);
});

test('fields that do not belong are refused, so that nothing personal can hide in the file', () => {
  const { folder, keyring } = newProfile();
  const [slot] = keyring.slots;
  const json = (value: unknown) => writeFileSync(join(folder, 'keyring.json'), JSON.stringify(value));
  json({ ...keyring, note: 'x' });
  expect(failure(() => readKeyring(folder)).code).toBe('unreadable-file');
  json({ ...keyring, slots: [{ ...slot, birthDate: 'x' }] });
  expect(failure(() => readKeyring(folder)).code).toBe('unreadable-file');
  json({ ...keyring, slots: [slot, slot] });
  expect(failure(() => readKeyring(folder)).code).toBe('unreadable-file');
  expect(() => saveKeyring(folder, relabelSlot(keyring, 'first', { label: 'two\nlines', role: 'x' }))).toThrow(
    z.ZodError,
  );
});

test('a newer version, a missing profile and a folder that cannot be written are told apart', () => {
  const { folder, keyring } = newProfile();
  writeFileSync(join(folder, 'keyring.json'), JSON.stringify({ ...keyring, version: 2, something: 'new' }));
  expect(failure(() => readKeyring(folder)).code).toBe('newer-database');
  rmSync(join(folder, 'keyring.json'));
  expect(failure(() => readKeyring(folder)).code).toBe('not-found');
  expect(failure(() => newProfile({}, join(folder, 'missing'))).code).toBe('profile-unusable');
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(failure(() => newProfile({}, file)).code).toBe('profile-unusable');
  if (process.getuid?.() !== 0 && process.platform !== 'win32') {
    chmodSync(folder, 0o500);
    const make = () => createKeyring(folder, { profileId: 'p', demo: false, worker: workerNamed('first') });
    expect(failure(make).code).toBe('profile-unusable');
    chmodSync(folder, 0o700);
  }
});
