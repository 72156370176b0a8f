import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appliedMigrations, migrate, openStore, type Store } from '../../electron/engine/store/database.ts';
import { sqlStatement } from '../../electron/engine/store/statements.ts';
import { migrations } from '../../migrations/index.ts';
import { type CareTeam, careTeam } from './care-team.ts';
import { passphrase, teamEngine } from './engine-fixture.ts';

let folder: string;
let file: string;
const key = randomBytes(32);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oneteam-door-'));
  file = join(folder, 'oneteam.db');
  await migrate(file, key);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pragma = (store: Store, name: string) =>
  Object.values(store.get(sqlStatement<Record<string, never>, Record<string, unknown>>(`PRAGMA ${name}`), {}) ?? {})[0];

test('the door sets what the store’s promises rest on', () => {
  const store = openStore({ file, key });
  expect(
    ['temp_store', 'journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check'].map((name) =>
      pragma(store, name),
    ),
  ).toEqual([2, 'wal', 2, 1, 0, 1]);
  const secure = sqlStatement<Record<string, never>, { v: number }>(
    "SELECT v FROM people_search_config WHERE k = 'secure-delete'",
  );
  expect(store.get(secure, {})?.v).toBe(1);
  store.close();
  expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('another key, a plain database and a damaged one are told as such, and no file is changed', () => {
  const before = readFileSync(file);
  expect(() => openStore({ file, key: randomBytes(32) })).toThrow(expect.objectContaining({ code: 'corrupted' }));
  expect(readFileSync(file).equals(before)).toBe(true);
  const plain = join(folder, 'plain.db');
  writeFileSync(plain, `SQLite format 3\0${'x'.repeat(4096)}`);
  expect(() => openStore({ file: plain, key })).toThrow(expect.objectContaining({ code: 'corrupted' }));
  writeFileSync(join(folder, 'noise.db'), randomBytes(8192));
  expect(() => openStore({ file: join(folder, 'noise.db'), key })).toThrow(
    expect.objectContaining({ code: 'corrupted' }),
  );
  expect(() => openStore({ file: join(folder, 'missing', 'x.db'), key })).toThrow(
    expect.objectContaining({ code: 'profile-unusable' }),
  );
});

test('a transaction that throws leaves nothing; a read-only store cannot write', () => {
  const store = openStore({ file, key });
  const put = () => store.runSql("INSERT INTO facts (name, value) VALUES ('created-at', 'x')", []);
  expect(() =>
    store.transaction(() => {
      put();
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(store.get(sqlStatement<Record<string, never>, { n: number }>('SELECT count(*) AS n FROM facts'), {})?.n).toBe(
    0,
  );
  store.close();
  const reader = openStore({ file, key, readonly: true });
  expect(() => reader.runSql("INSERT INTO facts (name, value) VALUES ('created-at', 'x')", [])).toThrow();
  reader.close();
});

test('deleted text is gone from the file, also from the search index', () => {
  const store = openStore({ file, key });
  store.runSql("INSERT INTO people_search (rowid, words) VALUES (1, 'canarywordtobeforgotten')", []);
  store.runSql('DELETE FROM people_search WHERE rowid = 1', []);
  const left = sqlStatement<Record<string, never>, { n: number }>(
    "SELECT count(*) AS n FROM people_search_data WHERE instr(CAST(block AS TEXT), 'canaryword') > 0",
  );
  expect(store.get(left, {})?.n).toBe(0);
  store.close();
});

test('a database of a newer version is refused and kept', async () => {
  const store = openStore({ file, key });
  expect(appliedMigrations(store)).toEqual(Object.keys(migrations));
  store.runSql(
    "INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-from-the-future', '2030-01-01T00:00:00.000Z')",
    [],
  );
  store.close();
  const before = readFileSync(file);
  await expect(migrate(file, key)).rejects.toMatchObject({ code: 'newer-database' });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('signing in to a profile of a newer version says so', async () => {
  const team: CareTeam = await careTeam();
  const leadId = team.ids.lead;
  try {
    team.signInAs('lead');
    team.store.runSql(
      "INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-from-the-future', '2030-01-01T00:00:00.000Z')",
      [],
    );
    await team.ask('session.signOut', {});
    expect((await team.refusal('session.signIn', { workerId: leadId, passphrase })).code).toBe('newer-database');
  } finally {
    team.dispose();
  }
});

test('what is on this device besides the database names nobody’s record', async () => {
  const team = await teamEngine();
  try {
    for (const name of readdirSync(team.profile)) {
      if (name === 'backups') continue;
      const text = readFileSync(join(team.profile, name)).toString('latin1');
      expect(text).not.toContain('Example Council');
    }
  } finally {
    await team.dispose();
  }
});
