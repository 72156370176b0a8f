import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { box } from '../../electron/engine/keys/key-box.ts';
import {
  addSlot,
  issueRecoveryCode,
  type Keyring,
  readKeyring,
  removeSlot,
  saveKeyring,
  slotIdentity,
  unlockSlot,
  unlockWithRecoveryCode,
} from '../../electron/engine/keys/keyring.ts';
import { abandonRekey, commitRekey, prepareRekey, recoverKeyring } from '../../electron/engine/keys/re-key.ts';
import { openStore } from '../../electron/engine/store/database.ts';
import { AppError } from '../../shared/errors.ts';
import { failure, newFolder, newProfile, passphraseOf, workerNamed } from './keys-profile.ts';

const databaseOf = (folder: string): string => join(folder, 'data.db');

/** Opens the real, encrypted database, which throws `corrupted` with any other key. */
const opensIn =
  (folder: string) =>
  (key: Buffer): boolean => {
    openStore({ file: databaseOf(folder), key, mustExist: true }).close();
    return true;
  };

const by = (userId: string) => (keyring: Keyring) => unlockSlot(keyring, userId, passphraseOf(userId), null);
const signIn = (folder: string, userId: string) => recoverKeyring(folder, by(userId), opensIn(folder));

/** A profile of three workers with a recovery code and an encrypted database of `rows` rows. */
function teamProfile(rows = 10) {
  const profile = newProfile();
  const { folder, databaseKey } = profile;
  const added = ['second', 'leaver'].reduce((ring, id) => addSlot(ring, databaseKey, workerNamed(id)), profile.keyring);
  const { keyring, code } = issueRecoveryCode(added, databaseKey);
  saveKeyring(folder, keyring);
  const store = openStore({ file: databaseOf(folder), key: databaseKey });
  store.runSql('CREATE TABLE kept (value TEXT NOT NULL) STRICT', []);
  store.runSql(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) INSERT INTO kept SELECT hex(randomblob(1000)) FROM n`,
    [],
  );
  store.close();
  return { folder, keyring, code, databaseKey };
}

function rekeyDatabase(folder: string, oldKey: Buffer, newKey: Buffer): void {
  const store = openStore({ file: databaseOf(folder), key: oldKey, mustExist: true });
  store.rekey(newKey);
  store.close();
}

test('after a removal everybody else signs in as before, the code too, and the old key opens nothing', () => {
  const { folder, keyring, code, databaseKey } = teamProfile();
  const kept = new Map(keyring.slots.map((slot) => [slot.userId, slot.privateKey]));
  const next = prepareRekey(folder, removeSlot(keyring, 'leaver'), databaseKey);
  rekeyDatabase(folder, databaseKey, next.databaseKey);
  commitRekey(folder);

  expect(existsSync(join(folder, 'keyring.next.json'))).toBe(false);
  expect(next.databaseKey).not.toEqual(databaseKey);
  for (const userId of ['first', 'second']) expect(signIn(folder, userId).databaseKey).toEqual(next.databaseKey);
  expect(recoverKeyring(folder, (ring) => unlockWithRecoveryCode(ring, code), opensIn(folder)).databaseKey).toEqual(
    next.databaseKey,
  );
  expect(failure(() => signIn(folder, 'leaver')).code).toBe('not-found');
  expect(failure(() => opensIn(folder)(databaseKey)).code).toBe('corrupted');
  // What passphrases protect was carried over untouched: nobody's was needed.
  for (const slot of readKeyring(folder).slots) expect(slot.privateKey).toEqual(kept.get(slot.userId));
});

test('it can be done again and again', () => {
  const { folder, keyring: start, databaseKey: first } = teamProfile();
  let [keyring, databaseKey] = [start, first];
  for (let round = 0; round < 3; round += 1) {
    const next = prepareRekey(folder, keyring, databaseKey);
    rekeyDatabase(folder, databaseKey, next.databaseKey);
    commitRekey(folder);
    [keyring, databaseKey] = [next.keyring, next.databaseKey];
  }
  expect(signIn(folder, 'leaver').databaseKey).toEqual(databaseKey);
});

test('who has left gets nowhere with the old key and a copy of the old keyring in the new one', () => {
  const { folder, keyring, databaseKey } = teamProfile();
  const next = prepareRekey(folder, removeSlot(keyring, 'leaver'), databaseKey);
  const leaver = keyring.slots.find((slot) => slot.userId === 'leaver');
  if (!leaver) return expect.fail('a slot');
  // Their slot put back opens to the old key only.
  const putBack = { ...next.keyring, slots: [...next.keyring.slots, leaver] };
  expect(by('leaver')(putBack)).toEqual(databaseKey);
  // The old key vouches for nothing in the new keyring.
  expect(failure(() => prepareRekey(folder, next.keyring, databaseKey)).code).toBe('corrupted');
});

test.each(['before preparing', 'after preparing', 'after re-keying the database', 'after committing'])(
  'stopped %s, the profile opens, with all its rows',
  (step) => {
    const { folder, keyring, code, databaseKey } = teamProfile();
    const steps = ['before preparing', 'after preparing', 'after re-keying the database', 'after committing'].indexOf(
      step,
    );
    let current = databaseKey;
    if (steps >= 1) {
      const next = prepareRekey(folder, removeSlot(keyring, 'leaver'), databaseKey);
      if (steps >= 2) {
        rekeyDatabase(folder, databaseKey, next.databaseKey);
        current = next.databaseKey;
      }
      if (steps >= 3) commitRekey(folder);
    }
    // Each way in is tried on its own copy, since the first one to sign in settles the matter.
    for (const unlock of [by('first'), by('second'), (ring: Keyring) => unlockWithRecoveryCode(ring, code)]) {
      const copy = newFolder();
      cpSync(folder, copy, { recursive: true });
      const opened = recoverKeyring(copy, unlock, opensIn(copy));
      expect(opened.databaseKey).toEqual(current);
      expect(opened.keyring).toEqual(readKeyring(copy));
      expect(opened.keyring.slots.some((slot) => slot.userId === 'leaver')).toBe(steps < 2);
      expect(existsSync(join(copy, 'keyring.next.json'))).toBe(false);
      const store = openStore({ file: databaseOf(copy), key: opened.databaseKey, mustExist: true });
      expect(store.runSql('UPDATE kept SET value = value', [])).toBe(10);
      store.close();
    }
    const wrong = (ring: Keyring) => unlockSlot(ring, 'first', 'not this one', null);
    expect(failure(() => recoverKeyring(folder, wrong, opensIn(folder))).code).toBe('wrong-passphrase');
    if (steps >= 2) expect(failure(() => signIn(folder, 'leaver')).code).toBe('not-found');
    expect(signIn(folder, 'first').databaseKey).toEqual(current);
  },
);

test('given up before the database was touched, the old keyring stays', () => {
  const { folder, keyring, databaseKey } = teamProfile();
  prepareRekey(folder, removeSlot(keyring, 'leaver'), databaseKey);
  abandonRekey(folder);
  expect(signIn(folder, 'leaver').databaseKey).toEqual(databaseKey);
});

test('a public key or binding slipped into the file is not given the new database key', () => {
  const { folder, keyring, databaseKey } = teamProfile();
  const mine = newProfile({ userId: 'second' });
  const [forged] = mine.keyring.slots;
  const [own] = keyring.slots;
  if (!forged || !own) return expect.fail('slots');
  const changes = [
    forged,
    { publicKey: forged.publicKey },
    { binding: own.binding },
    { binding: forged.binding, publicKey: forged.publicKey },
  ];
  for (const change of changes) {
    const slots = keyring.slots.map((slot) => (slot.userId === 'second' ? { ...slot, ...change } : slot));
    const refused = failure(() => prepareRekey(folder, { ...keyring, slots }, databaseKey));
    expect(refused).toMatchObject({ code: 'corrupted', details: { userId: 'second' } });
  }
  const recovery = issueRecoveryCode(mine.keyring, mine.databaseKey).keyring.recovery;
  const refused = failure(() => prepareRekey(folder, { ...keyring, recovery }, databaseKey));
  expect(refused).toMatchObject({ code: 'corrupted', details: { userId: null } });
  expect(existsSync(join(folder, 'keyring.next.json'))).toBe(false);
});

test('a database key slipped in for a public key is not taken for the right one', () => {
  const { keyring } = teamProfile();
  const [slot] = keyring.slots;
  if (!slot) return expect.fail('a slot');
  // All that stands in the file is known to the forger; the binding is not.
  const forged = (binding: Buffer) => {
    const bound = ['database-key', ...slotIdentity(keyring, slot)];
    const databaseKey = box(slot.publicKey, binding, randomBytes(32), bound);
    return { ...keyring, slots: [{ ...slot, databaseKey }] };
  };
  for (const binding of [randomBytes(32), Buffer.alloc(32), Buffer.alloc(0)]) {
    expect(failure(() => by('first')(forged(binding))).code).toBe('corrupted');
  }
});

test('with neither key fitting, or a damaged second file, nothing is thrown away', () => {
  const { folder, keyring, databaseKey } = teamProfile();
  const next = prepareRekey(folder, keyring, databaseKey);
  const path = join(folder, 'keyring.next.json');
  expect(failure(() => recoverKeyring(folder, by('first'), () => false)).code).toBe('corrupted');
  const busy = () => {
    throw new AppError('profile-in-use', 'In use.');
  };
  expect(failure(() => recoverKeyring(folder, by('first'), busy)).code).toBe('profile-in-use');
  const text = readFileSync(path, 'utf8');

  rekeyDatabase(folder, databaseKey, next.databaseKey);
  writeFileSync(path, text.slice(0, -100));
  expect(failure(() => signIn(folder, 'first')).code).toBe('unreadable-file');
  expect(existsSync(path)).toBe(true);
  writeFileSync(path, text);
  rmSync(join(folder, 'keyring.json'));
  expect(signIn(folder, 'first').databaseKey).toEqual(next.databaseKey);
});

test('keys that do not fit are zeroed', () => {
  const { folder, keyring, databaseKey } = teamProfile();
  prepareRekey(folder, keyring, databaseKey);
  const seen: Buffer[] = [];
  failure(() =>
    recoverKeyring(folder, by('first'), (key) => {
      seen.push(key);
      return false;
    }),
  );
  expect(seen).toHaveLength(2);
  for (const key of seen) expect(key).toEqual(Buffer.alloc(32));
});

/** Removes `leaver` in a process of its own, killed so many ms after it begins, or never; returns how long it took. */
async function removeInChild(folder: string, killAfter: number | null): Promise<number> {
  const script = join(import.meta.dirname, 'keys-re-key-child.ts');
  const child = spawn(process.execPath, [script, folder, 'first', passphraseOf('first'), 'leaver'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const start = performance.now();
  if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
  await ended;
  return performance.now() - start;
}

test('killed at random moments, the profile always opens and keeps its rows', async () => {
  const rows = 3000;
  const template = teamProfile(rows);
  const copyOf = () => {
    const folder = newFolder();
    cpSync(template.folder, folder, { recursive: true });
    return folder;
  };
  const whole = await removeInChild(copyOf(), null);
  const seen = { untouched: 0, undone: 0, finished: 0, done: 0 };
  const rounds = 16;
  for (let round = 0; round < rounds; round += 1) {
    const folder = copyOf();
    // A random moment in each sixteenth of the time that the work takes, and a little longer.
    await removeInChild(folder, ((round + randomInt(0, 1000) / 1000) / rounds) * whole * 1.3);
    const cutOff = existsSync(join(folder, 'keyring.next.json'));
    const { keyring, databaseKey } = signIn(folder, 'second');
    const removed = keyring.slots.length === 2;
    seen[cutOff ? (removed ? 'finished' : 'undone') : removed ? 'done' : 'untouched'] += 1;
    expect(databaseKey.equals(template.databaseKey)).toBe(!removed);
    const store = openStore({ file: databaseOf(folder), key: databaseKey, mustExist: true });
    store.checkIntegrity(false);
    expect(store.runSql('UPDATE kept SET value = value', [])).toBe(rows);
    store.close();
  }
  console.log(`killed while re-keying: ${JSON.stringify(seen)}`);
  expect(seen.undone + seen.finished).toBeGreaterThan(0);
}, 120_000);

test('a key of random bytes does not open the database: the check can fail', () => {
  const { folder } = teamProfile();
  expect(failure(() => opensIn(folder)(randomBytes(32))).code).toBe('corrupted');
});
